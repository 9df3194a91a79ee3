// Relations as they stand in an index.
import type { Relation } from '../types.ts';

export const RELATION_CODE: Readonly<Record<Relation, number>> = { asserts: 0, denies: 1, questions: 2 };
