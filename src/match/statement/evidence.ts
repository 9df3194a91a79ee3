// What speaks for and against that a sentence makes a claim which passed the gate: the features of the decision.
// Words that belong together count once: of "Deputy Attorney General Rod Rosenstein" in sentence and claim alike, the
// rarest word is worth its rarity and each that follows it in both texts at most NAME_TAIL.
import { newCompany } from './company.ts';
import { NAMED, NEGATED, NO_CLAIMANT, NUMERAL, newByteReader, RARITY_STEPS, type StatementIndex } from './layout.ts';
import type { Sentence } from './sentence.ts';
import { ALIKE, newVerbatim } from './verbatim.ts';

export const EVIDENCE = [
  'one',
  'shared',
  'cover',
  'coverSentence',
  'f1',
  'alone',
  'order',
  'pairs',
  'numbersAgree',
  'numbersMissing',
  'numbersExtra',
  'namesMissing',
  'rarestMissing',
  'missing',
  'span',
  'title',
  'claimant',
  'context',
  'words',
  'rarest',
  'twin',
  'plainCover',
  'plainFresh',
  'freshCover',
  'fresh',
  'freshTop',
  'sentenceLength',
  'extra',
  'run',
  'runs',
  'polarity',
  'plainMissing',
  'plainRarestMissing',
  'plainOrder',
  'rareTwo',
  ...ALIKE,
] as const;

/** Features that the discount for words that belong together lowers, never below 0. */
export const LOWERED: readonly (typeof EVIDENCE)[number][] = ['plainFresh', 'freshCover', 'fresh', 'freshTop', 'rareTwo'];

/** What a further word of a name is worth, 1/24 nat. */
const NAME_TAIL = RARITY_STEPS;
/** Longest statement whose words are looked at; real ones have at most 60. */
const MOST_WORDS = 512;

export interface Evidence {
  /** One row of features per candidate, in the candidates' order. */
  readonly rows: Float64Array;
  /**
   * Fills row `at` for `claim`. `nearby` marks terms of the sentences before and of the headline. Without `discounted`, words
   * that belong together still count as if each were news: quicker, and an upper bound on the features of LOWERED.
   */
  weigh(sentence: Sentence, nearby: Uint8Array, claim: number, at: number, discounted?: boolean): void;
}

