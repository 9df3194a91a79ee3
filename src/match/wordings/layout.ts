// The columns of a wordings index. T terms (concepts first, then bare words), C claims, W texts (statements and wordings).
import type { Column, Sections } from '../container.ts';
import type { Relation } from '../types.ts';
import type { Language } from './analyse.ts';

export const RELATION_CODE: Readonly<Record<Relation, number>> = { asserts: 0, denies: 1, questions: 2 };
export const RELATIONS: readonly Relation[] = ['asserts', 'denies', 'questions'];

export interface Columns extends Language {
  readonly claims: number;
  /** T: nats in ordinary news. */
  readonly idf: Float32Array;
  /** T: idf times how well the term tells claims apart. */
  readonly weight: Float32Array;
  /** T: 1 for names, which carry over from sentence to sentence. */
  readonly isName: Uint8Array;
  /** T: how much a name tells that a page is about the pack's story (0 for names of ordinary news). */
  readonly story: Float32Array;
  /** T+1: postings of a term: the claims it is typical of, and how typical (0 to 1). */
  readonly postAt: Int32Array;
  readonly postClaim: Int32Array;
  readonly postTypical: Float32Array;
  /** As postClaim: ln of the term's chance in the claim's texts over its chance in the pack's. */
  readonly postNb: Float32Array;
  /** C+1: the same by claim: its typical terms. */
  readonly termAt: Int32Array;
  readonly termTerm: Int32Array;
  readonly termTypical: Float32Array;
  /** As termTerm: how much the term speaks for the claim being denied, or questioned, in nats. */
  readonly termDeny: Float32Array;
  readonly termAsk: Float32Array;
  /** C × 8: the same for the four cues of RELATION_CUES, when present and when absent. */
  readonly cueDeny: Float32Array;
  readonly cueAsk: Float32Array;
  /** W+1: slots (terms) of a text. */
  readonly slotAt: Int32Array;
  readonly slotTerm: Int32Array;
  /** As slotTerm: weight of the slot in its text, less what another slot of the text tells already. */
  readonly slotWeight: Float32Array;
  /** As slotTerm, +1: terms of an expression's own words, which together may stand for it. */
  readonly partAt: Int32Array;
  readonly part: Int32Array;
  /** C+1: texts of a claim, statement first. */
  readonly textAt: Int32Array;
  readonly text: Int32Array;
  /** W. */
  readonly textRelation: Uint8Array;
  readonly textNegations: Uint8Array;
  readonly relatedAt: Int32Array;
  readonly related: Int32Array;
  readonly oppositeAt: Int32Array;
  readonly opposite: Int32Array;
}

/** Section names of the columns, four characters each. */
const FLOATS = { idf: 'wIDF', weight: 'wWGT', slotWeight: 'wSWT', postTypical: 'wPTY', postNb: 'wPNB', story: 'wSTO', termTypical: 'wTTY', termDeny: 'wTDN', termAsk: 'wTAS', cueDeny: 'wCDN', cueAsk: 'wCAS' } as const;
const BYTES = { isName: 'wNAM', textRelation: 'wREL', textNegations: 'wNEG' } as const;
const INTS = {
  keys: 'wKEY', to: 'wTO_', outAt: 'wOAT', outTerm: 'wOTM', outNear: 'wONR', near: 'wNR_', stemTerm: 'wSTT',
  postAt: 'wPAT', postClaim: 'wPCL', termAt: 'wTAT', termTerm: 'wTTM', slotAt: 'wSAT', slotTerm: 'wSTM', partAt: 'wQAT', part: 'wQT_', textAt: 'wXAT', text: 'wXT_',
  relatedAt: 'wRAT', related: 'wRL_', oppositeAt: 'wPPA', opposite: 'wPP_',
} as const;

export const toSections = (columns: Columns): ReadonlyMap<string, Column> => {
  const sections = new Map<string, Column>();
  sections.set('wCNT', Int32Array.of(columns.claims));
  sections.set('wVSL', columns.vocabulary.slots);
  sections.set('wVHA', columns.vocabulary.hash);
  sections.set('wVCH', columns.vocabulary.check);
  for (const [key, tag] of Object.entries({ ...FLOATS, ...BYTES, ...INTS })) sections.set(tag, columns[key as keyof typeof FLOATS | keyof typeof BYTES | keyof typeof INTS]);
  return sections;
};

type Of<Tags, Kind> = { [key in keyof Tags]: Kind };
const read = <Tags extends Record<string, string>, Kind>(tags: Tags, column: (tag: string) => Kind): Of<Tags, Kind> =>
  Object.fromEntries(Object.entries(tags).map(([key, tag]) => [key, column(tag)])) as Of<Tags, Kind>;

/** Views on the columns; throws IndexError where a section is missing. */
export const fromSections = (sections: Sections): Columns => ({
  claims: sections.i32('wCNT')[0] ?? 0,
  vocabulary: { slots: sections.i32('wVSL'), hash: sections.i32('wVHA'), check: sections.i32('wVCH') },
  ...read(FLOATS, sections.f32),
  ...read(BYTES, sections.u8),
  ...read(INTS, sections.i32),
});
