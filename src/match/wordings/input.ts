// What the wordings regime compiles: claims as texts with their relation, and concepts as groups of expressions.
// Plain strings and positions; ids, evidence and sources stay in src/claims/.
import type { Relation } from '../types.ts';
import type { TaughtInput } from './taught.ts';
import type { TellsInput } from './tells.ts';

export interface ConceptInput {
  readonly members: readonly string[];
  /** Expressions that count only when one of the concepts `near` (positions) is in reach. */
  readonly ambiguous: readonly { readonly text: string; readonly near: readonly number[] }[];
  /** When not empty, a member means all of these concepts (positions) instead of this one. */
  readonly standsFor: readonly number[];
  readonly opposite: readonly number[];
  readonly related: readonly number[];
  /** A name or office of someone or something particular: it carries over from sentence to sentence. */
  readonly name: boolean;
}

export interface ClaimInput {
  /** The statement first, then the wordings. */
  readonly texts: readonly { readonly text: string; readonly relation: Relation }[];
}

/** A sentence that makes a claim: it teaches which terms speak for what, and is never compared with. */
export interface ExampleInput {
  /** Position of the claim. */
  readonly claim: number;
  readonly text: string;
  readonly relation: Relation;
}

export interface WordingsInput {
  readonly concepts: readonly ConceptInput[];
  readonly claims: readonly ClaimInput[];
  /** Which words tell that a sentence makes any claim, where that was learned. */
  readonly tells?: TellsInput | undefined;
  /** What was learned for these very texts and concepts; else they teach, and the examples with them. */
  readonly taught?: TaughtInput | undefined;
  readonly examples?: readonly ExampleInput[] | undefined;
}
