// What the frame around a claim does to it: "there is no evidence that …", "… is a myth", "whether …"; and what its own
// clause says not to be. Each word does what cues.ts tells, up to where its scope ends.
import type { Agreement } from '../types.ts';
import {
  AFFIRMING,
  AFFIRMS,
  DENIES,
  DISMISSES,
  EMBEDS,
  FAILS,
  GRANTS,
  GROUNDS,
  isLookAlike,
  JUDGES,
  MARK,
  NEGATES,
  OPEN,
  REJECTS,
  RELATIVE,
  SCARCE,
  STOPS,
  STOPS_AFTER,
} from './cues.ts';
import { type Word, wordsOf } from './words.ts';

/** Words between a negation and what it turns round: "nobody seriously denies", "has not yet forgotten". */
const NEXT = 3;
/** Words between a judgement and what makes it one: "is simply and plainly wrong", "not supported by the evidence". */
export const NEAR = 4;
/** Words before the claim's first that may be its subject: "nobody at the plant". */
const SUBJECT = 6;
/** What is denied instead of a claim that stands before: somebody something ("denied them a hearing"), or a thing of one's own. */
const SOMEBODY = new Set(['them', 'him', 'her', 'us', 'me', 'you']);
const SOMETHING = new Set(
  (
    'responsibility liability wrongdoing involvement guilt blame fault negligence misconduct access entry compensation permission bail ' +
    'asylum visas visa funding benefits treatment parole'
  ).split(' '),
);
const OWN = new Set(['any', 'a', 'an', 'his', 'its', 'their', 'our', 'my', 'your']);
/** Words after "denied" that tell what is denied. */
const OBJECT = 3;
const JOINS = new Set(['and', 'or', 'but', 'so', 'yet', 'then']);
/** "No evidence of wrongdoing" is of something else. */
const THIS = new Set(['that', 'this', 'it', 'such', 'any']);
/** Label before a colon: "Fact check, false: …". */
const LABEL = 3;

export const is = (word: Word | undefined, kinds: number): boolean => word !== undefined && (word.kinds & kinds) !== 0;

/** Place of the next word of these kinds within `most` words after `i`, before any mark or other bar; −1 if there is none. */
const ahead = (words: readonly Word[], i: number, kinds: number, most: number, bar: number): number => {
  for (let k = i + 1; k <= i + most; k++) {
    if (is(words[k], kinds)) return k;
    if (words[k] === undefined || is(words[k], MARK | bar)) return -1;
  }
  return -1;
};

/** Whether a word of these kinds stands within `most` words before `i`. */
const behind = (words: readonly Word[], i: number, kinds: number, most: number): boolean => {
  for (let k = i - 1; k >= i - most && k >= 0; k--) if (is(words[k], kinds)) return true;
  return false;
};

export interface Reading {
  denied: boolean;
  asked: boolean;
  /** Negations in the claim's own clause: those that turn it round, and all that the claim's own may stand for. */
  turns: number;
  negations: number;
}

/** Without words that do nothing: the claim's own, look-alikes, and two that cancel out ("not a myth"). */
const withoutIdle = (given: readonly Word[], own: ReadonlySet<string>): Word[] => {
  const words = given.map((word) =>
    own.has(word.stem) && is(word, REJECTS | DISMISSES | GRANTS | FAILS)
      ? { ...word, kinds: word.kinds & ~(REJECTS | DISMISSES | GRANTS | FAILS) }
      : word,
  );
  const idle = (i: number, kinds: number): void => {
    const word = words[i];
    if (word !== undefined) words[i] = { ...word, kinds: word.kinds & ~kinds };
  };
  for (let i = 0; i < words.length; i++) {
    if (!is(words[i], NEGATES | FAILS | SCARCE)) continue;
    const cancelled = ahead(words, i, REJECTS | DISMISSES, NEXT, GROUNDS | EMBEDS);
    if (isLookAlike(words, i) || ahead(words, i, GRANTS, NEXT, EMBEDS) >= 0 || cancelled >= 0) idle(i, NEGATES | FAILS | SCARCE);
    if (cancelled >= 0) idle(cancelled, REJECTS | DISMISSES);
  }
  return words;
};

