// The sections of a compiled statement index, and how numbers are packed into bytes. No texts inside: claims are lists of
// term numbers, terms are hashes. Terms are numbered by falling document frequency, so that common ones take one byte.
//
//   "STMT"  i32   claims, terms, claimants
//   "thsh"  i32   term hashes, rising (unsigned)                    "tchk"  u16  their second hashes
//   "tnum"  i32   term number of each of these hashes
//   "tpos"  i32   per term: byte offset of its posting lists in "post"
//   "trar"  u8    per term: rarity in ordinary news, 1/24 nat       "tcol"  u8   rarity among the claims, 1/24 nat
//   "tkin"  u8    per term: NAMED, NUMERAL
//   "tstr"  i32   per term: offset of its stem in "tchr"             "tchr"  u8   stems one after the other, low bytes of UTF-16
//   "post"  u8    per term: varint count and delta varints of claims, three lists: key, statement, title (see below)
//   "cpos"  i32   per claim: byte offset of its words in "word"
//   "word"  u8    per claim: varint lengths of statement and title, then varint term numbers in order of the text; then
//               varint number of all words of the statement, a byte for each: 0 a content word, else the mark of a dropped word
//   "cinf"  u16   per claim: information of its statement, 1/24 nat
//   "cman"  u16   per claim: claimant                               "cflg"  u8   NEGATED … ELSEWHERE
//   "cday"  u16   per claim: day on which it was made, since 1970; 0 unknown
//   "csig"  i32   per claim: two words of 32 bits, one bit set for each term of its statement (signatureBit)
//   "mpos"  i32   per claimant: byte offset of its name in "mwrd"    "mcnt"  i32  number of its claims
//   "mwrd"  u8    varint length, varint term numbers
//
// A claim's *key* terms are those of its statement that the fewest claims hold, as many as gate.ts needs to find it. The three lists of a
// term: claims that have it as a key term; those that have it elsewhere in the statement; those that have it in the title only.
import type { Sections } from '../container.ts';

export const TAG = 'STMT';
export const RARITY_STEPS = 24;

/** Term: mostly written with a capital. */
export const NAMED = 1;
/** Term: a number. */
export const NUMERAL = 2;
/** Claim: a short statement that says not, no, never once; any statement that says so at all; one that asks. */
export const NEGATED = 1;
export const HAS_NEGATION = 2;
export const ASKS = 4;
/** Claim: where it was made, if known; at most one of these. */
export const AT_DEBATE = 8;
export const IN_SPEECH = 16;
export const IN_INTERVIEW = 32;
export const IN_WRITING = 64;
export const ELSEWHERE = 128;
export const NO_CLAIMANT = 0xffff;

export interface StatementIndex {
  readonly claims: number;
  readonly terms: number;
  readonly hashes: Int32Array;
  readonly checks: Uint16Array;
  readonly numbers: Int32Array;
  readonly postings: Int32Array;
  readonly rarities: Uint8Array;
  readonly pack: Uint8Array;
  readonly kinds: Uint8Array;
  readonly stemAt: Int32Array;
  readonly stemCharacters: Uint8Array;
  readonly lists: Uint8Array;
  readonly claimAt: Int32Array;
  readonly claimWords: Uint8Array;
  readonly information: Uint16Array;
  readonly claimant: Uint16Array;
  readonly claimFlags: Uint8Array;
  readonly days: Uint16Array;
  readonly signatures: Int32Array;
  readonly claimantAt: Int32Array;
  readonly claimantWords: Uint8Array;
  readonly claimantClaims: Int32Array;
}

/** Views on the sections; nothing is copied. */
export const viewOf = (sections: Sections): StatementIndex => {
  const head = sections.i32(TAG);
  return {
    claims: head[0] ?? 0,
    terms: head[1] ?? 0,
    hashes: sections.i32('thsh'),
    checks: sections.u16('tchk'),
    numbers: sections.i32('tnum'),
    postings: sections.i32('tpos'),
    rarities: sections.u8('trar'),
    pack: sections.u8('tcol'),
    kinds: sections.u8('tkin'),
    stemAt: sections.i32('tstr'),
    stemCharacters: sections.u8('tchr'),
    lists: sections.u8('post'),
    claimAt: sections.i32('cpos'),
    claimWords: sections.u8('word'),
    information: sections.u16('cinf'),
    claimant: sections.u16('cman'),
    claimFlags: sections.u8('cflg'),
    days: sections.u16('cday'),
    signatures: sections.i32('csig'),
    claimantAt: sections.i32('mpos'),
    claimantWords: sections.u8('mwrd'),
    claimantClaims: sections.i32('mcnt'),
  };
};

/** Which of the 64 bits of a claim's signature stands for the term. */
export const signatureBit = (term: number): number => Math.imul(term, 0x9e3779b1) >>> 26;

/** Bytes that grow as varints are written to them. */
export interface ByteWriter {
  readonly length: number;
  varint(value: number): void;
  byte(value: number): void;
  bytes(): Uint8Array;
}

export const newByteWriter = (): ByteWriter => {
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  const widen = (): void => {
    if (length + 5 <= bytes.length) return;
    const wider = new Uint8Array(bytes.length * 2);
    wider.set(bytes);
    bytes = wider;
  };
  return {
    get length() {
      return length;
    },
    varint: (given) => {
      widen();
      let value = given;
      while (value > 127) {
        bytes[length++] = (value & 127) | 128;
        value >>>= 7;
      }
      bytes[length++] = value;
    },
    byte: (value) => {
      widen();
      bytes[length++] = value;
    },
    bytes: () => bytes.slice(0, length),
  };
};

/** Reads varints one after the other; one reader is reused, it allocates nothing. */
export interface ByteReader {
  at: number;
  next(): number;
  byte(): number;
}

export const newByteReader = (bytes: Uint8Array): ByteReader => {
  const reader = {
    at: 0,
    byte: (): number => bytes[reader.at++] ?? 0,
    next: (): number => {
      let byte = bytes[reader.at++] ?? 0;
      if (byte < 128) return byte;
      let value = byte & 127;
      for (let shift = 7; ; shift += 7) {
        byte = bytes[reader.at++] ?? 0;
        value |= (byte & 127) << shift;
        if (byte < 128) return value;
      }
    },
  };
  return reader;
};

/** Term number of a stem's hash pair, −1 if no claim holds it. */
export const findTerm = (index: StatementIndex, hash: number, check: number): number => {
  const { hashes, checks, numbers } = index;
  const wanted = hash >>> 0;
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = (hashes[middle] ?? 0) >>> 0;
    if (found === wanted) return (checks[middle] ?? 0) === (check & 0xffff) ? (numbers[middle] ?? -1) : -1;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};
