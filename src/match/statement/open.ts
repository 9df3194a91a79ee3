// The engine for claims of one bare statement each: opens a compiled index and answers both questions, which claims a text
// makes (decide.ts) and which are nearest to it (rank.ts).
import type { Sections } from '../container.ts';
import { unpack } from '../container.ts';
import type { Matcher } from '../types.ts';
import { newDecider } from './decide.ts';
import { viewOf } from './layout.ts';
import { newRanker } from './rank.ts';
import { newTokenizer } from './tokens.ts';

/** Opens an index made by `compileStatements`. @throws IndexError when the bytes are not such an index. */
export const openStatements = (given: Uint8Array | Sections): Matcher => {
  const index = viewOf(given instanceof Uint8Array ? unpack(given) : given);
  const tokenizer = newTokenizer();
  const ranker = newRanker(index, tokenizer);
  return {
    claims: index.claims,
    match: newDecider(index, tokenizer),
    nearest: (text, k, around = {}) => ranker.nearest(text, k, around),
  };
};
