// The columns of a wordings index. T terms (concepts first, then bare words), C claims, W texts (statements and wordings).
import type { Relation } from '../types.ts';
import type { Language } from './analyse.ts';

export const RELATION_CODE: Readonly<Record<Relation, number>> = { asserts: 0, denies: 1, questions: 2 };
export const RELATIONS: readonly Relation[] = ['asserts', 'denies', 'questions'];

export interface Columns extends Language {
  readonly claims: number;
  /** T: nats in ordinary news. */
  readonly idf: Float32Array;
  /** T: idf times how well the term tells claims apart. */
  readonly weight: Float32Array;
  /** T: 1 for names, which carry over from sentence to sentence. */
  readonly isName: Uint8Array;
  /** T+1: postings of a term: the claims it is typical of, and how typical (0 to 1). */
  readonly postAt: Int32Array;
  readonly postClaim: Int32Array;
  readonly postTypical: Float32Array;
  /** C+1: the same by claim: its typical terms. */
  readonly termAt: Int32Array;
  readonly termTerm: Int32Array;
  readonly termTypical: Float32Array;
  /** W+1: slots (terms) of a text. */
  readonly slotAt: Int32Array;
  readonly slotTerm: Int32Array;
  /** C+1: texts of a claim, statement first. */
  readonly textAt: Int32Array;
  readonly text: Int32Array;
  /** W. */
  readonly textRelation: Uint8Array;
  readonly textNegations: Uint8Array;
  readonly relatedAt: Int32Array;
  readonly related: Int32Array;
  readonly oppositeAt: Int32Array;
  readonly opposite: Int32Array;
}
