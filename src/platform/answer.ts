// Answers the page's script: which claims do these blocks make, less those that the reader muted or hid.
import type { Block } from '../match/types.ts';
import { isEnglish } from '../text/language.ts';
import type { CardReply, Found, Look, MatchReply, Near, ReaderRequest, Selected } from './messages.ts';
import type { OpenPack } from './packs.ts';
import { hiddenKey, mutedKey, quoteOf, type Settings } from './settings-items.ts';

type MatchRequest = Extract<ReaderRequest, { kind: 'match' }>;

/** Those packs that the reader has not switched off. */
export const packsOn = (packs: readonly OpenPack[], settings: Settings): readonly OpenPack[] =>
  packs.filter(({ facts }) => settings.packs.get(facts.id) ?? true);

/** Told of a pack that cannot answer, and why. */
export type Failed = (pack: OpenPack, cause: unknown) => void;
const logged: Failed = ({ facts }, cause) => console.warn(`Sidelight: ${facts.name} does not answer`, cause);

/** What all packs answer, and how many claims those have that do: one that fails does not silence the others. Throws where all
 * fail, for that is not the same as nothing found. */
async function askAll<T>(
  packs: readonly OpenPack[],
  failed: Failed,
  ask: (pack: OpenPack) => Promise<readonly T[]>,
): Promise<{ readonly found: T[]; readonly checked: number }> {
  const answers: (readonly T[])[] = [];
  let checked = 0;
  let first: unknown;
  for (const pack of packs) {
    try {
      answers.push(await ask(pack));
      checked += pack.facts.claims;
    } catch (cause) {
      first ??= cause;
      failed(pack, cause);
    }
  }
  if (packs.length > 0 && answers.length === 0) throw first;
  return { found: answers.flat(), checked };
}

/** The answer to a `match` request, in reading order. */
export async function answerMatch(
  request: MatchRequest,
  packs: readonly OpenPack[],
  settings: Settings,
  failed = logged,
): Promise<MatchReply> {
  const blocks: readonly Block[] = [...request.earlier, ...request.blocks, ...request.later];
  const from = request.earlier.length;
  const to = from + request.blocks.length;
  const context = { title: request.title, ...(request.language === null ? {} : { language: request.language }) };
  const { found, checked } = await askAll(packsOn(packs, settings), failed, async (pack) => {
    const own: Found[] = [];
    const { id, language } = pack.facts;
    const matches = pack.matcher.match(blocks, context).filter(({ block }) => block >= from && block < to);
    const briefs = await pack.briefs(matches.map(({ claim }) => claim));
    for (const [i, match] of matches.entries()) {
      const brief = briefs[i];
      const block = blocks[match.block];
      if (brief === undefined || block === undefined || settings.muted.has(mutedKey(id, brief.claim))) continue;
      if (isHidden(settings, id, brief.claim, block.text.slice(match.start, match.end))) continue;
      own.push({ ...match, ...brief, pack: id, language, block: match.block - from });
    }
    return own;
  });
  found.sort((a, b) => a.block - b.block || a.start - b.start || a.end - b.end);
  // By the same measure as the matcher's own (src/match/open.ts), which is silent on such text.
  const foreign = !isEnglish(context.language, blocks);
  return { scan: request.scan, found, checked, foreign, look: lookOf(settings) };
}

export const lookOf = ({ strength, theme, calm }: Settings): Look => ({ strength, theme, calm });

/** So many claims near to a selection are shown at most. */
const MOST_NEAR = 5;
/** Less likely ones are not near: two in a hundred sentences of ordinary news have a claim that is. */
const LEAST_NEAR = 0.05;

/** Which claims a selected text is nearest to. Packs without wordings rank by no probability: of them only those that
 * would be highlighted are named. Muted and hidden ones too: the reader asks. */
export async function answerSelection(
  text: string,
  packs: readonly OpenPack[],
  settings: Settings,
  failed = logged,
): Promise<Selected> {
  const { found, checked } = await askAll(packsOn(packs, settings), failed, async (pack) => {
    const near: Near[] = [];
    const best = new Map<number, Pick<Near, 'relation' | 'confidence' | 'reason'>>();
    for (const { claim, relation, confidence, reason } of pack.matcher.match([{ text }])) {
      if (confidence > (best.get(claim)?.confidence ?? 0)) best.set(claim, { relation, confidence, reason });
    }
    if (pack.facts.wordings > 0) {
      for (const { claim, score } of pack.matcher.nearest(text, MOST_NEAR)) {
        if (!best.has(claim) && score >= LEAST_NEAR)
          best.set(claim, { relation: 'asserts', confidence: score, reason: { wording: 0, agreed: [], inferred: [] } });
      }
    }
    const { id, language } = pack.facts;
    const briefs = await pack.briefs([...best.keys()]);
    for (const [i, one] of [...best.values()].entries()) {
      const brief = briefs[i];
      if (brief !== undefined) near.push({ ...one, ...brief, pack: id, language, near: true });
    }
    return near;
  });
  const near = found.sort((a, b) => b.confidence - a.confidence).slice(0, MOST_NEAR);
  return { text, near, checked };
}

const isHidden = (settings: Settings, pack: string, claim: string, passage: string): boolean =>
  settings.hidden.get(hiddenKey(pack, claim, passage))?.quote === quoteOf(passage);

/** The card of one claim, or why there is none. */
export async function answerCard(
  request: { readonly pack: string; readonly claim: string },
  packs: readonly OpenPack[],
): Promise<CardReply> {
  const pack = packs.find(({ facts }) => facts.id === request.pack);
  if (pack === undefined) return { card: null, why: `no pack ${request.pack}` };
  const card = await pack.card(request.claim);
  return card === null ? { card, why: `no claim ${request.claim} in ${request.pack}` } : { card };
}
