// News sites: articles, live pages, paywalls, aggregators.
import { BALTICS, CAPTAINS, CLAIMS, GROUND, HEADLINE, LAVROV, LEAP, WEAPONS } from '../claims.ts';
import { html, page, type Trial } from '../trial.ts';
import { claim, code, json, moving, p, some, still, times, title } from './build.ts';

const ld = `<script type="application/ld+json">${json({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: HEADLINE, articleBody: WEAPONS })}</script>`;
const ad =
  '<div class="ad-slot" style="min-height:90px" aria-hidden="true"><iframe width="300" height="90" srcdoc="&lt;p&gt;Buy.&lt;/p&gt;"></iframe></div>';

export const news: readonly Trial[] = [
  still(
    'article with figure, pull quote and related links',
    [LEAP, WEAPONS, LAVROV],
    `<header><nav><ul>${times(8, (at) => `<li><a href="#${at}">${some(at).slice(0, 12)}</a></li>`)}</ul></nav></header><main><article>${title}<p class="byline">By <a rel="author" href="#a">Ines Calloway</a>, <time datetime="2023-12-09">9 December</time></p>${p(some(0))}${p(LEAP)}<figure><img alt="" width="300" height="120"><figcaption>${WEAPONS} <small>Drawing: studio</small></figcaption></figure><blockquote>${p(LAVROV)}</blockquote>${p(some(1))}</article><aside><h2>More</h2><ul>${times(4, (at) => `<li><a href="#">${some(at)}</a></li>`)}</ul></aside></main>`,
    ld,
  ),
  still(
    'article with advertisements between the paragraphs',
    CLAIMS,
    `${title}${CLAIMS.map((one, at) => p(one, some(at)) + ad).join('')}`,
  ),
  still(
    'long read in columns with drop caps',
    [LEAP, GROUND],
    `<article style="columns:3 14em">${title}<p class="first">${LEAP} ${some(1)}</p>${times(12, (at) => p(some(at), some(at + 1)))}<p><span style="float:left;font-size:3em">H</span>is troops had moved forward by only 17 kilometres since the offensive began, Zaluzhny conceded.</p></article>`,
    '<style>.first::first-letter{float:left;font-size:3em}</style>',
  ),
  still(
    'sticky header over the text',
    [LEAP, WEAPONS],
    `<header style="position:sticky;top:0;background:#fff;padding:1em"><strong>${some(0)}</strong></header>${title}${p(LEAP)}${p(WEAPONS)}${times(30, (at) => p(some(at)))}`,
  ),
  moving(
    'live blog that puts new entries on top',
    [CAPTAINS, LAVROV, LEAP],
    `${title}<ol id="entries" reversed><li><time>10:00</time>${p(LEAP)}</li></ol>`,
    `let n = 0; const put = () => { const li = document.createElement('li'); li.innerHTML = '<time>11:0' + n + '</time><p>' + ${json([some(0), LAVROV, some(2), CAPTAINS, some(1)])}[n] + '</p>'; document.querySelector('#entries').prepend(li); if (++n < 5) setTimeout(put, 60); else window.done = true; }; put();`,
  ),
  moving(
    'live blog that corrects an entry',
    [WEAPONS],
    `${title}<article id="entry">${p(LEAP)}</article>`,
    `setTimeout(() => { document.querySelector('#entry p').firstChild.data = ${json(WEAPONS)}; window.done = true; }, 300)`,
  ),
  still(
    'paywall overlay over a fading text',
    [LEAP],
    `${title}<div style="max-height:200px;overflow:hidden;-webkit-mask-image:linear-gradient(#000,transparent)">${p(LEAP)}${p(some(1))}</div><div style="position:fixed;inset:auto 0 0 0;background:#eee;padding:2em"><h2>Go on reading</h2>${p(some(2))}</div><div hidden>${p(WEAPONS)}</div>`,
  ),
  moving(
    'consent dialog that goes away',
    [LEAP, WEAPONS],
    `<dialog id="consent"><p>${some(1)}</p><button>Yes</button></dialog>${title}${p(LEAP)}${p(WEAPONS)}`,
    "const d = document.querySelector('dialog'); d.showModal(); setTimeout(() => { d.close(); d.remove(); window.done = true; }, 150)",
  ),
  moving(
    '"read on" that unfolds the rest',
    [LEAP, WEAPONS, LAVROV],
    `${title}${p(LEAP)}<div id="rest" style="display:none">${p(WEAPONS)}${p(LAVROV)}</div>`,
    "setTimeout(() => { document.querySelector('#rest').style.display = 'block'; window.done = true; }, 200)",
  ),
  moving(
    'next article that comes in at the end',
    [LEAP, WEAPONS, BALTICS],
    `<main><article>${title}${p(LEAP)}${times(10, (at) => p(some(at)))}</article></main><div id="end"></div>`,
    `let n = 0; const more = () => { const a = document.createElement('article'); a.innerHTML = '<h1>' + ${json(HEADLINE)} + '</h1><p>' + ${json([WEAPONS, BALTICS])}[n] + '</p>'; document.querySelector('main').append(a); if (++n < 2) setTimeout(more, 120); else window.done = true; }; setTimeout(more, 120)`,
  ),
  still(
    'AMP article',
    [LEAP, WEAPONS],
    `<amp-auto-ads></amp-auto-ads><article>${title}<amp-img layout="responsive" width="4" height="3"><noscript><img alt=""></noscript></amp-img>${p(LEAP)}<amp-accordion><section expanded><h2>More</h2><div>${p(WEAPONS)}</div></section></amp-accordion></article>`,
    '<style>amp-img,amp-accordion{display:block}amp-auto-ads{display:none}</style>',
    ' amp',
  ),
  still(
    'cards of a front page',
    [LEAP, WEAPONS, GROUND],
    `${title}<div style="display:grid;grid-template-columns:repeat(3,1fr)">${[LEAP, WEAPONS, GROUND, some(0), some(1), some(2)].map((words) => `<article><h3><a href="#">${words}</a></h3>${p(some(3))}</article>`).join('')}</div>`,
  ),
  moving(
    'carousel of quotes, one at a time',
    [WEAPONS],
    `${title}<div id="c">${[LEAP, WEAPONS].map((words, at) => `<div class="slide" style="display:${at === 0 ? 'block' : 'none'}">${p(words)}</div>`).join('')}</div>`,
    "setTimeout(() => { const [a, b] = document.querySelectorAll('.slide'); a.style.display = 'none'; b.style.display = 'block'; window.done = true; }, 350)",
  ),
  moving(
    'ticker that never stops',
    [LEAP, WEAPONS],
    `<div style="overflow:hidden;height:2em"><p id="t">${some(0)}</p></div>${title}${p(LEAP)}${p(WEAPONS)}`,
    "let n = 0; const t = setInterval(() => { document.querySelector('#t').style.transform = 'translateX(' + -n + 'px)'; document.querySelector('#t').className = 'n' + n % 5; if (++n === 40) { clearInterval(t); window.done = true; } }, 16)",
  ),
  still(
    'tables and lists of facts',
    [LEAP, WEAPONS, LAVROV, CAPTAINS],
    `${title}<table><thead><tr><th>Who</th><th>What</th></tr></thead><tbody><tr><td>1</td><td>${LEAP}</td></tr><tr><td>2</td><td>${WEAPONS}</td></tr></tbody></table><dl><dt>Lavrov</dt><dd>${LAVROV}</dd></dl><ul><li>${CAPTAINS}<ul><li>${some(2)}</li></ul></li></ul>`,
  ),
  still(
    'questions and answers in folds',
    [LEAP],
    `${title}<details open><summary>What would it take?</summary>${p(LEAP)}</details><details><summary>And then?</summary>${p(WEAPONS)}</details>`,
  ),
  {
    name: 'article inside a frame of its own site',
    lit: [],
    framed: [LEAP],
    routes: {
      '': html(page(`<header>${some(1)}</header><iframe src="inner" width="800" height="500"></iframe>`)),
      inner: html(page(`${title}${p(LEAP)}`)),
    },
  },
  still(
    'video with a transcript',
    [LEAP, WEAPONS],
    `${title}<video width="320" height="180" controls><p>${LAVROV}</p></video><section><h2>Transcript</h2>${[some(0), LEAP, some(1), WEAPONS].map((words, at) => `<div><span class="t">00:0${at}</span><p>${words}</p></div>`).join('')}</section>`,
  ),
  still(
    'print view',
    [LEAP, WEAPONS],
    `<div class="print"><h1>${HEADLINE}</h1><p class="src">From: example.org</p>${p(LEAP)}<hr>${p(WEAPONS)}</div>`,
    '<style>@media screen{.print{max-width:40em;font-family:serif}}@media print{body{color:#000}}</style>',
  ),
  still(
    'reader view',
    [LEAP, WEAPONS],
    `<div id="readability-page-1" class="page"><div class="header"><a class="domain" href="#">example.org</a><h1 class="reader-title">${HEADLINE}</h1></div><hr><div class="content"><div><div>${p(LEAP)}${p(some(1))}<p>${WEAPONS}</p></div></div></div></div>`,
    '<style>body{max-width:34em;margin:auto;line-height:1.6}</style>',
  ),
  still(
    'text that is only divs and breaks',
    [LEAP, WEAPONS],
    `<div>${HEADLINE}<br><br>${LEAP}<br><br>${some(1)}<br>${some(2)}<br><br>${WEAPONS}</div>`,
  ),
  still(
    'newsletter built of nested tables',
    [LEAP, WEAPONS],
    `<table width="100%"><tr><td align="center"><table width="600"><tr><td><table><tr><td><font face="Georgia"><b>${HEADLINE}</b></font></td></tr><tr><td>${LEAP}</td></tr></table></td></tr><tr><td style="font-size:0;line-height:0" height="8">&nbsp;</td></tr><tr><td>${WEAPONS}</td></tr></table></td></tr></table>`,
  ),
  still(
    'right-to-left site that quotes English',
    [LEAP],
    `<div dir="rtl" lang="ar"><p>العنوان</p><blockquote dir="ltr" lang="en">${p(LEAP)}</blockquote><p>النهاية</p></div>${p(some(0))}`,
  ),
  still(
    'lazy pictures and skeletons',
    [LEAP, claim(1)],
    `${title}<div class="skeleton" aria-hidden="true">${p(LAVROV)}</div>${p(LEAP)}<img loading="lazy" alt="" width="10" height="2000">${p(claim(1))}`,
    code('window.__x = 1'),
  ),
];
