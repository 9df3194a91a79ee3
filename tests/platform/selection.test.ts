// Which claims are near to a selected text: what would be highlighted, and what comes close.
import { describe, expect, test } from 'vitest';
import type { Match, Matcher, Nearest } from '../../src/match/types.ts';
import { answerSelection } from '../../src/platform/answer.ts';
import type { OpenPack } from '../../src/platform/packs.ts';
import { readItems } from '../../src/platform/settings-items.ts';

const reason = { wording: 2, agreed: [], inferred: [] };
const match = (claim: number, confidence: number): Match => ({
  ...{ claim, confidence, block: 0, start: 0, end: 1 },
  relation: 'denies',
  reason,
});

function packOf(id: string, wordings: number, matches: readonly Match[], nearest: readonly Nearest[]): OpenPack {
  const matcher: Matcher = { claims: 9, match: () => [...matches], nearest: (_, k) => nearest.slice(0, k) };
  return {
    facts: { id, language: 'en', claims: 9, wordings } as OpenPack['facts'],
    matcher,
    place: 'stored',
    bytes: 1,
    briefs: async (claims) =>
      claims.map((n) => ({
        ...{ claim: `c${n}`, statement: `says ${n}`, topic: 't', standing: null },
        balance: { corroborates: 0, rebuts: 0, context: 0, repeats: 0 },
      })),
    card: async () => null,
  };
}
const { settings } = readItems({}, {});
const ask = async (packs: readonly OpenPack[]) =>
  (await answerSelection('words', packs, settings)).near.map(({ claim, confidence, relation }) => [claim, confidence, relation]);

describe('the claims nearest to a selection', () => {
  test('a match keeps its relation and its confidence; nearer claims come first', async () => {
    const pack = packOf(
      'p',
      5,
      [match(1, 0.9)],
      [
        { claim: 1, score: 0.9 },
        { claim: 2, score: 0.3 },
      ],
    );
    expect(await ask([pack])).toEqual([
      ['c1', 0.9, 'denies'],
      ['c2', 0.3, 'asserts'],
    ]);
  });

  test('what is hardly likely is not near', async () => {
    expect(await ask([packOf('p', 5, [], [{ claim: 1, score: 0.04 }])])).toEqual([]);
    expect(await ask([packOf('p', 5, [], [{ claim: 1, score: 0.06 }])])).toEqual([['c1', 0.06, 'asserts']]);
  });

  test('a pack without wordings ranks by no probability: only its matches count', async () => {
    expect(await ask([packOf('p', 0, [match(3, 0.8)], [{ claim: 4, score: 0.7 }])])).toEqual([['c3', 0.8, 'denies']]);
  });

  test('the nearest come first, whichever pack they are from', async () => {
    expect(await ask([packOf('p', 5, [], [{ claim: 1, score: 0.3 }]), packOf('q', 5, [match(2, 0.9)], [])])).toEqual([
      ['c2', 0.9, 'denies'],
      ['c1', 0.3, 'asserts'],
    ]);
  });

  test('each names the language of its pack', async () => {
    const answer = await answerSelection('words', [packOf('p', 5, [match(1, 0.9)], [])], settings);
    expect(answer.near.map(({ language }) => language)).toEqual(['en']);
  });

  test('claims of all packs that are on are counted, five at most are named', async () => {
    const many = Array.from({ length: 9 }, (_, claim) => ({ claim, score: 0.5 }));
    const answer = await answerSelection('words', [packOf('p', 5, [], many), packOf('q', 5, [], many)], settings);
    expect(answer.near.length).toBe(5);
    expect(answer.checked).toBe(18);
  });
});
