// Claims → bytes: the statement index that layout.ts draws.
import { type Column, pack } from '../container.ts';
import { countKeys } from './gate.ts';
import {
  ASKS,
  HAS_NEGATION,
  NAMED,
  NEGATED,
  NO_CLAIMANT,
  NUMERAL,
  newByteWriter,
  RARITY_STEPS,
  signatureBit,
  TAG,
} from './layout.ts';
import { dayOf, occasionFlags } from './occasion.ts';
import { NAME, NUMBER } from './token-columns.ts';
import { newTokenizer, type Tokenizer } from './tokens.ts';

/** One imported fact-check: the claim in one sentence, the headline of the review, who made the claim, when and where. */
export interface StatementClaim {
  readonly statement: string;
  readonly title?: string | undefined;
  readonly claimant?: string | undefined;
  /** ISO date. */
  readonly made?: string | undefined;
  /** "in a debate" */
  readonly occasion?: string | undefined;
}

interface Term {
  readonly stem: string;
  readonly hash: number;
  readonly check: number;
  readonly rarity: number;
  readonly numeral: boolean;
  named: number;
  seen: number;
  /** Claims with the term, rising, by list: key, statement, title. */
  readonly claims: readonly [number[], number[], number[]];
  number: number;
}

/** Content words up to which one negation is taken to govern the whole statement; in longer ones it stands in a clause. */
const SHORT = 12;
const MOST_INFORMATION = 0xffff;

class Vocabulary {
  readonly terms: Term[] = [];
  readonly #byHash = new Map<number, number>();
  readonly #tokenizer: Tokenizer = newTokenizer();

