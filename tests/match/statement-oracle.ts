// The naive engine: tries every claim against every sentence by sets of words; no index, no key terms, no bounds. Shares
// with the real one only how a text becomes words, what a pair's evidence is, and how that is weighed.
import { unpack } from '../../src/match/container.ts';
import { compileStatements, type StatementClaim } from '../../src/match/statement/compile.ts';
import { compareTwins, logOdds } from '../../src/match/statement/decide.ts';
import { THRESHOLD } from '../../src/match/statement/decision.data.ts';
import { newEvidence } from '../../src/match/statement/evidence.ts';
import { passes } from '../../src/match/statement/gate.ts';
import { RARITY_STEPS, viewOf } from '../../src/match/statement/layout.ts';
import { newSentenceReader } from '../../src/match/statement/sentence.ts';
import { newTokenizer } from '../../src/match/statement/tokens.ts';
import { splitSentences } from '../../src/text/sentences.ts';

const tokenizer = newTokenizer();

/** Distinct stems of a text with their rarity in steps. */
const bagOf = (text: string): Map<string, number> => {
  tokenizer.split(text);
  const { tokens, lexicon } = tokenizer;
  const bag = new Map<string, number>();
  for (let i = 0; i < tokens.count; i++) {
    const n = tokens.number[i] ?? 0;
    bag.set(lexicon.stems[n] ?? '', Math.min(255, Math.round(tokenizer.rarity(n) * RARITY_STEPS)));
  }
  return bag;
};

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

/** Claims that a sentence could make, rising. */
export const naiveGate = (claims: readonly StatementClaim[], sentence: string): number[] => {
  const words = bagOf(sentence);
  return claims.flatMap(({ statement }, claim) => {
    const bag = bagOf(statement);
    const shared = sum([...bag].filter(([stem]) => words.has(stem)).map(([, rarity]) => rarity));
    return passes(shared, sum(bag.values())) ? [claim] : [];
  });
};

/** What `match` should find in one block of text. */
export const naiveMatch = (claims: readonly StatementClaim[], text: string): { claim: number; start: number; end: number }[] => {
  const index = viewOf(unpack(compileStatements(claims)));
  const reader = newSentenceReader(index, tokenizer);
  const evidence = newEvidence(index, claims.length);
  const bounds = splitSentences(text);
  const before: number[][] = [];
  const found: { claim: number; start: number; end: number }[] = [];
  for (let i = 0; i + 1 < bounds.length; i += 2) {
    const [start = 0, end = 0] = [bounds[i], bounds[i + 1]];
    const passing = naiveGate(claims, text.slice(start, end));
    const nearby = new Uint8Array(index.terms);
    for (const terms of before.slice(-2)) for (const term of terms) nearby[term] = 1;
    reader.read(text, start, end);
    passing.forEach((claim, at) => {
      evidence.weigh(reader.sentence, nearby, claim, at);
    });
    compareTwins(evidence.rows, passing.length);
    const odds = passing.map((_, at) => logOdds(evidence.rows, at));
    const best = odds.indexOf(Math.max(...odds));
    if (passing.length > 0 && (odds[best] ?? 0) >= THRESHOLD) found.push({ claim: passing[best] ?? 0, start, end });
    else before.push([...reader.sentence.terms.subarray(0, reader.sentence.count)]);
    reader.clear();
  }
  return found;
};
