// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { type PageBlock, readBlocks } from '../../src/page/blocks.ts';
import { holds, stretchesOf } from '../../src/page/ranges.ts';
import { renderedByMarkup } from '../../src/page/rendered.ts';

function block(html: string): PageBlock {
  document.body.innerHTML = html;
  const first = readBlocks(document, renderedByMarkup(window))[0];
  if (first === undefined) throw new Error('expected a block, got none');
  return first;
}

function ranges(html: string, quote: string): string[] {
  const read = block(html);
  const start = read.text.indexOf(quote);
  expect(start).toBeGreaterThanOrEqual(0);
  return (stretchesOf(read, start, start + quote.length) ?? []).map(({ range }) => range.toString());
}

describe('ranges of a passage', () => {
  it('is one range over inline tags', () => {
    expect(ranges('<p>He <b>would</b> not <i>object</i>.</p>', 'would not object')).toEqual(['would not object']);
  });

  it('keeps the source’s whitespace inside and none around', () => {
    expect(ranges('<p>  He \n  would </p>', 'He would')).toEqual(['He \n  would']);
  });

  it('begins anew after something that is not read', () => {
    expect(ranges('<p>He <span hidden>never</span>would</p>', 'He would')).toEqual(['He', 'would']);
    expect(ranges('<p>He<span hidden>never</span> <b></b>would</p>', 'He would')).toEqual(['He', 'would']);
    expect(ranges('<p>He<br>would</p>', 'He would')).toEqual(['He', 'would']);
  });

  it('is none when the text has changed since it was read', () => {
    const read = block('<p>He would not</p>');
    read.segments[0]?.node.replaceData(3, 5, 'could');
    expect(stretchesOf(read, 0, 8)).toBeNull();
  });

  it('no longer holds when the text is edited or leaves the page', () => {
    const read = block('<p>He would not</p>');
    const [stretch] = stretchesOf(read, 3, 8) ?? [];
    if (stretch === undefined) throw new Error('expected a stretch');
    expect(holds(stretch)).toBe(true);
    read.segments[0]?.node.insertData(5, 'xx');
    expect(holds(stretch)).toBe(false);
    read.segments[0]?.node.deleteData(5, 2);
    expect(holds(stretch)).toBe(true);
    document.body.replaceChildren();
    expect(holds(stretch)).toBe(false);
  });
});
