// The wording that agrees best, slot by slot: what of it is there, what is missing, in which order and over which stretch.
import type { Columns } from './layout.ts';
import type { Parts } from './part.ts';
import { CONTRARY, type Reading, SAID } from './reading.ts';

export interface SlotFacts {
  /** Nats, in ordinary news, of what was said outright; number of such slots; weight of what came otherwise. */
  matchedNews: number;
  said: number;
  borrowed: number;
  /** Weight of names, and of those that are missing; the weightiest missing slot. */
  names: number;
  namesMissing: number;
  missingTop: number;
  /** Whether a contrary concept stood in. */
  contrary: boolean;
  /** Share of neighbouring slots that stand in the wording's order; one half where there are none. */
  order: number;
  /** Words from … to (exclusive) between the first and the last slot found. */
  from: number;
  to: number;
  /** Share of the wording found, each word counting by its rarity in ordinary news alone. */
  plain: number;
}

/** @param filled what a slot was given of its weight */
export const slotFacts = (
  index: Columns,
  reading: Reading,
  text: number,
  filled: (slot: number) => number,
  parts: Parts,
): SlotFacts => {
  const { stamp, kind, place, sentence } = reading;
  const { slotAt, slotTerm, slotWeight, isName, idf } = index;
  const facts: SlotFacts = {
    matchedNews: 0,
    said: 0,
    borrowed: 0,
    names: 0,
    namesMissing: 0,
    missingTop: 0,
    contrary: false,
    order: 0.5,
    from: reading.analysis.words,
    to: 0,
    plain: 0,
  };
  let pairs = 0;
  let inOrder = 0;
  let before = -1;
  let plainWhole = 0;
  let plainFound = 0;
  for (let s = slotAt[text] ?? 0, end = slotAt[text + 1] ?? 0; s < end; s++) {
    const term = slotTerm[s] ?? 0;
    const weight = slotWeight[s] ?? 0;
    const nats = idf[term] ?? 0;
    const found = filled(s);
    const named = isName[term] === 1;
    if (named) facts.names += weight;
    plainWhole += nats;
    if (found <= 0) {
      if (named) facts.namesMissing += weight;
      facts.missingTop = Math.max(facts.missingTop, weight);
      continue;
    }
    plainFound += nats * Math.min(1, found / weight);
    const here = stamp[term] === sentence;
    if (!here || kind[term] === SAID) {
      facts.matchedNews += nats;
      facts.said++;
    } else facts.borrowed += found;
    if (!here) continue;
    if (kind[term] === CONTRARY) facts.contrary = true;
    const at = place[term] ?? -1;
    if (at < 0) continue;
    parts.found(at, found);
    facts.from = Math.min(facts.from, at);
    facts.to = Math.max(facts.to, at + 1);
    if (before >= 0) {
      pairs++;
      if (at >= before) inOrder++;
    }
    before = at;
  }
  if (pairs > 0) facts.order = inOrder / pairs;
  if (plainWhole > 0) facts.plain = plainFound / plainWhole;
  return facts;
};