/** Characters before a claim's first word, and after its last, in which a frame is looked for: some 40 and 25 words. */
const BEFORE = 240;
const AFTER = 160;
/** Of a longer sentence (characters) only that is read. */
const LONGEST = 2000;
/** A claim after "that" begins there if it has so much of what agreed: before it stands who says it, with a name of the claim. */
const MOST = 0.6;

/** A sentence's words around a claim and in it. */
export interface Frame {
  /** As they are written, and without those that do nothing. */
  readonly given: readonly Word[];
  readonly words: readonly Word[];
  /** Places of the claim's first and last word; −1 where it has none. */
  readonly first: number;
  readonly last: number;
}

/** Words and marks from … to, of the sentence from `start` to `end`. */
const wordsBetween = (text: string, from: number, to: number, start: number, end: number): readonly Word[] => {
  // A sentence that is read whole is read once for all its claims.
  const isLong = end - start > LONGEST;
  const base = isLong ? from : start;
  const words = wordsOf(text.slice(base, isLong ? to : end));
  if (base === 0 && from === start && to === end) return words;
  return words.flatMap((word) => {
    const one = base === 0 ? word : { ...word, start: word.start + base, end: word.end + base };
    return one.start >= from && one.end <= to ? [one] : [];
  });
};

/** The frame of a claim in the sentence from `start` to `end`. @param agreed words of the claim, in order; their weights add up to 1 */
export const frameOf = (text: string, start: number, end: number, agreed: readonly Agreement[]): Frame => {
  const from = agreed[0]?.start ?? start;
  const to = agreed.at(-1)?.end ?? end;
  const given = wordsBetween(text, Math.max(start, from - BEFORE), Math.min(end, to + AFTER), start, end);
  const agrees = new Map(agreed.map((one) => [one.start, one.weight]));
  const words = withoutIdle(given, new Set(given.filter((word) => agrees.has(word.start)).map(({ stem }) => stem)));
  let first = words.findIndex((word) => word.start >= from);
  const last = words.findLastIndex((word) => word.start < to);
  let left = 1;
  for (let i = Math.max(0, first); i <= last; i++) {
    if (words[i]?.form === 'that' && left >= MOST && behind(words, i, EMBEDS | GROUNDS | REJECTS | DISMISSES, NEXT))
      first = i + 1;
    left -= agrees.get(words[i]?.start ?? -1) ?? 0;
  }
  return { given, words, first, last };
};

/** Reads backwards from the claim's first word, up to where another clause ends. "The fact that" ends it, too: it grants the rest. */
export const readBefore = (words: readonly Word[], first: number, reading: Reading): void => {
  let embedded = false;
  let grounds = false;
  /** An aside stands between: "no evidence, he said, that …". */
  let aside = false;
  let resumed = false;
  for (let i = first - 1; i >= 0; i--) {
    const word = words[i];
    const after = words[i + 1];
    if (word === undefined || is(word, STOPS)) return;
    if (word.form === 'that' && words[i - 1]?.form === 'fact') return;
    if (is(word, MARK)) {
      if (word.form === ':' && i <= LABEL) reading.denied ||= words.slice(0, i).some((one) => is(one, REJECTS));
      if (word.form !== ',' || JOINS.has(after?.form ?? '')) return;
      aside = true;
      grounds = false;
      resumed ||= after?.form === 'that' && first - i <= NEAR;
      continue;
    }
    const reaches = !aside || resumed;
    if (word.form === 'whether') reading.asked ||= !aside || after?.form === ',';
    else if (word.form === 'if') reading.asked ||= !aside && behind(words, i, OPEN, NEXT);
    else if (is(word, REJECTS)) reading.denied ||= reaches;
    else if (is(word, DISMISSES)) reading.denied ||= embedded && reaches;
    else if (is(word, FAILS)) reading.denied ||= (embedded && reaches) || grounds;
    else if (is(word, SCARCE)) reading.denied ||= ahead(words, i, GROUNDS, NEXT, 0) >= 0;
    else if (is(word, NEGATES)) {
      if (grounds || (embedded && reaches)) reading.denied = true;
      else if (!aside && first - i <= SUBJECT) {
        reading.turns++;
        reading.negations++;
      }
    }
    grounds ||= is(word, GROUNDS);
    embedded ||= is(word, EMBEDS | GROUNDS);
  }
};

