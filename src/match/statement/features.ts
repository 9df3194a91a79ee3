// What a query and a claim have in common, as numbers: the features that the learned ranking weighs.

import { densestWindow, longestOrder, pairsOf } from './arrangement.ts';
import { claimantOf } from './claimant.ts';
import { type ByteReader, NAMED, NUMERAL, newByteReader, RARITY_STEPS, type StatementIndex } from './layout.ts';
import { MEANING, type Meaning, newMeaning } from './meaning.ts';
import { AFTER, BEFORE, MAIN, type Query, SIGNED, unexplained } from './query.ts';
import { newTrigrams, type Trigrams } from './trigrams.ts';
import { ALIKE, newVerbatim, type Verbatim } from './verbatim.ts';

export interface Scratch {
  /** Per term of the index: 1 + position in the query's terms, 0 if not asked for. */
  readonly asked: Int32Array;
  readonly words: ByteReader;
  readonly names: ByteReader;
  readonly trigrams: Trigrams;
  readonly meaning: Meaning;
  readonly verbatim: Verbatim;
}

export const newScratch = (index: StatementIndex): Scratch => ({
  asked: new Int32Array(index.terms),
  words: newByteReader(index.claimWords),
  names: newByteReader(index.claimantWords),
  trigrams: newTrigrams(index),
  meaning: newMeaning(index),
  verbatim: newVerbatim(index),
});

const SHORT = 30;
/** What a word of the surroundings is worth against one of the text. */
const CONTEXT = 0.5;

/** Puts `w` into its place among the three greatest so far. */
const keepTop = (tops: number[], w: number): void => {
  const at = tops.findIndex((other) => w > other);
  if (at < 0) return;
  tops.splice(at, 0, w);
  tops.length = 3;
};

