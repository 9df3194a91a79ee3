// Postings: for each term the claims it is typical of; for each of these the texts of the claim that hold the term.

import { PARTS_CREDIT, PROFILE_SATURATION, RELATED_SPREAD, UNUSED_NATS } from './information.ts';
import type { ConceptInput } from './input.ts';
import type { SlottedText, Telling } from './telling.ts';

/** Lists as one column of values and one of starts. */
export const flatten = (lists: readonly (readonly number[])[]): { readonly at: Int32Array; readonly values: Int32Array } => {
  const at = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    at[i + 1] = (at[i] ?? 0) + list.length;
  });
  return { at, values: Int32Array.from(lists.flat()) };
};

interface Entry {
  readonly text: number;
  readonly slot: number;
  readonly weight: number;
}

/** Least chance that a text uses a term: keeps the ratio of rare terms finite. */
const LEAST_CHANCE = 0.002;
/** Share of a claim's chance that comes from the pack at large. */
const SMOOTH = 0.1;

/** More claims than this have no table of kinship (it grows with their square); the feature is then 0 for all. */
const MOST_KIN = 1000;

/** How alike the vocabularies of each two claims are: cosine of their typical terms' weights, 0 to 1, row by row. */
const kinship = (typical: readonly ReadonlyMap<number, number>[], weight: Float32Array, claims: number): Float32Array => {
  if (claims > MOST_KIN) return new Float32Array(0);
  const kin = new Float32Array(claims * claims);
  typical.forEach((list, term) => {
    const nats = weight[term] ?? 0;
    for (const [a, x] of list) for (const [b, y] of list) kin[a * claims + b] = (kin[a * claims + b] ?? 0) + x * y * nats * nats;
  });
  const length = Float32Array.from({ length: claims }, (_, c) => Math.sqrt(kin[c * claims + c] ?? 0));
  return kin.map((value, i) => value / Math.max(1e-6, (length[Math.floor(i / claims)] ?? 0) * (length[i % claims] ?? 0)));
};

export const postingColumns = (
  texts: readonly SlottedText[],
  weights: readonly (readonly number[])[],
  telling: Telling,
  concepts: readonly ConceptInput[],
) => {
  const terms = telling.weight.length;
  const claims = telling.shares.length;
  const typical: Map<number, number>[] = Array.from({ length: terms }, () => new Map());
  const raise = (term: number, claim: number, value: number): void => {
    typical[term]?.set(claim, Math.max(typical[term]?.get(claim) ?? 0, value));
  };
  telling.shares.forEach((share, claim) => {
    for (const [term, part] of share) {
      const value = 1 - Math.exp(-PROFILE_SATURATION * part);
      raise(term, claim, value);
      for (const near of [...(concepts[term]?.related ?? []), ...(concepts[term]?.opposite ?? [])])
        raise(near, claim, value * RELATED_SPREAD);
    }
  });
  const own = new Map<number, Entry[]>();
  const parts = new Map<number, Entry[]>();
  let slot = 0;
  texts.forEach((text, number) => {
    text.slots.forEach(({ term, parts: words }, i) => {
      const weight = weights[number]?.[i] ?? 0;
      const add = (table: Map<number, Entry[]>, of: number, entry: Entry): void => {
        const key = of * claims + text.claim;
        const list = table.get(key);
        if (list) list.push(entry);
        else table.set(key, [entry]);
      };
      add(own, term, { text: number, slot, weight });
      if (words.length > 1)
        for (const part of words) add(parts, part, { text: number, slot, weight: (weight * PARTS_CREDIT) / words.length });
      slot++;
    });
  });

  const chance = (term: number): number => Math.max(LEAST_CHANCE, (telling.total[term] ?? 0) / claims);
  const postings = typical.flatMap((list, term) =>
    [...list].sort(([a], [b]) => a - b).map(([claim, value]) => ({ term, claim, value })),
  );
  const lists = typical.map((list) => [...list.keys()].sort((a, b) => a - b));
  const entries = (table: Map<number, Entry[]>): Entry[][] =>
    postings.map(({ term, claim }) => table.get(term * claims + claim) ?? []);
  const ownEntries = entries(own);
  const partEntries = entries(parts);
  const column = (of: (posting: { term: number; claim: number; value: number }) => number): Float32Array =>
    Float32Array.from(postings, of);
  const mass = new Float32Array(claims);
  for (const { term, claim, value } of postings) mass[claim] = (mass[claim] ?? 0) + value * value * (telling.weight[term] ?? 0);
  const post = flatten(lists);
  return {
    postAt: post.at,
    postClaim: post.values,
    postGate: column(({ term, value }) => value * (telling.weight[term] ?? 0)),
    postMass: column(({ term, value }) => value * value * (telling.weight[term] ?? 0)),
    postNb: column(({ term, value }) => Math.log((value * (1 - SMOOTH) + SMOOTH * chance(term)) / chance(term)) + UNUSED_NATS),
    claimMass: mass,
    claimKin: kinship(typical, telling.weight, claims),
    ownAt: flatten(ownEntries.map((list) => list.map((e) => e.text))).at,
    ownText: Int32Array.from(ownEntries.flat(), (e) => e.text),
    ownSlot: Int32Array.from(ownEntries.flat(), (e) => e.slot),
    ownWeight: Float32Array.from(ownEntries.flat(), (e) => e.weight),
    partAt: flatten(partEntries.map((list) => list.map((e) => e.text))).at,
    partText: Int32Array.from(partEntries.flat(), (e) => e.text),
    partSlot: Int32Array.from(partEntries.flat(), (e) => e.slot),
    partWeight: Float32Array.from(partEntries.flat(), (e) => e.weight),
  };
};
