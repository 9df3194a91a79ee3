// The generator gives the same claims and pages on every machine, as many as asked for, with words as uneven as in news.
import { describe, expect, it } from 'vitest';
import { generateClaims, newGenerator } from './generate.ts';

const FRAMES = [
  'The minister said on Tuesday that 315,000 soldiers had crossed the river near the village.',
  'Nobody in the capital believes that the talks with Norway will end before the winter.',
  'Why would the bank raise its rates again when prices in the shops are falling?',
  'Two officers told the newspaper that the bridge was closed after a fire in the harbour.',
];

describe('newGenerator', () => {
  it('gives the same claims and page for the same seed', () => {
    const make = (seed: number) => {
      const generator = newGenerator(FRAMES, seed);
      return { claims: generateClaims(generator, 300), page: generator.page(500, ['A planted sentence.']) };
    };
    expect(make(7)).toEqual(make(7));
    expect(make(8).claims).not.toEqual(make(7).claims);
  });

  it('begins with the same claims, however many are asked for', () => {
    const few = generateClaims(newGenerator(FRAMES, 7), 50);
    expect(generateClaims(newGenerator(FRAMES, 7), 200).slice(0, 50)).toEqual(few);
  });

  it('gives no claim twice', () => {
    expect(new Set(generateClaims(newGenerator(FRAMES, 7), 2000)).size).toBe(2000);
  });

  it('keeps the function words and the form of numbers of a frame', () => {
    const claims = generateClaims(newGenerator(FRAMES.slice(0, 1), 7), 20);
    for (const claim of claims) expect(claim).toMatch(/^The \p{L}+ said on \p{L}+ that \d{3},\d{3} \p{L}+ had \p{L}+ the /u);
  });

  it('uses few words often and many words seldom', () => {
    const counts = new Map<string, number>();
    for (const claim of generateClaims(newGenerator(FRAMES, 7), 2000))
      for (const [word] of claim.toLowerCase().matchAll(/\p{L}{4,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    const top = sorted.slice(0, 20).reduce((a, b) => a + b, 0);
    expect(top).toBeGreaterThan(0.3 * sorted.reduce((a, b) => a + b, 0));
    expect(sorted.filter((count) => count === 1).length).toBeGreaterThan(100);
  });

  it('plants each given sentence once in a page of about the wanted length', () => {
    const planted = ['The first planted one.', 'The second planted one.', 'The third planted one.'];
    const text = newGenerator(FRAMES, 7)
      .page(1000, planted)
      .map((block) => block.text)
      .join(' ');
    for (const sentence of planted) expect(text.split(sentence)).toHaveLength(2);
    expect(text.split(/\s+/).length).toBeGreaterThan(950);
    expect(text.split(/\s+/).length).toBeLessThan(1050);
  });

  it('refuses frames without a usable sentence', () => {
    expect(() => newGenerator(['Too short.'], 7)).toThrow('expected frames');
  });
});
