import { describe, expect, it } from 'vitest';
import { compile, wordingsInput } from '../../src/claims/compile.ts';
import { parsePack } from '../../src/claims/schema.ts';
import type { Pack } from '../../src/claims/types.ts';
import { compileWordings } from '../../src/match/wordings/compile.ts';
import type { ExampleInput } from '../../src/match/wordings/input.ts';
import type { Columns } from '../../src/match/wordings/layout.ts';
import { packTaught, placesOf, type TaughtInput } from '../../src/match/wordings/taught.ts';
import { claim, evidence, packOf, source } from '../claims/small-pack.ts';
import { checkTaught } from '../cli/pack/taught.ts';

const given = (id: string, statement: string, ...wordings: string[]) =>
  claim([evidence('context', 'origin')], { id, statement, wordings });
const pack: Pack = packOf(
  [
    given('C1', 'The mayor opened the bridge.', 'A bridge was opened by the mayor.', 'Mayor cuts ribbon at the harbour.'),
    given(
      'C2',
      'The council sold the harbour.',
      'The harbour was sold to investors.',
      'Council votes to sell harbour to investors.',
    ),
  ],
  [source('origin')],
);
const columns = (more: { readonly taught?: TaughtInput; readonly examples?: readonly ExampleInput[] } = {}): Columns =>
  compileWordings({ ...wordingsInput(pack), ...more });
const input = wordingsInput(pack);
const alone = columns();
const harbourAtTheBridge = { claim: 0, text: 'At the harbour, investors saw the mayor.', relation: 'denies' } as const;
const examples = Array.from({ length: 6 }, (_, i) => ({ ...harbourAtTheBridge, text: `${harbourAtTheBridge.text} ${i}` }));
const taught = columns({ examples });
const NEAR = 1 / 16 + 1e-6;

const farthest = (one: Float32Array, other: Float32Array): number =>
  one.reduce((most, nats, i) => Math.max(most, Math.abs(nats - (other[i] ?? 0))), 0);

describe('what a pack brings learned', () => {
  it('is learned from examples, too, which are no wordings', () => {
    expect(farthest(taught.postProfile, alone.postProfile)).toBeGreaterThan(0.1);
    expect(farthest(taught.leanDeny, alone.leanDeny)).toBeGreaterThan(0.1);
    expect(taught.textAt).toEqual(alone.textAt);
    expect(taught.slotTerm).toEqual(alone.slotTerm);
  });

  it('comes back as it was, but for rounding', () => {
    const read = columns({ taught: packTaught(taught, input) });
    for (const name of ['postProfile', 'leanDeny', 'leanAsk', 'termDeny', 'termAsk'] as const) {
      expect(read[name].some((nats) => nats !== 0)).toBe(true);
      expect(farthest(read[name], taught[name])).toBeLessThanOrEqual(NEAR);
    }
  });

  it.each([
    ['another index', { places: '00000000' }],
    ['another length', { term_questions: '####' }],
    ['other characters', { denies: packTaught(taught, input).denies.replace(/^./, '\\') }],
  ])('is not used when it is of %s: the wordings teach', (_, part) => {
    expect(columns({ taught: { ...packTaught(taught, input), ...part } })).toEqual(alone);
  });

  it('belongs to the wordings and the thesaurus that it was learned for', () => {
    const other = {
      ...pack,
      claims: [...pack.claims.slice(0, 1), given('C2', 'The council sold the town hall.', 'A town hall is sold.')],
    };
    expect(placesOf(compileWordings(wordingsInput(other)), wordingsInput(other))).not.toBe(placesOf(alone, input));
    expect(checkTaught({ ...pack, taught: packTaught(taught, input) }, compile(pack))).toEqual([]);
    expect(checkTaught({ ...other, taught: packTaught(taught, input) }, compile(other))).toMatchObject([
      { level: 'error', check: 'taught' },
    ]);
    expect(checkTaught(other, compile(other))).toEqual([]);
  });

  it.each([
    [
      'relation',
      ['A bridge was opened by the mayor.', { text: 'Mayor cuts ribbon at the harbour.', relation: 'denies' as const }],
    ],
    ['function word', ['A bridge was not opened by the mayor.', 'Mayor cuts ribbon at the harbour.']],
  ])('belongs to texts of the same %s', (_, wordings) => {
    const other = { ...pack, claims: pack.claims.map((one, i) => (i === 0 ? { ...one, wordings } : one)) };
    expect(checkTaught({ ...other, taught: packTaught(taught, input) }, compile(other))).toHaveLength(1);
  });

  it('is read from a pack, or refused with what was expected where', () => {
    const brought = packTaught(taught, input);
    const read = parsePack({ ...pack, taught: brought });
    expect(read.ok && read.pack.taught).toEqual(brought);
    expect(parsePack({ ...pack, taught: { ...brought, places: 'here' } })).toEqual({
      ok: false,
      problems: [{ path: 'taught.places', expected: 'eight hexadecimal digits', got: '"here"' }],
    });
  });
});