  /** Provisional term numbers of a text's content words, in order; and of all its words the marks, 0 for content words. */
  read(text: string): { terms: number[]; negations: number; marks: number[] } {
    const { tokens } = this.#tokenizer;
    this.#tokenizer.split(text);
    const { lexicon } = this.#tokenizer;
    const terms: number[] = [];
    for (let i = 0; i < tokens.count; i++) {
      const n = tokens.number[i] ?? 0;
      const hash = lexicon.stemHash[n] ?? 0;
      let number = this.#byHash.get(hash);
      if (number === undefined) {
        number = this.terms.length;
        this.#byHash.set(hash, number);
        const rarity = Math.min(255, Math.round(this.#tokenizer.rarity(n) * RARITY_STEPS));
        const numeral = ((tokens.flags[i] ?? 0) & NUMBER) !== 0;
        this.terms.push({
          stem: lexicon.stems[n] ?? '',
          hash,
          check: lexicon.stemCheck[n] ?? 0,
          rarity,
          numeral,
          named: 0,
          seen: 0,
          claims: [[], [], []],
          number,
        });
      }
      const term = this.terms[number];
      if (term !== undefined && i > 0) {
        term.seen++;
        if (((tokens.flags[i] ?? 0) & NAME) !== 0) term.named++;
      }
      terms.push(number);
    }
    const marks = Array.from(tokens.words.subarray(0, tokens.wordCount), (word) => Math.max(0, -word));
    return { terms, negations: tokens.negations, marks };
  }
}

/** Compiles claims to the bytes of an index (container.ts). Positions in `claims` are the numbers of the claims. */
export const compileStatements = (claims: readonly StatementClaim[]): Uint8Array<ArrayBuffer> => {
  const vocabulary = new Vocabulary();
  const claimants = new Map<string, { terms: readonly number[]; claims: number; number: number }>();
  const information = new Uint16Array(claims.length);
  const claimant = new Uint16Array(claims.length).fill(NO_CLAIMANT);
  const flags = new Uint8Array(claims.length);
  const days = Uint16Array.from(claims, ({ made }) => dayOf(made));
  /** By term: claims that have it. */
  const counts: number[] = [];
  const texts: (readonly [statement: number[], title: number[], marks: number[]])[] = [];
  claims.forEach((claim, c) => {
    const statement = vocabulary.read(claim.statement);
    const title = claim.title === undefined ? [] : vocabulary.read(claim.title).terms;
    texts.push([statement.terms, title, statement.marks]);
    flags[c] =
      (statement.negations === 1 && statement.terms.length <= SHORT ? NEGATED : 0) |
      (statement.negations > 0 ? HAS_NEGATION : 0) |
      (claim.statement.includes('?') ? ASKS : 0) |
      occasionFlags(claim.occasion);
    const inStatement = new Set(statement.terms);
    for (const t of new Set([...inStatement, ...title])) counts[t] = (counts[t] ?? 0) + 1;
    information[c] = Math.min(
      [...inStatement].reduce((sum, t) => sum + (vocabulary.terms[t]?.rarity ?? 0), 0),
      MOST_INFORMATION,
    );
    if (claim.claimant !== undefined && claim.claimant !== '') {
      let entry = claimants.get(claim.claimant);
      if (entry === undefined && claimants.size < NO_CLAIMANT) {
        entry = { terms: vocabulary.read(claim.claimant).terms, claims: 0, number: claimants.size };
        claimants.set(claim.claimant, entry);
      }
      if (entry !== undefined) {
        entry.claims++;
        claimant[c] = entry.number;
      }
    }
  });

  const { terms } = vocabulary;
  const sizeOf = (term: Term): number => counts[term.number] ?? 0;
  const byFrequency = [...terms].sort((a, b) => sizeOf(b) - sizeOf(a) || a.number - b.number);
  const provisional = byFrequency.map((term) => term.number);
  const final = new Int32Array(terms.length);
  provisional.forEach((old, number) => {
    final[old] = number;
  });
  const signatures = new Int32Array(2 * claims.length);
  const rarity = (t: number): number => terms[t]?.rarity ?? 0;
  texts.forEach(([statement, title], c) => {
    const distinct = [...new Set(statement)].sort((a, b) => (final[b] ?? 0) - (final[a] ?? 0));
    const keys = countKeys(distinct.map(rarity));
    for (const t of distinct) {
      const bit = signatureBit(final[t] ?? 0);
      const at = 2 * c + (bit >> 5);
      signatures[at] = (signatures[at] ?? 0) | (1 << (bit & 31));
    }
    distinct.forEach((t, i) => {
      terms[t]?.claims[i < keys ? 0 : 1].push(c);
    });
    for (const t of new Set(title)) if (!distinct.includes(t)) terms[t]?.claims[2].push(c);
  });
  const postings = new Int32Array(terms.length);
  const rarities = new Uint8Array(terms.length);
  const inPack = new Uint8Array(terms.length);
  const kinds = new Uint8Array(terms.length);
  const lists = newByteWriter();
  byFrequency.forEach((term, number) => {
    postings[number] = lists.length;
    rarities[number] = term.rarity;
    inPack[number] = Math.min(255, Math.round(Math.log((claims.length + 1) / (sizeOf(term) + 0.5)) * RARITY_STEPS));
    kinds[number] = (term.named * 2 > term.seen ? NAMED : 0) | (term.numeral ? NUMERAL : 0);
    for (const list of term.claims) {
      lists.varint(list.length);
      let last = -1;
      for (const c of list) {
        lists.varint(c - last - 1);
        last = c;
      }
    }
  });

  const stemAt = new Int32Array(terms.length);
  const stems = byFrequency.map((term) => term.stem).join('');
  byFrequency.reduce((at, { stem }, number) => {
    stemAt[number] = at;
    return at + stem.length;
  }, 0);

  const claimAt = new Int32Array(claims.length);
  const words = newByteWriter();
  texts.forEach(([statement, title, marks], c) => {
    claimAt[c] = words.length;
    words.varint(statement.length);
    words.varint(title.length);
    for (const t of statement) words.varint(final[t] ?? 0);
    for (const t of title) words.varint(final[t] ?? 0);
    words.varint(marks.length);
    for (const mark of marks) words.byte(mark);
  });

  const claimantAt = new Int32Array(claimants.size);
  const claimantClaims = new Int32Array(claimants.size);
  const names = newByteWriter();
  for (const { terms: name, claims: count, number } of claimants.values()) {
    claimantAt[number] = names.length;
    claimantClaims[number] = count;
    names.varint(name.length);
    for (const t of name) names.varint(final[t] ?? 0);
  }

  const byHash = [...terms].sort((a, b) => (a.hash >>> 0) - (b.hash >>> 0));
  const sections = new Map<string, Column>([
    [TAG, Int32Array.of(claims.length, terms.length, claimants.size)],
    ['thsh', Int32Array.from(byHash, (term) => term.hash)],
    ['tchk', Uint16Array.from(byHash, (term) => term.check & 0xffff)],
    ['tnum', Int32Array.from(byHash, (term) => final[term.number] ?? 0)],
    ['tpos', postings],
    ['trar', rarities],
    ['tcol', inPack],
    ['tkin', kinds],
    ['tstr', stemAt],
    ['tchr', Uint8Array.from({ length: stems.length }, (_, i) => stems.charCodeAt(i) & 0xff)],
    ['post', lists.bytes()],
    ['cpos', claimAt],
    ['word', words.bytes()],
    ['cinf', information],
    ['cman', claimant],
    ['cflg', flags],
    ['cday', days],
    ['csig', signatures],
    ['mpos', claimantAt],
    ['mwrd', names.bytes()],
    ['mcnt', claimantClaims],
  ]);
  return pack(sections);
};
