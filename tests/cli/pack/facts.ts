// Whether every fact of the bundled pack's research notes is placed, or listed as unused with a reason.
import type { Pack } from '../../../src/claims/types.ts';
import { error, type Finding } from './finding.ts';

/** The 89 facts of the notes (research/facts.md of the team's shared folder), by letter. R13, L5 and N7 were never given out. */
const FACTS: Readonly<Record<string, readonly number[]>> = {
  I: [1, 2, 3, 4, 5, 6],
  R: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16],
  E: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  T: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  L: [1, 2, 3, 4, 6, 7],
  N: [1, 2, 3, 4, 5, 6, 8],
  O: [1, 2, 3, 4],
  C: [1, 2],
  G: [1, 2, 3, 4, 5, 6, 7],
  W: [1, 2, 3, 4, 5, 6],
  P: [1, 2, 3],
  H: [1, 2, 3, 4, 5, 6],
  X: [1, 2, 3, 4, 5, 6],
};
export const ALL_FACTS: readonly string[] = Object.entries(FACTS).flatMap(([letter, numbers]) =>
  numbers.map((number) => `${letter}${number}`),
);
const NOTES_OF = 'general-to-general';

export interface Placing {
  readonly placed: number;
  readonly unused: number;
  readonly all: number;
}

/** Null for packs that were not made from these notes. */
export function placing(pack: Pack): Placing | null {
  if (pack.id !== NOTES_OF) return null;
  const placed = placedFacts(pack);
  const unused = new Set(pack.unused_facts?.map(({ fact }) => fact));
  return {
    placed: ALL_FACTS.filter((fact) => placed.has(fact)).length,
    unused: ALL_FACTS.filter((fact) => unused.has(fact) && !placed.has(fact)).length,
    all: ALL_FACTS.length,
  };
}

export function checkFacts(pack: Pack): Finding[] {
  if (pack.id !== NOTES_OF) return [];
  const placed = placedFacts(pack);
  const known = new Set([...ALL_FACTS, ...pack.documents.map(({ id }) => id)]);
  const unused = new Set(pack.unused_facts?.map(({ fact }) => fact));
  return [
    ...ALL_FACTS.filter((fact) => !placed.has(fact) && !unused.has(fact)).map((fact) =>
      error('unused facts', fact, 'no evidence names it, nor does unused_facts say why'),
    ),
    ...[...unused]
      .filter((fact) => placed.has(fact))
      .map((fact) => error('unused facts', fact, 'listed as unused, yet evidence names it')),
    ...[...placed, ...unused]
      .filter((fact) => !known.has(fact))
      .map((fact) => error('unused facts', fact, 'no such fact in the notes')),
  ];
}

const placedFacts = (pack: Pack): ReadonlySet<string> =>
  new Set(pack.claims.flatMap(({ evidence }) => evidence.flatMap(({ fact }) => fact ?? [])));
