// Checks of what a pack says: evidence, quotations, dates, sources and facts in use.
import { certainlyAfter } from '../../../src/claims/dates.ts';
import { lineage, lookup } from '../../../src/claims/families.ts';
import type { Claim, Evidence, Pack } from '../../../src/claims/types.ts';
import { error, type Finding, note } from './finding.ts';

/** A quotation shows where to look; it does not replace the source. */
const QUOTED_WORDS = 12;
/** How an absence must begin, so that nobody reads it as a denial. */
const ABSENCE = /^No public record/;
/** Fewer recognise only one way of putting it. */
const WORDINGS = 8;
/** Sentences of judgement that the pack leaves to those it cites. */
const VERDICTS = /\b(debunked|lies?|lied|liar|propaganda|hoax|nonsense|obviously|clearly|of course|falsely)\b/i;

export function checkEvidence(pack: Pack): Finding[] {
  return [...pack.claims.flatMap((claim) => checkClaim(pack, claim)), ...checkSources(pack)];
}

function checkClaim(pack: Pack, claim: Claim): Finding[] {
  const found: Finding[] = [];
  if (claim.evidence.length === 0)
    found.push(
      error('no evidence', claim.id, 'expected evidence, or an item with source null that says "No public record found of …"'),
    );
  if (claim.wordings.length < WORDINGS)
    found.push(note('few wordings', claim.id, `${claim.wordings.length} wordings; ${WORDINGS} or more recognise it better`));
  if (certainlyAfter(claim.made, pack.updated))
    found.push(error('bad dates', claim.id, `made ${claim.made}, after the pack's ${pack.updated}`));
  for (const { document, lines } of claim.passages) {
    const [first = 0, last = first] = lines.split('-').map(Number);
    if (first < 1 || last < first)
      found.push(error('bad passages', claim.id, `lines "${lines}" of ${document}: expected a range that runs forward`));
  }
  const seen = new Set<string>();
  for (const [position, item] of claim.evidence.entries()) {
    const where = `${claim.id} evidence ${position}`;
    found.push(...checkItem(pack, item, where));
    const key = `${item.stance} ${item.source} ${item.fact}`;
    if (item.source !== null && seen.has(key))
      found.push(
        error('repeated evidence', where, `${item.source} is already cited as "${item.stance}" for fact ${item.fact ?? 'none'}`),
      );
    seen.add(key);
  }
  return found;
}

function checkItem(pack: Pack, item: Evidence, where: string): Finding[] {
  const found: Finding[] = [];
  const words = item.locator?.quote?.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  if (words > QUOTED_WORDS)
    found.push(error('long quotations', where, `a quotation of ${words} words; expected at most ${QUOTED_WORDS}`));
  if (certainlyAfter(item.date, pack.updated))
    found.push(error('bad dates', where, `dated ${item.date}, after the pack's ${pack.updated}`));
  if (item.source !== null && item.stance !== 'context' && !outBy(pack, item.source, item.date)) {
    found.push(note('bad dates', where, `dated ${item.date}, before ${item.source} or anything that it relays came out`));
  }
  if (item.source === null && item.stance !== 'context')
    found.push(error('absences', where, `an absence with stance "${item.stance}"; expected "context", for it proves nothing`));
  if (item.source === null && !ABSENCE.test(item.summary))
    found.push(error('absences', where, 'expected a summary that begins with "No public record"'));
  const verdict = VERDICTS.exec(item.summary)?.[0];
  if (verdict !== undefined) found.push(note('verdicts', where, `"${verdict}" in our own words: attribute it or drop it`));
  return found;
}

/** Whether the source, or one that it passes on, can have been public on that day. */
const outBy = (pack: Pack, source: string, day: string): boolean =>
  [...lineage(pack, source)].some((id) => {
    const published = lookup(pack).sources.get(id)?.published;
    return published === undefined || !certainlyAfter(published, day);
  });

/** A source counts as used when evidence, an origin or a document names it, or when one so named descends from it. */
function checkSources(pack: Pack): Finding[] {
  const named = [
    ...pack.documents.map(({ source }) => source),
    ...pack.claims.flatMap(({ origin, evidence }) => [origin, ...evidence.flatMap(({ source }) => source ?? [])]),
  ];
  const used = new Set(named.flatMap((id) => [...lineage(pack, id)]));
  return pack.sources.flatMap((source) => [
    ...(used.has(source.id) ? [] : [error('unused sources', source.id, 'no evidence, document or origin leads to it')]),
    ...(source.published !== undefined && certainlyAfter(source.published, pack.updated)
      ? [error('bad dates', source.id, `published ${source.published}, after the pack's ${pack.updated}`)]
      : []),
    ...(source.url === undefined && source.urlNote === undefined
      ? [error('missing addresses', source.id, 'no url and no urlNote that says why')]
      : []),
  ]);
}
