// Where in a term's postings does a claim stand? By one bit for each term and claim where the pack is small (the bits before it
// count the postings before it), else by halving.
import type { Columns } from './layout.ts';

/** Up to so many claims the bits take less room than the postings. */
const MOST_CLAIMS = 256;
const BITS = 32;

const bitsOf = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/** Position of the posting of term and claim, or -1. */
export type Finder = (term: number, claim: number) => number;

export const newFinder = ({ postAt, postClaim, claims }: Pick<Columns, 'postAt' | 'postClaim' | 'claims'>): Finder => {
  if (claims > MOST_CLAIMS) {
    return (term, claim) => {
      const from = postAt[term] ?? 0;
      const end = postAt[term + 1] ?? 0;
      // Claims rise along the list: where it names nearly all of them, a claim's place is nearly known.
      let low = Math.max(from, end - claims + claim);
      let high = Math.min(end - 1, from + claim);
      while (low <= high) {
        const middle = (low + high) >> 1;
        const found = postClaim[middle] ?? 0;
        if (found === claim) return middle;
        if (found < claim) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    };
  }
  const width = Math.ceil(claims / BITS);
  const terms = postAt.length - 1;
  const bits = new Int32Array(terms * width);
  /** Position of the first posting of each word of bits. */
  const first = new Int32Array(terms * width);
  for (let term = 0; term < terms; term++) {
    const end = postAt[term + 1] ?? 0;
    let posting = postAt[term] ?? 0;
    for (let w = 0; w < width; w++) {
      first[term * width + w] = posting;
      for (; posting < end && (postClaim[posting] ?? 0) >> 5 === w; posting++) {
        const at = term * width + w;
        bits[at] = (bits[at] ?? 0) | (1 << ((postClaim[posting] ?? 0) & 31));
      }
    }
  }
  return (term, claim) => {
    const at = term * width + (claim >> 5);
    const word = bits[at] ?? 0;
    const bit = 1 << (claim & 31);
    return (word & bit) === 0 ? -1 : (first[at] ?? 0) + bitsOf(word & (bit - 1));
  };
};
