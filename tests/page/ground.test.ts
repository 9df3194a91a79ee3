// @vitest-environment jsdom
// Whatever colour a page has: the line under a passage keeps a contrast of 3:1, at every strength, with and without its tint.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { GROUNDS, type Ground, groundOf, luminance } from '../../src/page/ground.ts';

type Rgb = readonly [number, number, number];
interface Look {
  readonly key: string;
  readonly line: Rgb;
  /** Colour and opacity. */
  readonly tint: readonly [number, number, number, number] | null;
}

const css = readFileSync(join(import.meta.dirname, '../../entrypoints/highlights.css'), 'utf8');
const screen = css.slice(0, css.indexOf('@media screen and (forced-colors'));
const looks: readonly Look[] = [...screen.matchAll(/::highlight\((sl-[1-4]\w*)\) \{([^}]*)\}/gu)].map(
  ([, key = '', body = '']) => {
    const [, hex = ''] = /#([0-9a-f]{6})/u.exec(body) ?? [];
    const tint = /background-color: rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)/u.exec(body)?.slice(1).map(Number);
    return {
      key,
      line: [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb,
      tint: tint === undefined ? null : (tint as unknown as Look['tint']),
    };
  },
);
const contrast = (one: Rgb, other: Rgb): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const tinted = (ground: Rgb, tint: Look['tint']): Rgb =>
  tint === null ? ground : (ground.map((value, at) => (tint[at] ?? 0) * tint[3] + value * (1 - tint[3])) as unknown as Rgb);

/** The ground of a paragraph inside `outer`. */
function ground(outer: string, inner = ''): Ground {
  document.body.innerHTML = `<div style="${outer}"><p style="${inner}">Words</p></div>`;
  const paragraph = document.querySelector('p');
  if (paragraph === null) throw new Error('expected a paragraph');
  return groundOf(paragraph);
}

afterEach(() => {
  document.body.innerHTML = '';
  document.head.innerHTML = '';
  document.documentElement.removeAttribute('style');
  vi.unstubAllGlobals();
});

describe('the line under a passage', () => {
  it('has a rule for every standing, strength and ground', () => {
    expect(looks.length).toBe(4 * 3 * GROUNDS.length);
  });

  it('keeps 3:1 on every colour that a page can have', () => {
    const steps = [0, 51, 92, 128, 164, 204, 255];
    const used = new Set<Ground>();
    const low: string[] = [];
    for (const red of steps)
      for (const green of steps)
        for (const blue of steps) {
          const colour: Rgb = [red, green, blue];
          const text = luminance(colour) > 0.179 ? '#000' : '#fff';
          const end = ground(`background-color: rgb(${colour}); color: ${text}`);
          used.add(end);
          for (const { key, line, tint } of looks) {
            if (key.replace(/^sl-\d[qs]?/u, '') !== end) continue;
            const least = Math.min(contrast(line, colour), contrast(line, tinted(colour, tint)));
            if (least < 3) low.push(`${key} on ${colour}: ${least.toFixed(2)}`);
          }
        }
    expect(low).toEqual([]);
    expect([...used].sort()).toEqual([...GROUNDS].sort());
  });
});

describe('what a passage stands on', () => {
  it.each<[string, string, string, Ground]>([
    ['nothing: the canvas is white', '', '', ''],
    ['white on a dark block', 'background-color: #15171b; color: #eee', '', 'd'],
    [
      'the nearest background that lets nothing through',
      'background-color: #111; color: #eee',
      'background-color: #fff; color: #111',
      '',
    ],
    ['a veil over a dark block', 'background-color: #000; color: #fff', 'background-color: rgba(255, 255, 255, 0.3)', 'w'],
    ['a veil that hides it nearly', 'background-color: #000; color: #000', 'background-color: rgba(255, 255, 255, 0.95)', ''],
    ['a picture under light text', 'background-image: url(x.png); color: #fff', '', 'w'],
    ['a gradient under dark text', 'background-image: linear-gradient(#fff, #eee); color: #222', '', 'b'],
    ['a picture that is covered', 'background-image: url(x.png)', 'background-color: #fff', ''],
    ['light text laid over a neighbour that is no ancestor', 'background-color: #fff; color: #fefefe', '', 'w'],
    ['pale text on white is still on white', 'background-color: #fff; color: #aaa', '', ''],
  ])('%s', (_name, outer, inner, expected) => {
    expect(ground(outer, inner)).toBe(expected);
  });

  it('a page that is dark by its colour scheme, or by the reader’s', () => {
    document.head.innerHTML = '<meta name="color-scheme" content="dark">';
    expect(ground('color: #fff')).toBe('d');
    document.head.innerHTML = '<meta name="color-scheme" content="light dark">';
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    expect(ground('color: #fff')).toBe('d');
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
    expect(ground('color: #000')).toBe('');
  });
});