export const newEvidence = (index: StatementIndex, most: number): Evidence => {
  const words = newByteReader(index.claimWords);
  const names = newByteReader(index.claimantWords);
  const ids = new Int32Array(MOST_WORDS);
  const reach = new Float64Array(MOST_WORDS);
  const company = newCompany(index);
  const terms = new Int32Array(MOST_WORDS);
  const gains = new Float64Array(MOST_WORDS);
  const rows = new Float64Array(most * EVIDENCE.length);
  const verbatim = newVerbatim(index);
  let asked = -1;
  let slot = 0;
  const put = (value: number): void => {
    rows[slot++] = value;
  };

  const weigh = (sentence: Sentence, nearby: Uint8Array, claim: number, at: number, discounted = true): void => {
    const { tokenOf } = sentence;
    if (asked !== sentence.turn) verbatim.ask(sentence.words.subarray(0, sentence.wordCount), []);
    asked = sentence.turn;
    words.at = index.claimAt[claim] ?? 0;
    const whole = words.next();
    const inTitle = words.next();
    const length = Math.min(whole, MOST_WORDS);
    for (let i = 0; i < length; i++) ids[i] = words.next();
    for (let i = length; i < whole; i++) words.next();
    let total = 0,
      shared = 0,
      alone = 0,
      order = 0,
      pairs = 0,
      pairTotal = 0,
      matched = 0,
      distinct = 0;
    let agree = 0,
      numbersMissing = 0,
      namesMissing = 0,
      rarestMissing = 0,
      rarest = 0,
      context = 0;
    let plain = 0,
      plainShared = 0,
      plainRarestMissing = 0,
      run = 0,
      longest = 0,
      longestSum = 0;
    let first = 1 << 30,
      last = 0,
      before = 0,
      numbersOnlyHere = sentence.numbers;
    for (let i = 0; i < length; i++) {
      const term = ids[i] ?? 0;
      const gain = index.rarities[term] ?? 0;
      const token = tokenOf[term] ?? 0;
      const kind = index.kinds[term] ?? 0;
      if (i > 0) {
        pairTotal++;
        if (token > 0 && before > 0 && token - before > 0 && token - before <= 2) pairs++;
      }
      if (token > 0 && before > 0 && token - before === 1) run += gain;
      else run = token > 0 ? gain : 0;
      if (run > gain) {
        longest = Math.max(longest, run);
        longestSum += gain;
      }
      let repeated = false;
      for (let k = 0; k < i && !repeated; k++) repeated = ids[k] === term;
      if (!repeated) {
        distinct++;
        total += gain;
        const isPlain = (kind & NAMED) === 0;
        if (isPlain) plain += gain;
        if (token > 0) {
          if (isPlain) plainShared += gain;
          const own =
            token === before + 1 && before > 0 && !isPlain && ((index.kinds[ids[i - 1] ?? 0] ?? 0) & NAMED) !== 0
              ? Math.min(NAME_TAIL, gain)
              : gain;
          let place = matched;
          while (place > 0 && (index.rarities[terms[place - 1] ?? 0] ?? 0) < gain) {
            terms[place] = terms[place - 1] ?? 0;
            gains[place] = gains[place - 1] ?? 0;
            place--;
          }
          terms[place] = term;
          gains[place] = own;
          matched++;
          shared += gain;
          if (gain > rarest) rarest = gain;
          if (token < first) first = token;
          if (token > last) last = token;
          alone += own;
          if ((kind & NUMERAL) !== 0) {
            agree++;
            numbersOnlyHere--;
          }
          let best = 0;
          for (let k = 0; k < i; k++) {
            const other = tokenOf[ids[k] ?? 0] ?? 0;
            if (other > 0 && other < token && (reach[k] ?? 0) > best) best = reach[k] ?? 0;
          }
          reach[i] = best + gain;
          if (best + gain > order) order = best + gain;
        } else {
          reach[i] = 0;
          if (isPlain && gain > plainRarestMissing) plainRarestMissing = gain;
          if ((kind & NUMERAL) !== 0) numbersMissing++;
          if ((nearby[term] ?? 0) !== 0) context += gain;
          else {
            if ((kind & NAMED) !== 0) namesMissing += gain;
            if (gain > rarestMissing) rarestMissing = gain;
          }
        }
      } else reach[i] = 0;
      before = token;
    }
    let titleTotal = 0,
      titleShared = 0;
    for (let i = 0; i < inTitle; i++) {
      const term = words.next();
      const gain = index.rarities[term] ?? 0;
      titleTotal += gain;
      if ((tokenOf[term] ?? 0) > 0) titleShared += gain;
    }
    let claimant = 0;
    const man = index.claimant[claim] ?? NO_CLAIMANT;
    if (man !== NO_CLAIMANT) {
      names.at = index.claimantAt[man] ?? 0;
      for (let n = names.next(); n > 0; n--) {
        const term = names.next();
        if ((tokenOf[term] ?? 0) > 0 || (nearby[term] ?? 0) !== 0) claimant = 1;
      }
    }
    if (discounted) company.discount(claim, terms, gains, matched);
    let fresh = 0,
      plainFresh = 0,
      freshTop = 0;
    for (let i = 0; i < matched; i++) {
      const gain = gains[i] ?? 0;
      fresh += gain;
      if (gain > freshTop) freshTop = gain;
      if (((index.kinds[terms[i] ?? 0] ?? 0) & NAMED) === 0) plainFresh += gain;
    }
    const cover = shared / Math.max(1, total);
    const coverSentence = shared / Math.max(1, sentence.information);
    slot = at * EVIDENCE.length;
    put(1);
    put(shared / RARITY_STEPS / 10);
    put(cover);
    put(coverSentence);
    put((2 * cover * coverSentence) / (cover + coverSentence + 1e-9));
    put(alone / RARITY_STEPS / 10);
    put(order / Math.max(1, shared));
    put(pairs / Math.max(1, pairTotal));
    put(Math.min(2, agree));
    put(Math.min(2, numbersMissing));
    put(Math.min(2, Math.max(0, numbersOnlyHere)));
    put(namesMissing / Math.max(1, total));
    put(rarestMissing / RARITY_STEPS / 8);
    put((total - shared) / RARITY_STEPS / 10);
    put(Math.log((last - first + 1) / Math.max(1, matched)));
    put(titleShared / Math.max(1, titleTotal));
    put(claimant);
    put(context / Math.max(1, total));
    put(Math.log1p(distinct));
    put(rarest / RARITY_STEPS / 8);
    put(0);
    put(plainShared / (plain + RARITY_STEPS));
    put(plainFresh / RARITY_STEPS / 10);
    put(fresh / Math.max(1, total));
    put(fresh / RARITY_STEPS / 10);
    put((fresh - freshTop) / RARITY_STEPS / 10);
    put(Math.log1p(sentence.information / RARITY_STEPS));
    put((sentence.information - shared) / RARITY_STEPS / 10);
    put(longest / RARITY_STEPS / 10);
    put(longestSum / Math.max(1, total));
    put(sentence.negations % 2 === ((index.claimFlags[claim] ?? 0) & NEGATED) ? 0 : 1);
    put((plain - plainShared) / RARITY_STEPS / 10);
    put(plainRarestMissing / RARITY_STEPS / 8);
    put(plainShared / Math.max(1, shared));
    put(((gains[0] ?? 0) + (gains[1] ?? 0)) / RARITY_STEPS / 10);
    verbatim.alike(claim, rows, slot);
  };
  return { rows, weigh };
};
