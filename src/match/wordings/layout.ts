// The columns of a wordings index, and their sections in the bytes.
// T terms (concepts first, then bare words), C claims, W texts (statements and wordings, a claim's together), S slots,
// P postings (term, claim), each with its entries: the slots of the claim's texts that hold the term.
import type { Column, Sections } from '../container.ts';
import type { Language } from './analyse.ts';

interface Floats {
  /** T: nats in ordinary news; nats times how well the term tells claims apart. */
  readonly idf: Float32Array;
  readonly weight: Float32Array;
  /** T: how much a name tells that a page is about the pack's story (0 for names of ordinary news). */
  readonly story: Float32Array;
  /** P: weight × how typical (0 to 1) the term is of the claim, and weight × typical². */
  readonly postGate: Float32Array;
  readonly postMass: Float32Array;
  /** P: ln of the term's chance in the claim's texts over its chance in the pack's, plus UNUSED_NATS. */
  readonly postNb: Float32Array;
  /** P: how much the term speaks for the claim against its neighbours (profiles.ts). */
  readonly postProfile: Float32Array;
  /** P and T: how much the term speaks for denying, and for questioning (lean-profiles.ts): the claim's own share, and all claims'. */
  readonly leanDeny: Float32Array;
  readonly leanAsk: Float32Array;
  readonly termDeny: Float32Array;
  readonly termAsk: Float32Array;
  /** C: sum of postMass. */
  readonly claimMass: Float32Array;
  /** C × C: how alike two claims' vocabularies are, 0 to 1; empty for packs of very many claims. */
  readonly claimKin: Float32Array;
  /** C × 8: nats for denying and questioning of the cues of RELATION_CUES, when present and when absent. */
  readonly cueDeny: Float32Array;
  readonly cueAsk: Float32Array;
  /** S: weight of the slot in its text, less what another slot of the text tells already. W: their sum. */
  readonly slotWeight: Float32Array;
  readonly textWhole: Float32Array;
  /** Entries of postings: what the term alone gives its slot, and what it gives as one word of the slot's expression. */
  readonly ownWeight: Float32Array;
  readonly partWeight: Float32Array;
  /** By stem: share in a sentence (diction.ts). By stem, then for an unknown word and for none: tells.ts; empty where the pack has none. */
  readonly dictionShare: Float32Array;
  readonly tells: Float32Array;
}
interface Bytes {
  /** T: 1 for names, which carry over from sentence to sentence. */
  readonly isName: Uint8Array;
  /** W: RELATION_CODE; number of negating words. */
  readonly textRelation: Uint8Array;
  readonly textNegations: Uint8Array;
  /** Stems × C: diction.ts. */
  readonly dictionWeight: Uint8Array;
}
interface Ints {
  /** T+1 → P: claims, rising. */
  readonly postAt: Int32Array;
  readonly postClaim: Int32Array;
  /** P+1 → entries: text and slot. */
  readonly ownAt: Int32Array;
  readonly ownText: Int32Array;
  readonly ownSlot: Int32Array;
  readonly partAt: Int32Array;
  readonly partText: Int32Array;
  readonly partSlot: Int32Array;
  /** W+1 → S: term of the slot. */
  readonly slotAt: Int32Array;
  readonly slotTerm: Int32Array;
  /** C+1: first text of a claim, the statement. */
  readonly textAt: Int32Array;
  /** T+1 → terms. */
  readonly relatedAt: Int32Array;
  readonly related: Int32Array;
  readonly oppositeAt: Int32Array;
  readonly opposite: Int32Array;
}
export interface Columns extends Language, Floats, Bytes, Ints {
  readonly claims: number;
}

type LanguageInts = Omit<Language, 'vocabulary'>;
const FLOATS: Readonly<Record<keyof Floats, string>> = {
  idf: 'wIDF',
  weight: 'wWGT',
  story: 'wSTO',
  postGate: 'wPGT',
  postMass: 'wPMS',
  postNb: 'wPNB',
  postProfile: 'wPPR',
  leanDeny: 'wLDN',
  leanAsk: 'wLAS',
  termDeny: 'wTDN',
  termAsk: 'wTAS',
  claimMass: 'wCMS',
  claimKin: 'wKIN',
  cueDeny: 'wCDN',
  cueAsk: 'wCAS',
  slotWeight: 'wSWT',
  textWhole: 'wXWH',
  ownWeight: 'wOWT',
  partWeight: 'wQWT',
  dictionShare: 'wDSH',
  tells: 'wTLL',
};
const BYTES: Readonly<Record<keyof Bytes, string>> = {
  isName: 'wNAM',
  textRelation: 'wREL',
  textNegations: 'wNEG',
  dictionWeight: 'wDWT',
};
const INTS: Readonly<Record<keyof Ints | keyof LanguageInts, string>> = {
  keys: 'wKEY',
  to: 'wTO_',
  outAt: 'wOAT',
  outTerm: 'wOTM',
  outNear: 'wONR',
  near: 'wNR_',
  rootStep: 'wRST',
  stemTerm: 'wSTT',
  postAt: 'wPAT',
  postClaim: 'wPCL',
  ownAt: 'wOWA',
  ownText: 'wOWX',
  ownSlot: 'wOWS',
  partAt: 'wQAT',
  partText: 'wQTX',
  partSlot: 'wQSL',
  slotAt: 'wSAT',
  slotTerm: 'wSTM',
  textAt: 'wXAT',
  relatedAt: 'wRAT',
  related: 'wRL_',
  oppositeAt: 'wPPA',
  opposite: 'wPP_',
};
/** Only an index of this regime has this section. */
export const MARK = 'wCNT';

export const toSections = (columns: Columns): ReadonlyMap<string, Column> => {
  const tagged = (tags: Readonly<Record<string, string>>, of: (key: string) => Column): [string, Column][] =>
    Object.entries(tags).map(([key, tag]) => [tag, of(key)]);
  const { vocabulary } = columns;
  return new Map<string, Column>([
    [MARK, Int32Array.of(columns.claims)],
    ['wVSL', vocabulary.slots],
    ['wVHA', vocabulary.hash],
    ['wVCH', vocabulary.check],
    ...tagged({ ...FLOATS, ...BYTES, ...INTS }, (key) => columns[key as keyof Floats | keyof Bytes | keyof Ints]),
  ]);
};

const read = <Key extends string, Kind>(tags: Readonly<Record<Key, string>>, column: (tag: string) => Kind): Record<Key, Kind> =>
  Object.fromEntries(Object.entries<string>(tags).map(([key, tag]) => [key, column(tag)])) as Record<Key, Kind>;

/** Views on the columns; throws IndexError where a section is missing. */
export const fromSections = (sections: Sections): Columns => ({
  claims: sections.i32(MARK)[0] ?? 0,
  vocabulary: { slots: sections.i32('wVSL'), hash: sections.i32('wVHA'), check: sections.i32('wVCH') },
  ...read(FLOATS, sections.f32),
  ...read(BYTES, sections.u8),
  ...read(INTS, sections.i32),
});
