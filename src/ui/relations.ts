// What the passages of one claim do with it, for the lines of a list.
import type { Relation } from '../match/types.ts';

/** In the order in which a list names them. */
export const RELATIONS: readonly Relation[] = ['asserts', 'denies', 'questions'];

/** Relations worth a word: none where every passage simply makes the claim, as most do; else each that occurs. */
export function relationsOf(passages: readonly { readonly found: { readonly relation: Relation } }[]): readonly Relation[] {
  const there = RELATIONS.filter((relation) => passages.some(({ found }) => found.relation === relation));
  return there.length === 1 && there[0] === 'asserts' ? [] : there;
}
