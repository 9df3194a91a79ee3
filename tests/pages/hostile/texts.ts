// Scripts, directions and the ways in which one sentence can be cut up.
import { CAPTAINS, GROUND, HEADLINE, LAVROV, LEAP, WEAPONS } from '../claims.ts';
import { html, page } from '../trial.ts';
import type { Hostile } from './kind.ts';

const SHY = '&shy;';
const ZWJ = '&zwj;';

export const texts: readonly Hostile[] = [
  {
    kind: 31,
    name: '31 right to left, bidi, vertical',
    routes: {
      '': html(
        page(
          `<h1>${HEADLINE}</h1><div dir="rtl"><p>${LEAP}</p><p>שלום</p><p><bdi>${WEAPONS}</bdi></p></div><p><bdo dir="ltr">${LAVROV}</bdo></p><div style="writing-mode:vertical-rl;height:300px"><p>${GROUND}</p></div><p>\u2067${CAPTAINS}\u2069</p>`,
        ),
      ),
    },
    lit: [LEAP, WEAPONS, LAVROV, GROUND, CAPTAINS],
    act: ({ openCard }) => openCard('technological leap'),
  },
  {
    kind: 32,
    name: '32 soft hyphens, joiners, ruby, Chinese, combining marks',
    routes: {
      '': html(
        page(
          `<h1>${HEADLINE}</h1><p>It would take a mas${SHY}sive techno${SHY}logical leap to break the dead${SHY}lock, Za${ZWJ}luzhny said.</p><p>Only <ruby>defensive<rp>(</rp><rt>de-fen-sive</rt><rp>)</rp></ruby> weapons, never offensive ones, could be placed in Ukraine by NATO.</p><p>乌克兰的春天来得很晚。港口的渡轮七点出发。</p><p>The cafe\u0301 on the quay opens late. \u{1F468}\u200d\u{1F469}\u200d\u{1F467}</p><p>${LAVROV}</p>`,
        ),
      ),
    },
    lit: [LEAP, WEAPONS, LAVROV],
  },
  {
    kind: 34,
    name: '34 a claim cut up by tags, entities and line breaks',
    routes: {
      '': html(
        page(
          `<h1>${HEADLINE}</h1>
<p>It <em>would</em> take <a href="#x">a <b>mas</b>sive</a>&nbsp;techno<span><span>logical</span></span> leap<sup>[1]</sup> to<!-- a note --> break the dead&#108;ock, <wbr>Zaluzhny said.</p>
<p>Only defensive weapons, never offensive ones,<br>could be placed in
     Ukraine   by&#32;NATO.</p>
<div>${[...LAVROV].map((unit) => (unit === ' ' ? ' ' : `<span>${unit}</span>`)).join('')}</div>
<p><font>His troops</font> had moved forward <img alt="" width="1" height="1"> by <cite>only</cite> 17 <i>kilo</i>metres since the offensive began, Zaluzhny conceded.</p>`,
        ),
      ),
    },
    lit: [LEAP, WEAPONS, LAVROV, GROUND],
  },
];
