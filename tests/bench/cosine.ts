// A plain baseline: cosine of IDF-weighted stems between a sentence and each text of a claim, lit from a threshold.
import { idfOf } from '../../src/text/frequencies.ts';
import { stemOf } from '../../src/text/stem.ts';
import { STOP_WORDS } from '../../src/text/stop-words.ts';
import { normal } from '../../src/text/words.ts';

type Vector = ReadonlyMap<string, number>;

const vectorOf = (text: string): Vector => {
  const vector = new Map<string, number>();
  for (const word of text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const form = normal(word);
    if (STOP_WORDS.has(form)) continue;
    const stem = stemOf(form);
    vector.set(stem, idfOf(stem));
  }
  const norm = Math.sqrt([...vector.values()].reduce((sum, x) => sum + x * x, 0));
  for (const [stem, x] of vector) vector.set(stem, norm > 0 ? x / norm : 0);
  return vector;
};

/** Best cosine of each claim with the sentence. */
export const newCosine = (claims: readonly (readonly string[])[]): ((sentence: string) => Float64Array) => {
  const postings = new Map<string, { readonly text: number; readonly weight: number }[]>();
  const claimOf: number[] = [];
  claims.forEach((texts, claim) => {
    for (const text of texts) {
      for (const [stem, weight] of vectorOf(text)) {
        const list = postings.get(stem) ?? [];
        list.push({ text: claimOf.length, weight });
        postings.set(stem, list);
      }
      claimOf.push(claim);
    }
  });
  return (sentence) => {
    const scores = new Float64Array(claimOf.length);
    for (const [stem, x] of vectorOf(sentence))
      for (const { text, weight } of postings.get(stem) ?? []) scores[text] = (scores[text] ?? 0) + x * weight;
    const best = new Float64Array(claims.length);
    claimOf.forEach((claim, text) => {
      best[claim] = Math.max(best[claim] ?? 0, scores[text] ?? 0);
    });
    return best;
  };
};
