// What a sentence holds of the thesaurus, and what the reader is told of it.
import { describe, expect, it } from 'vitest';
import { compileWordings } from '../../src/match/wordings/compile.ts';
import type { ConceptInput } from '../../src/match/wordings/input.ts';
import type { Columns } from '../../src/match/wordings/layout.ts';
import { newScorer } from '../../src/match/wordings/scorer.ts';
import { newLexicon } from '../../src/text/lexicon.ts';
import { newWords, splitWords } from '../../src/text/words.ts';

const concept = (members: readonly string[], more: Partial<ConceptInput> = {}): ConceptInput => ({
  members,
  ambiguous: [],
  standsFor: [],
  opposite: [],
  related: [],
  name: true,
  ...more,
});
const texts = (...list: readonly string[]) => ({ texts: list.map((text) => ({ text, relation: 'asserts' as const })) });
const ZALUZHNY = concept(['Zaluzhny', 'Valery Zaluzhny'], { ambiguous: [{ text: 'the general', near: [0, 1] }] });
const GERASIMOV = concept(['Gerasimov', 'Valery Gerasimov'], { ambiguous: [{ text: 'the general', near: [0, 1] }] });
const claims = [texts('Zaluzhny and Gerasimov secretly negotiated a truce.'), texts('Zaluzhny wrote a tedious memoir.')];
const compiled = (...concepts: readonly ConceptInput[]): Columns => compileWordings({ concepts, claims });

const words = newWords();
/** What agreed in the last of `sentences`, as its words, and the names inferred for it, of the first claim. */
const grounds = (index: Columns, ...sentences: readonly string[]) => {
  const scorer = newScorer(index, newLexicon(), null);
  const found = sentences.map((text) => {
    splitWords(text, words);
    return scorer.score(text, words, 0, words.count, false);
  });
  const of = found.at(-1)?.find(({ claim }) => claim === 0)?.grounds;
  const text = sentences.at(-1) ?? '';
  const agreed = of?.agreed ?? [];
  return {
    agreed: agreed.flatMap((start, i) => (i % 3 === 0 ? [text.slice(start, agreed[i + 1])] : [])),
    inferred: of?.inferred,
  };
};

describe('reading with a thesaurus', () => {
  it('takes nothing of a name’s rarity for a common word that counts only beside the name', () => {
    const plain = compiled(concept(['Zaluzhny']), concept(['Gerasimov']));
    const both = compiled({ ...concept(['Zaluzhny']), ambiguous: [{ text: 'president', near: [0] }] }, concept(['Gerasimov']));
    expect(both.idf[0]).toBeCloseTo(plain.idf[0] ?? 0, 5);
    expect(plain.idf[0]).toBeGreaterThan(6);
  });

  it.each(['€', 'against', 'who'])(
    'loses nothing of what a group is worth by a member that is no word or a function word: %s',
    (other) => {
      expect(compiled(concept(['euro', other])).idf[0]).toBeCloseTo(compiled(concept(['euro'])).idf[0] ?? 0, 5);
      expect(compiled(concept([other])).idf[0]).toBeLessThan(1);
    },
  );

  it('finds expressions of function words', () => {
    const { reading, score } = newScorer(compiled(concept(['made up', 'there is no'], { name: false })), newLexicon(), null);
    for (const text of ['The story was made up.', 'There is no truce.']) {
      splitWords(text, words);
      score(text, words, 0, words.count, false);
      expect(reading.stamp[0]).toBe(reading.sentence);
    }
  });

  it('marks the names that agreed, not the office before them', () => {
    const { agreed } = grounds(
      compiled(ZALUZHNY, GERASIMOV),
      'The general Valery Zaluzhny and the general Valery Gerasimov negotiated a truce.',
    );
    expect(agreed).toEqual(['Valery Zaluzhny', 'Valery Gerasimov', 'negotiated', 'truce']);
  });

  it('tells names from before as the page had written them by then, whole', () => {
    const index = compiled(ZALUZHNY, GERASIMOV);
    expect(grounds(index, 'Valery Zaluzhny met Gerasimov.', 'They secretly negotiated a truce.').inferred?.toSorted()).toEqual([
      'Gerasimov',
      'Valery Zaluzhny',
    ]);
    expect(
      grounds(index, 'Zaluzhny came.', 'The general met Gerasimov.', 'Both negotiated a truce.').inferred?.toSorted(),
    ).toEqual(['Gerasimov', 'Zaluzhny']);
  });

  it('forgets first the name that was spoken of longest ago', () => {
    const others = Array.from({ length: 23 }, (_, i) => `Nameless${String.fromCharCode(97 + i)}`);
    const index = compiled(ZALUZHNY, GERASIMOV, ...others.map((name) => concept([name])));
    const crowd = `Zaluzhny met ${others.join(' and ')}.`;
    expect(grounds(index, crowd, 'Zaluzhny met Gerasimov.', 'They negotiated a truce.').inferred?.toSorted()).toEqual([
      'Gerasimov',
      'Zaluzhny',
    ]);
  });
});