/** Fills `out` from `offset` with the features of the pair. `score` and `rank` are the first stage's. */
export const pairFeatures = (
  index: StatementIndex,
  scratch: Scratch,
  query: Query,
  claim: number,
  score: number,
  rank: number,
  out: Float32Array,
  offset: number,
): void => {
  const { asked, words } = scratch;
  words.at = index.claimAt[claim] ?? 0;
  const sLength = words.next();
  const tLength = words.next();
  const s: number[] = [];
  const t: number[] = [];
  for (let i = 0; i < sLength; i++) s.push(words.next());
  for (let i = 0; i < tLength; i++) t.push(words.next());
  const newsOf = (term: number): number => (index.rarities[term] ?? 0) / RARITY_STEPS;
  const packOf = (term: number): number => (index.pack[term] ?? 0) / RARITY_STEPS;
  const weightOf = (term: number): number => (newsOf(term) + packOf(term)) / 2;
  const askedAt = (term: number) => query.terms[(asked[term] ?? 0) - 1];

  const seen = new Set<number>();
  let sw = 0,
    sn = 0,
    sp = 0,
    mw = 0,
    mn = 0,
    mp = 0,
    bw = 0,
    aw = 0,
    gw = 0,
    s2 = 0,
    x2 = 0,
    m2 = 0,
    tf = 0;
  let numMatched = 0,
    numMissing = 0,
    nameMatched = 0,
    nameMissing = 0,
    countS = 0,
    countU = 0,
    rarestMissing = 0;
  const tops = [0, 0, 0];
  const top = (w: number): void => keepTop(tops, w);
  const sentenceHit: number[] = new Array(query.sentenceWeight.length).fill(0);
  const hitSentences = (at: readonly number[], w: number): void => {
    let last = -1;
    for (const p of at) {
      const sentence = query.sentence[p] ?? 0;
      if (sentence !== last) sentenceHit[sentence] = (sentenceHit[sentence] ?? 0) + w;
      last = sentence;
    }
  };
  let qMatchedS = 0;
  for (const term of s) {
    if (seen.has(term)) continue;
    seen.add(term);
    const w = weightOf(term);
    const kind = index.kinds[term] ?? 0;
    sw += w;
    sn += newsOf(term);
    sp += packOf(term);
    s2 += w * w;
    const q = askedAt(term);
    const fields = q?.fields ?? 0;
    if (q !== undefined && (fields & MAIN) !== 0) {
      mw += w;
      mn += newsOf(term);
      mp += packOf(term);
      m2 += w * w;
      tf += w * (q.at.length / (q.at.length + 1));
      countS++;
      countU++;
      top(w);
      hitSentences(q.at, w);
      qMatchedS += w;
      if ((kind & NUMERAL) !== 0) numMatched++;
      if ((kind & NAMED) !== 0) nameMatched += w;
    } else {
      if (w > rarestMissing) rarestMissing = w;
      if (fields !== 0) x2 += w * w;
      if ((fields & BEFORE) !== 0) bw += w;
      else if ((fields & AFTER) !== 0) aw += w;
      else if ((fields & SIGNED) !== 0) gw += w;
      if ((kind & NUMERAL) !== 0) numMissing++;
      if ((kind & NAMED) !== 0 && fields === 0) nameMissing += w;
    }
  }
  const seenT = new Set<number>();
  let tw = 0,
    tm = 0,
    tx = 0,
    uw = sw,
    um = mw,
    ux = bw + aw + gw,
    ux2 = x2,
    u2 = s2,
    um2 = m2,
    tOnly = 0;
  for (const term of t) {
    if (seenT.has(term)) continue;
    seenT.add(term);
    const w = weightOf(term);
    const q = askedAt(term);
    const fields = q?.fields ?? 0;
    const isNew = !seen.has(term);
    tw += w;
    if (isNew) {
      uw += w;
      u2 += w * w;
    }
    if (q !== undefined && (fields & MAIN) !== 0) {
      tm += w;
      if (isNew) {
        um += w;
        um2 += w * w;
        tOnly += w;
        countU++;
        top(w);
        hitSentences(q.at, w);
      }
    } else if (fields !== 0) {
      tx += w;
      if (isNew) {
        ux += w;
        ux2 += w * w;
      }
    }
  }
  const statement = pairsOf(s, askedAt, weightOf);
  const headline = pairsOf(t, askedAt, weightOf);
  const order = longestOrder(seen, askedAt, weightOf);
  const densest = densestWindow(query, seen, s.length, weightOf);
  let covSentence = 0;
  for (let k = 0; k < sentenceHit.length; k++) {
    const whole = query.sentenceWeight[k] ?? 0;
    if (whole > 0) covSentence = Math.max(covSentence, (sentenceHit[k] ?? 0) / (whole + 6));
  }
  const extra = unexplained(query, (term) => seen.has(term) || seenT.has(term));
  const man = claimantOf(index, scratch.names, claim, (term) => askedAt(term)?.fields ?? 0);
  const ratio = (a: number, b: number): number => (b > 0 ? a / b : 0);
  const covS = ratio(mw, sw);
  const covQ = ratio(um, query.weight);
  const short = Math.exp(-query.weight / SHORT);
  const values = [
    covS,
    ratio(mn, sn),
    ratio(mp, sp),
    ratio(mw + bw + aw + gw, sw),
    ratio(bw, sw),
    ratio(aw, sw),
    ratio(gw, sw),
    ratio(tm, tw),
    ratio(tx, tw),
    ratio(um, uw),
    ratio(um + ux, uw),
    covQ,
    ratio(qMatchedS, query.weight),
    covSentence,
    Math.log1p(um),
    score,
    Math.log1p(rank),
    ratio(m2, Math.sqrt(s2 * query.square)),
    ratio(um2, Math.sqrt(u2 * query.square)),
    ratio(statement.next, statement.total),
    ratio(statement.near, statement.total),
    ratio(order, sw),
    ratio(statement.run, sw),
    ratio(headline.next, headline.total),
    Math.min(3, numMatched),
    Math.min(3, numMissing),
    Math.min(3, extra.numbers),
    ratio(nameMatched, sw),
    ratio(nameMissing, sw),
    ratio(extra.names, query.weight),
    (tops[0] ?? 0) / 8,
    (tops[1] ?? 0) / 8,
    (tops[2] ?? 0) / 8,
    rarestMissing / 8,
    Math.log1p(countS),
    Math.log1p(countU),
    Math.log1p(seen.size),
    sw / 50,
    man.named,
    man.around,
    man.claims,
    man.known,
    ratio(densest, sw),
    ratio(2 * covS * covQ, covS + covQ),
    Math.sqrt(covS * covQ),
    covS * short,
    covQ * short,
    Math.min(covS, covQ),
    ratio(tf, sw),
    ratio(tOnly, uw),
    scratch.trigrams.likeness(seen, weightOf),
    scratch.trigrams.likeness(seenT, weightOf),
    ratio(2 * (um + CONTEXT * ux), uw + query.weight),
    ratio(um2 + CONTEXT * ux2, Math.sqrt(u2 * (query.square + CONTEXT * query.contextSquare))),
  ];
  out.set(values, offset);
  scratch.meaning.weigh(s, t, (term) => askedAt(term)?.fields ?? 0, weightOf, out, offset + values.length);
  const alikeAt = offset + values.length + MEANING.length;
  scratch.verbatim.alike(claim, out, alikeAt);
  scratch.verbatim.around(out, alikeAt + ALIKE.length);
};
