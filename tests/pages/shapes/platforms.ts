// Platforms: wikis, forums, comments, mail, documents, social feeds, components.
import { BALTICS, CAPTAINS, CLAIMS, GROUND, HEADLINE, LAVROV, LEAP, WEAPONS } from '../claims.ts';
import type { Trial } from '../trial.ts';
import { json, moving, p, some, still, times, title } from './build.ts';

const comment = (words: string, inside = ''): string =>
  `<li class="comment"><div class="meta"><a href="#">someone</a> · <time>2 h</time></div><div class="body">${p(words)}</div><button>Reply</button>${inside === '' ? '' : `<ul>${inside}</ul>`}</li>`;
const post = (words: string): string =>
  `<div role="article" tabindex="0"><div dir="auto"><span><span>${words}</span></span></div><div role="group"><button aria-label="Like">♥</button></div></div>`;

/** A component as frameworks without a virtual tree make them. */
const CARD = `customElements.define('news-card', class extends HTMLElement {
  static observedAttributes = ['words'];
  constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<style>p{margin:1em 0}</style><article><p></p><slot></slot></article>'; }
  attributeChangedCallback(_, __, words) { this.shadowRoot.querySelector('p').textContent = words; }
});`;

export const platforms: readonly Trial[] = [
  still(
    'wiki page with footnotes, infobox and contents',
    [BALTICS, LEAP, WEAPONS],
    `${title}<table class="infobox" style="float:right"><tr><th>Baltics</th><td>${BALTICS}</td></tr></table><div id="toc"><ul><li><a href="#a"><span>1</span> <span>Talks</span></a></li></ul></div><h2 id="a">Talks<span class="edit"><span>[</span><a href="#">edit</a><span>]</span></span></h2><p>It would take a massive technological leap to break the deadlock<sup class="reference"><a href="#n1">[1]</a></sup>, <a href="#z">Zaluzhny</a> said.</p><p>Only <a href="#w">defensive weapons</a>, never offensive ones, could be placed in <a href="#u">Ukraine</a> by <a href="#n">NATO</a>.</p><ol class="references"><li id="n1">${some(0)}</li></ol>`,
  ),
  still(
    'forum thread with quotes and signatures',
    [LEAP, LAVROV],
    `${title}${[LEAP, some(1), LAVROV].map((words) => `<table class="post"><tr><td><b>user</b></td><td><blockquote class="quote"><cite>x wrote:</cite>${p(some(2))}</blockquote><div class="text">${words}<br><br>--<br><small>${some(3)}</small></div></td></tr></table>`).join('')}`,
  ),
  still(
    'comment thread, nested',
    [LEAP, WEAPONS, LAVROV],
    `${title}<ul>${comment(LEAP, comment(some(1), comment(WEAPONS)) + comment(LAVROV))}</ul>`,
  ),
  moving(
    'comments that load later and fold',
    [LEAP, WEAPONS],
    `${title}${p(LEAP)}<section id="comments"></section>`,
    `setTimeout(() => { const s = document.querySelector('#comments'); s.innerHTML = ${json(`<ul>${comment(WEAPONS, comment(LAVROV))}</ul>`)}; setTimeout(() => { s.querySelector('li ul').style.display = 'none'; window.done = true; }, 300); }, 100)`,
  ),
  still('social feed', [LEAP, WEAPONS], `<div role="feed">${[some(0), LEAP, some(1), WEAPONS].map(post).join('')}</div>`),
  moving(
    'endless social feed that drops what was read',
    [WEAPONS],
    `<div role="feed" id="f">${post(LEAP)}</div>`,
    `const f = document.querySelector('#f'); let n = 0; const t = setInterval(() => { f.insertAdjacentHTML('beforeend', n === 11 ? ${json(post(WEAPONS))} : ${json(post(some(1)))}); if (f.children.length > 5) f.firstElementChild.remove(); if (++n === 14) { clearInterval(t); window.done = true; } }, 40)`,
  ),
  still(
    'shadow-DOM components inside one another',
    [LEAP, WEAPONS],
    `${title}<outer-part><template shadowrootmode="open"><section><inner-part><template shadowrootmode="open"><div><slot></slot></div></template><p>${LEAP}</p></inner-part><slot name="foot"></slot></section></template><p slot="foot">${WEAPONS}</p></outer-part>`,
  ),
  moving(
    'custom elements that change by attribute',
    [WEAPONS, LAVROV],
    `${title}<news-card words="${LEAP}">${LAVROV}</news-card>`,
    `${CARD} setTimeout(() => { document.querySelector('news-card').setAttribute('words', ${json(WEAPONS)}); window.done = true; }, 350)`,
  ),
  still(
    'mail in a webmail',
    [LEAP, WEAPONS],
    `<div role="main"><h2>${HEADLINE}</h2><div class="a3s"><div dir="ltr">Dear all,<div><br></div><div>${LEAP}</div><div class="gmail_quote">On Monday someone wrote:<blockquote style="margin:0 0 0 .8ex;border-left:1px solid #ccc">${WEAPONS}</blockquote></div></div></div></div><div role="textbox" contenteditable="true" aria-label="Reply">${LAVROV}</div>`,
  ),
  still(
    'document editor that draws its lines',
    [],
    `<div class="editor" contenteditable="true" role="textbox">${[LEAP, WEAPONS].map((words) => `<div class="line" style="position:relative"><span>${words}</span></div>`).join('')}</div><div class="ProseMirror"><p>${LAVROV}</p></div>`,
  ),
  still(
    'document viewer with absolutely placed lines',
    [LEAP],
    `<div style="position:relative;height:400px"><div style="position:absolute;top:10px">${HEADLINE}</div><div style="position:absolute;top:40px;white-space:pre">${LEAP}</div><div style="position:absolute;top:70px;white-space:pre">${some(1)}</div></div>`,
  ),
  still(
    'code host with prose and code',
    [LEAP],
    `${title}${p(LEAP)}<pre><code>${WEAPONS}</code></pre><p>Say <code>${LAVROV}</code> or <kbd>Ctrl</kbd>.</p>`,
  ),
  still(
    'plain text in pre',
    [LEAP, WEAPONS],
    `<pre style="white-space:pre-wrap">${HEADLINE}\n\n${LEAP}\n\n${some(1)}\n\nOnly defensive weapons, never offensive\nones, could be placed in Ukraine by NATO.\n</pre>`,
  ),
  still(
    'shop with tabs and hidden panels',
    [LEAP],
    `${title}<div role="tablist"><button role="tab" aria-selected="true">One</button><button role="tab">Two</button></div><div role="tabpanel">${p(LEAP)}</div><div role="tabpanel" hidden>${p(WEAPONS)}</div>`,
  ),
  moving(
    'translation that puts words into elements of its own',
    CLAIMS,
    `${title}${CLAIMS.map((words) => p(words)).join('')}`,
    `setTimeout(() => { for (const q of document.querySelectorAll('p')) { const font = document.createElement('font'); const inner = document.createElement('font'); inner.append(...q.childNodes); font.append(inner); q.append(font); } window.done = true; }, 350)`,
  ),
  moving(
    'find-in-page script that marks words',
    CLAIMS,
    `${title}${CLAIMS.map((words) => p(words)).join('')}`,
    `setTimeout(() => { for (const q of document.querySelectorAll('p')) { const t = q.firstChild; const at = t.data.indexOf('Z'); if (at >= 0) { const rest = t.splitText(at); const mark = document.createElement('mark'); rest.splitText(1); rest.replaceWith(mark); mark.append(rest); } } window.done = true; }, 350)`,
  ),
  still(
    'slides, one above the other',
    [LEAP],
    `<div style="position:relative;height:300px"><section style="position:absolute;inset:0">${title}${p(LEAP)}</section><section style="position:absolute;inset:0;opacity:0">${p(WEAPONS)}</section><section style="position:absolute;inset:0;visibility:hidden">${p(GROUND)}</section></div>`,
  ),
  still(
    'archive page with a bar of its own around the page',
    [CAPTAINS],
    `<div id="bar" style="position:fixed;top:0;background:#eee;width:100%">Saved ${some(0)}</div><div id="content"><div class="html"><div class="body">${title}${p(CAPTAINS)}${times(6, (at) => p(some(at)))}</div></div></div>`,
  ),
];
