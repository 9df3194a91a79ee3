// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readBlocks } from '../../src/page/blocks.ts';
import { stretchesOf } from '../../src/page/ranges.ts';
import { renderedByMarkup, renderedByStyle } from '../../src/page/rendered.ts';
import { collapse } from '../../src/page/whitespace.ts';
import { atLeast, PATIENCE_MS, RUNS } from '../runs.ts';

const byStyle = renderedByStyle(getComputedStyle, window);
const byMarkup = renderedByMarkup(window);

function texts(html: string, rendered = byStyle): string[] {
  document.body.innerHTML = html;
  return readBlocks(document, rendered).map(({ text }) => text);
}

afterEach(() => {
  document.body.innerHTML = '';
});

const READ: readonly (readonly [name: string, html: string, blocks: readonly string[]])[] = [
  ['paragraphs', '<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
  ['text around a block', 'Before<div>inside</div>after', ['Before', 'inside', 'after']],
  [
    'a sentence over inline tags',
    '<p>Putin <em>would</em> not <a href="#">object to <b>NATO</b></a>.</p>',
    ['Putin would not object to NATO.'],
  ],
  ['whitespace of the source', '<p>\n  One\n  line\t<b> here</b>\n</p>', ['One line here']],
  ['entities and soft hyphens', '<p>joining&nbsp;NATO, a stale&shy;mate</p>', ['joining NATO, a stalemate']],
  ['one line break as a space', '<p>The talks<br>go on.</p>', ['The talks go on.']],
  [
    'two line breaks as a new block',
    '<div>First one.<br><br>Second one.<br> <br/>Third.</div>',
    ['First one.', 'Second one.', 'Third.'],
  ],
  ['table cells for themselves', '<table><tr><td>a1</td><td>a2</td></tr></table>', ['a1', 'a2']],
  ['list items for themselves', '<ul><li>one</li><li>two <b>bold</b></li></ul>', ['one', 'two bold']],
  ['headings', '<h2>A <i>head</i></h2><p>text</p>', ['A head', 'text']],
  [
    'no script, style, noscript, template',
    '<p>a<script>var b</script><style>c{}</style><noscript>d</noscript><template>e</template> f</p>',
    ['a f'],
  ],
  [
    'no fields, buttons, code',
    '<p>a <textarea>b</textarea><select><option>c</option></select><button>d</button> <code>e()</code> f</p>',
    ['a f'],
  ],
  [
    'no hidden text',
    '<p hidden>a</p><p aria-hidden="true">b</p><p style="display:none">c</p><p style="visibility:hidden">d</p><p style="opacity:0">e</p><p>f</p>',
    ['f'],
  ],
  ['what a hidden element shows', '<div style="visibility:hidden">a<p style="visibility:visible">b</p></div>', ['b']],
  [
    'no text for screen readers only',
    '<p>a <span style="position:absolute;width:1px;height:1px;overflow:hidden">b</span>c</p>',
    ['a c'],
  ],
  [
    'no text moved off the page',
    '<p style="text-indent:-9999px">a</p><p style="position:absolute;left:-9999px">b</p><p>c</p>',
    ['c'],
  ],
  ['no text of size zero', '<p style="font-size:0px">a</p><p>b</p>', ['b']],
  [
    'no editors',
    '<div contenteditable>a</div><div contenteditable="TRUE">b</div><div role="textbox">c</div><div class="x cm-editor">d</div><div contenteditable="false">e</div>',
    ['e'],
  ],
  ['no drawings', '<p>a<svg><text>b</text></svg><canvas>c</canvas> d</p>', ['a d']],
  [
    'closed details: the summary only',
    '<details><summary>a</summary><p>b</p></details><details open><summary>c</summary><p>d</p></details>',
    ['a', 'c', 'd'],
  ],
  [
    'no footnote marks',
    '<p>The war<sup><a href="#1">[1]</a></sup> ended on the 20<sup>th</sup>.</p>',
    ['The war ended on the 20th.'],
  ],
  ['a drop cap as part of its word', '<p><span style="float:left">T</span>he talks</p>', ['The talks']],
  [
    'what stands aside for itself, the text around it whole',
    '<p>The talks <span style="position:absolute">a note</span>go on.</p>',
    ['a note', 'The talks go on.'],
  ],
  ['blocks without a word not at all', '<p>12 · 34</p><hr><p>***</p>', []],
  ['ruby without its reading', '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>', ['漢字']],
  ['a pre by its blank lines', '<pre>One\ntwo.\n\nThree\r\n\r\nFour</pre>', ['One two.', 'Three', 'Four']],
];

describe('reading the blocks of a page', () => {
  it.each(READ)('reads %s', (_name, html, blocks) => {
    expect(texts(html)).toEqual(blocks);
  });

  it('reads the plain cases without any style too', () => {
    for (const [, html, blocks] of READ.slice(0, 11)) expect(texts(html, byMarkup)).toEqual(blocks);
  });

  it('tells headings from text', () => {
    document.body.innerHTML = '<h3>a</h3><div role="heading">b</div><p>c</p><h2><span>d</span><div>e</div></h2>f';
    expect(readBlocks(document, byStyle).map(({ text, role }) => [text, role])).toEqual([
      ['a', 'heading'],
      ['b', 'heading'],
      ['c', 'text'],
      ['d', 'heading'],
      ['e', 'heading'],
      ['f', 'text'],
    ]);
  });

  it('reads open shadow roots, with what is slotted in its place', () => {
    document.body.innerHTML = '<div id="h"><b slot="x">slotted</b> not shown</div>';
    const root = document.querySelector('#h')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<p>before <slot name="x">fallback</slot> after</p><p><slot name="y">fallback</slot></p>';
    const roots: ShadowRoot[] = [];
    const blocks = readBlocks(document, byStyle, { onShadow: (one) => roots.push(one) });
    expect(blocks.map(({ text }) => text)).toEqual(['before slotted after', 'fallback']);
    expect(roots).toEqual([root]);
  });

  it('is not misled by a form whose fields are named like properties', () => {
    const names = ['firstChild', 'nextSibling', 'localName', 'getAttribute', 'namespaceURI', 'parentNode', 'childNodes'];
    expect(texts(`<form>${names.map((name) => `<input name="${name}">`).join('')}<p>text</p></form><p>after</p>`)).toEqual([
      'text',
      'after',
    ]);
  });

  it('cuts one huge text after sentences, and loses nothing', () => {
    const sentence = 'The general said that the war had reached a stalemate. ';
    document.body.textContent = sentence.repeat(2000);
    const blocks = readBlocks(document, byMarkup);
    expect(blocks.length).toBeGreaterThan(4);
    for (const { text } of blocks) expect(text).toMatch(/^The general .* stalemate\.$/);
    expect(blocks.map(({ text }) => text).join(' ')).toBe(sentence.repeat(2000).trim());
    const last = blocks.at(-1);
    const start = (last?.text.length ?? 0) - 10;
    expect(last && stretchesOf(last, start, start + 9)?.map(({ range }) => range.toString())).toEqual(['stalemate']);
  });

  it(
    'gives back exactly the text it sent, through live ranges, on random trees',
    () => {
      const words = fc.constantFrom('talks', ' ', '  war ', '\n', 'a\u00a0b', 'stale\u00admate', '\u200b', 'NATO.', '𝒙', '. ');
      const tag = fc.constantFrom(
        'p',
        'div',
        'span',
        'b',
        'a',
        'br',
        'code',
        'h2',
        'li',
        'script',
        'pre',
        'sup',
        'span hidden',
        'p hidden',
      );
      const tree = fc.letrec<{ node: string }>((tie) => ({
        node: fc.oneof(
          { maxDepth: 5, depthSize: 'medium' },
          words,
          fc
            .tuple(tag, fc.array(tie('node'), { maxLength: 5 }))
            .map(([name, inner]) => (name === 'br' ? '<br>' : `<${name}>${inner.join('')}</${name.split(' ')[0]}>`)),
        ),
      }));
      let passages = 0;
      fc.assert(
        fc.property(fc.array(tree.node, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (nodes, a, b) => {
          // A document of its own: jsdom updates every range ever made with every change.
          const page = document.implementation.createHTMLDocument();
          page.body.innerHTML = nodes.join('');
          for (const block of readBlocks(page, byMarkup)) {
            const { text } = block;
            expect(text).toBe(collapse(text, true).trimEnd());
            const start = a % text.length;
            const end = start + 1 + (b % (text.length - start));
            const stretches = stretchesOf(block, start, end);
            const quote = text.slice(start, end);
            const together = (stretches ?? []).map(({ range }) => collapse(range.toString(), false)).join('');
            expect(together.replaceAll(' ', '')).toBe(quote.replaceAll(' ', ''));
            if (quote.trim() !== '') {
              expect(stretches).not.toBeNull();
              passages++;
            }
          }
        }),
        RUNS,
      );
      expect(passages).toBeGreaterThanOrEqual(atLeast(500));
    },
    PATIENCE_MS,
  );
});
