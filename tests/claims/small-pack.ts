// A pack of a few claims with every key of the format, for tests. Built anew each time, so that a test may spoil it.
import type { Claim, Evidence, Pack, Source } from '../../src/claims/types.ts';

export const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  title: `Title of ${id}`,
  publisher: 'Publisher',
  url: `https://example.org/${id}`,
  published: '2023-12-01',
  kind: 'report',
  language: 'en',
  ...more,
});

export const evidence = (stance: Evidence['stance'], from: string | null, date = '2023-11-01'): Evidence => ({
  stance,
  summary: `What ${from} says.`,
  source: from,
  date,
});

export const claim = (items: readonly Evidence[], more: Partial<Claim> = {}): Claim => ({
  id: 'C1',
  topic: 'core',
  statement: 'The statement of the claim.',
  claimant: 'Someone',
  made: '2023-12-01',
  kind: 'fact',
  origin: 'origin',
  passages: [],
  wordings: [],
  evidence: items,
  ...more,
});

export const packOf = (claims: readonly Claim[], sources: readonly Source[]): Pack => ({
  format: 1,
  id: 'small',
  name: 'Small',
  version: '1.0.0',
  language: 'en',
  publisher: 'Sidelight',
  licence: 'CC-BY-4.0',
  updated: '2026-11-22',
  description: 'A pack for tests.',
  documents: [],
  sources,
  claims,
  thesaurus: [],
});

/** Every key of the format in use, and valid. */
export const fullPack = (): Pack => ({
  ...packOf(
    [
      claim(
        [
          {
            fact: 'F1',
            stance: 'rebuts',
            summary: 'It says otherwise.',
            source: 'other',
            date: '2023-12',
            locator: { where: 'page 2', quote: 'says otherwise' },
          },
          { stance: 'context', summary: 'No public record found of it.', source: null, date: '2026-11-22' },
        ],
        {
          title: 'A headline',
          passages: [{ document: 'D1', lines: '3-7' }],
          wordings: ['Another way to put it.', { text: 'It is not so.', relation: 'denies' }],
        },
      ),
      claim([evidence('corroborates', 'relay')], { id: 'C2', kind: 'opinion', undated: 'reviewed' }),
    ],
    [
      source('origin', { url: undefined, urlNote: 'Not seen', seenAt: 'https://example.org/seen' }),
      source('relay', { relays: ['origin'], stake: 'state-run' }),
      source('other', { author: 'A. Author', described: true, kind: 'official', published: '2023' }),
    ],
  ),
  $schema: './pack.schema.json',
  documents: [{ id: 'D1', title: 'A document', source: 'relay' }],
  thesaurus: [
    {
      id: 'general',
      kind: 'name',
      note: 'A general',
      members: ['Ivanov', 'the commander'],
      ambiguous: [{ text: 'general', near: ['army'] }],
      related: ['army'],
    },
    { id: 'army', kind: 'term', note: 'Soldiers', members: ['army'], opposite: ['general'], stands_for: ['general'] },
  ],
  unused_facts: [{ fact: 'F2', reason: 'Not checked' }],
});

/** As a file would give it: no shared objects, no undefined. */
export const asJson = (pack: Pack): Record<string, unknown> => JSON.parse(JSON.stringify(pack));
