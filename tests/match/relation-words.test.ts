// What everyday words tell of how a sentence treats a claim: the sum over a sentence, the list as learned, the list as shipped.
import { describe, expect, it } from 'vitest';
import type { Relation } from '../../src/match/types.ts';
import { RELATION_WORDS } from '../../src/match/wordings/relation-words.data.ts';
import { NO_WORD, newRelationTold } from '../../src/match/wordings/relation-words.ts';
import { newLexicon } from '../../src/text/lexicon.ts';
import { relationWordsByFold } from '../bench/learn-relation-words.ts';

const told = (list: Parameters<typeof newRelationTold>[0], text: string) => {
  const lexicon = newLexicon();
  const words = text.split(' ');
  return newRelationTold(list, lexicon)({ words: words.length, lex: Int32Array.from(words, (word) => lexicon.numberOf(word)) });
};

describe('newRelationTold', () => {
  const list = new Map<string, readonly [number, number]>([
    ['never', [2, -1]],
    ['whether', [0.5, 4]],
  ]);

  it('adds up the listed words, each once, and passes over all others', () => {
    const once = told(list, 'generals never met');
    expect(once[0]).toBeCloseTo((3 * 2) / Math.SQRT2);
    expect(once[1]).toBeCloseTo((3 * -1) / Math.SQRT2);
    expect(told(list, 'never never generals never')).toEqual(once);
  });
  it('divides by the root of their number, the entry of every sentence included', () => {
    const both = told(new Map([...list, [NO_WORD, [-1, -2]]]), 'whether never');
    expect(both[0]).toBeCloseTo((3 * (2.5 - 1)) / Math.sqrt(3));
    expect(both[1]).toBeCloseTo((3 * (3 - 2)) / Math.sqrt(3));
  });
  it('counts the entry of every sentence once, whatever stems there are', () => {
    const all = new Map([...list, [NO_WORD, [-1, -2]] as const]);
    const lexicon = { stems: ['', 'never', 'generals'], generation: 0 };
    const told = newRelationTold(all, lexicon);
    const alone = told({ words: 1, lex: Int32Array.of(2) });
    expect(told({ words: 1, lex: Int32Array.of(0) })).toEqual(alone);
    expect(told({ words: 3, lex: Int32Array.of(0, 2, 1) })).toEqual(told({ words: 1, lex: Int32Array.of(1) }));
  });
  it('looks words up again when the lexicon starts anew', () => {
    const lexicon = { stems: ['never', 'generals'], generation: 0 };
    const told = newRelationTold(list, lexicon);
    const denied = told({ words: 1, lex: Int32Array.of(0) });
    expect(told({ words: 1, lex: Int32Array.of(1) })).toEqual([0, 0]);
    // A number that the lexicon gives later.
    expect(told({ words: 1, lex: Int32Array.of(5) })).toEqual([0, 0]);
    lexicon.stems = ['generals', 'met', 'in', 'a', 'day', 'never'];
    lexicon.generation = 1;
    expect(told({ words: 1, lex: Int32Array.of(0) })).toEqual([0, 0]);
    expect(told({ words: 1, lex: Int32Array.of(5) })).toEqual(denied);
  });
  it('tells nothing where no word is listed', () => {
    expect(told(list, 'generals met')).toEqual([0, 0]);
  });
});

describe('the list', () => {
  const say = (text: (claim: number) => string, relation: Relation) =>
    Array.from({ length: 40 }, (_, claim) => ({ claim: `K${claim}`, text: text(claim), relation, third: claim % 3 }));
  const wordings = [
    ...say((claim) => `they agreed on subject${claim}`, 'asserts'),
    ...say((claim) => `nobody agreed on subject${claim}`, 'denies'),
    ...say((claim) => `perhaps they agreed on subject${claim}`, 'questions'),
  ];
  const sentences = Array.from({ length: 30 }, (_, i) => ({
    text: `so nobody agreed on day${i}`,
    relation: 'asserts' as const,
    fold: 0,
  }));
  const topical = new Set(['agre']);
  const without = relationWordsByFold(wordings, sentences, topical, newLexicon());

  it('holds words of many claims only, none of the matter, and knows which relation they speak for', () => {
    const list = without([0]);
    expect([...list.keys()].filter((stem) => stem.startsWith('subject') || stem === 'agre')).toEqual([]);
    const [deny, ask] = list.get('nobodi') ?? [0, 0];
    expect(deny).toBeGreaterThan(0.3);
    expect(deny).toBeGreaterThan(ask);
    expect(list.get('perhap')?.[1]).toBeGreaterThan(0.3);
  });
  it('is another one when what it is judged on is left out', () => {
    expect(without([], 0)).not.toEqual(without([]));
    // Those thirty say the contrary of the wordings.
    expect(without([0]).get('nobodi')?.[0]).toBeGreaterThan(without([]).get('nobodi')?.[0] ?? 0);
    expect(without([0])).toEqual(relationWordsByFold(wordings, [], topical, newLexicon())([]));
  });
  it('as shipped hears a denial and a doubt in their plainest words', () => {
    for (const word of ['never', 'nobodi', 'not']) expect(RELATION_WORDS.get(word)?.[0] ?? 0).toBeGreaterThan(0);
    expect(RELATION_WORDS.get('realli')?.[1] ?? 0).toBeGreaterThan(0);
  });
});