/** Words between the commas of an aside, on either side of a negation. */
const ASIDE = 12;

/** Whether the word stands in an aside on the claim's subject: ", which has no harbour,". */
const inAside = (words: readonly Word[], i: number, last: number): boolean => {
  let open = i;
  while (open > i - ASIDE && words[open]?.form !== ',') open--;
  let close = i;
  while (close < Math.min(last, i + ASIDE) && words[close]?.form !== ',') close++;
  return words[open]?.form === ',' && words[close]?.form === ',' && is(words[open + 1], RELATIVE);
};

/** Whether the verb at `i` has an object other than the claim that stands before it: "denied responsibility", "denied them a hearing". */
const deniesOther = (words: readonly Word[], i: number): boolean => {
  if (!is(words[i], DENIES)) return false;
  const object = words[i + 1];
  if (SOMEBODY.has(object?.form ?? '')) return words[i + 2] !== undefined && !is(words[i + 2], MARK);
  for (let k = i + 1; k < i + OBJECT; k++) {
    if (words[k] === undefined || is(words[k], MARK)) break;
    if (SOMETHING.has(words[k]?.form ?? '')) return true;
  }
  if (!OWN.has(object?.form ?? '')) return false;
  const isClaim = (word: Word): boolean => is(word, GROUNDS | EMBEDS) || THIS.has(word.form);
  return !words.slice(i + 2, i + 2 + OBJECT).some(isClaim);
};

export const readWithin = (words: readonly Word[], first: number, last: number, rejects: boolean, reading: Reading): void => {
  for (let i = first; i <= last; i++) {
    const word = words[i];
    if (is(word, REJECTS)) reading.denied ||= !rejects;
    else if (is(word, DISMISSES)) reading.denied ||= !rejects && ahead(words, i, EMBEDS, NEAR, 0) >= 0;
    else if (is(word, NEGATES)) {
      const adds = word?.form === 'nor' && reading.turns > 0;
      if (word?.form !== 'without' && !adds && !inAside(words, i, last)) reading.turns++;
    }
  }
};

/** Place of what affirms, within reach of the negation at `i`; −1 if there is nothing. "Is not so" ends a clause. */
const affirmedAfter = (words: readonly Word[], i: number): number => {
  for (let k = i + 1; k <= i + NEAR; k++) {
    const word = words[k];
    if (word === undefined || is(word, MARK)) return -1;
    const next = words[k + 1];
    const ends = next === undefined || is(next, MARK);
    if (is(word, AFFIRMS) || AFFIRMING.has(`${words[k - 1]?.form} ${word.stem}`) || (word.form === 'so' && ends)) return k;
  }
  return -1;
};

export const readAfter = (words: readonly Word[], last: number, rejects: boolean, reading: Reading): void => {
  for (let i = last + 1; i < words.length && !is(words[i], STOPS_AFTER); i++) {
    const word = words[i];
    if (is(word, REJECTS)) reading.denied ||= !rejects && !deniesOther(words, i);
    else if (is(word, DISMISSES)) reading.denied ||= !rejects && behind(words, i, JUDGES, NEAR);
    else if (is(word, NEGATES | FAILS)) {
      const at = affirmedAfter(words, i);
      const ofOther = words[at + 1]?.form === 'of' && !THIS.has(words[at + 2]?.form ?? '');
      reading.denied ||= at >= 0 && !ofOther;
    }
  }
};
