// What a claim is recognised by. A file of its own: the pages that show claims need it, and not the compiler with its tables.
import type { Claim, Wording } from './types.ts';

/** Statement first, then the wordings: the order that `Reason.wording` counts in. */
export const textsOf = (claim: Claim): Wording[] => [
  { text: claim.statement, relation: 'asserts' },
  ...claim.wordings.map((wording): Wording => (typeof wording === 'string' ? { text: wording, relation: 'asserts' } : wording)),
];
