// The comparator does what the published rule says: all content words of a paraphrase, in one window, or nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast, RUNS } from '../runs.ts';
import { newDisputeFinder, WINDOW } from './dispute-finder.ts';

const CLAIMS = [
  ['The moon landing was staged in a studio.', 'Astronauts never walked on the moon.'],
  ['Vaccines cause autism in children.'],
  ['It is what it is.'],
];
const rule = newDisputeFinder(CLAIMS);

describe("Dispute Finder's rule", () => {
  it.each([
    ['the statement itself', 'The moon landing was staged in a studio.', [0]],
    [
      'its words in another order, form and company',
      'In studios, he wrote, they had been staging the landings on our moon for years.',
      [0],
    ],
    ['a second paraphrase', 'No astronaut ever walked on the moon, she claims.', [0]],
    ['two claims at once', 'Vaccines cause autism in children, and the moon landing was staged in a studio.', [0, 1]],
    ['all words but one', 'The moon landing was staged.', []],
    ['a synonym for one word', 'Vaccines trigger autism in children.', []],
    ['a denial, which the rule does not see', 'Vaccines do not cause autism in children.', [1]],
    ['only function words of a claim without others', 'It is what it is.', []],
    ['no words', '… – !', []],
  ])('%s', (_, sentence, claims) => {
    expect(rule.find(sentence)).toEqual(claims);
  });

  it('wants the words within the window', () => {
    const apart = (words: number): string => `Vaccines cause autism ${'very '.repeat(words)}children`;
    expect(rule.find(apart(WINDOW - 4))).toEqual([1]);
    expect(rule.find(apart(WINDOW - 3))).toEqual([]);
    expect(rule.find(`Children. ${apart(WINDOW)} vaccines cause autism`)).toEqual([1]);
  });

  it('finds what trying every paraphrase finds', () => {
    const words = ['river', 'bank', 'soldier', 'minister', 'the', 'winter', 'fire', 'of', 'harbour', 'price'];
    const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
    let hits = 0;
    fc.assert(
      fc.property(fc.array(fc.array(sentence, { maxLength: 3 }), { maxLength: 8 }), sentence, (claims, text) => {
        const held = new Set(text.split(' '));
        const expected = claims.flatMap((texts, claim) => {
          const made = texts.some((paraphrase) => {
            const wanted = paraphrase.split(' ').filter((word) => word !== 'the' && word !== 'of');
            return wanted.length > 0 && wanted.every((word) => held.has(word));
          });
          return made ? [claim] : [];
        });
        hits += expected.length;
        expect(newDisputeFinder(claims).find(text)).toEqual(expected);
      }),
      RUNS,
    );
    expect(hits).toBeGreaterThanOrEqual(atLeast(100));
  });
});
