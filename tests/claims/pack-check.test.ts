import { describe, expect, test } from 'vitest';
import { findings } from '../cli/pack/check.ts';
import { unknownKeys } from '../cli/pack/unknown-keys.ts';
import { asJson, claim, evidence, fullPack, packOf, source } from './small-pack.ts';

const kinds = (json: unknown): string[] => [...new Set(findings(json).found.map(({ check }) => check))];
const base = [source('origin'), source('paper')];
const item = evidence('rebuts', 'paper', '2023-12-01');
const withItems = (...items: (typeof item)[]) => asJson(packOf([claim(items)], base));

describe('pack check finds', () => {
  const cases: readonly [string, Record<string, unknown>][] = [
    ['schema', { ...withItems(item), format: 2 }],
    ['no evidence', withItems()],
    [
      'long quotations',
      withItems({ ...item, locator: { quote: 'one two three four five six seven eight nine ten eleven twelve thirteen' } }),
    ],
    ['bad dates', withItems({ ...item, date: '2027-01-01' })],
    ['absences', withItems({ ...item, source: null })],
    ['repeated evidence', withItems(item, item)],
    ['verdicts', withItems({ ...item, summary: 'This was debunked.' })],
    ['unused sources', asJson(packOf([claim([item])], [...base, source('idle')]))],
    ['missing addresses', asJson(packOf([claim([item])], [source('origin', { url: undefined }), source('paper')]))],
    [
      'bad passages',
      {
        ...asJson(fullPack()),
        claims: asJson(packOf([claim([item], { passages: [{ document: 'D1', lines: '7-3' }] })], base))['claims'],
        sources: [...(asJson(fullPack())['sources'] as object[]), ...base.slice(1)],
      },
    ],
    ['duplicates', asJson(packOf([claim([item], { wordings: ['The general talks.', 'the general talks.'] })], base))],
    [
      'near duplicates',
      asJson(
        packOf(
          [
            claim([item], {
              wordings: [
                'The old general talks to a weekly paper about war.',
                'The old general talked to a weekly paper about a war.',
              ],
            }),
          ],
          base,
        ),
      ),
    ],
    [
      'thesaurus',
      {
        ...withItems(item),
        thesaurus: [
          { id: 'a', kind: 'term', note: 'A', members: ['army'] },
          { id: 'b', kind: 'term', note: 'B', members: ['Army'] },
        ],
      },
    ],
    ['unknown keys', { ...withItems(item), nmae: 'misspelt' }],
  ];
  test.each(cases)('%s', (kind, json) => expect(kinds(json)).toContain(kind));

  test('nothing of that in a sound pack but that its wordings are few', () => {
    const sound = asJson(
      packOf([claim([item], { statement: 'General Gerasimov flew to Brussels on Tuesday to meet the chairman.' })], base),
    );
    expect(findings(sound).found.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

test('unknown keys are named with their path', () => {
  expect(unknownKeys({ a: [{ b: 1, c: 2 }] }, { a: [{ b: 1 }] }).map(({ where }) => where)).toEqual(['a[0].c']);
});
