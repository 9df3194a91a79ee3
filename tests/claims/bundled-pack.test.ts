import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/claims/compile.ts';
import { originals } from '../../src/claims/families.ts';
import { balanceOf, standingOf } from '../../src/claims/standing.ts';
import type { Claim } from '../../src/claims/types.ts';
import { loadPack } from '../cli/load-pack.ts';
import { checkEvidence } from '../cli/pack/evidence.ts';
import { ALL_FACTS, checkFacts } from '../cli/pack/facts.ts';
import { jsonSchema } from '../cli/pack/json-schema.ts';
import { checkTaught } from '../cli/pack/taught.ts';
import { checkThesaurus } from '../cli/pack/thesaurus.ts';
import { unknownKeys } from '../cli/pack/unknown-keys.ts';
import { checkDuplicates } from '../cli/pack/wordings.ts';

const PACKS = new URL('../../assets/packs/', import.meta.url);
const json: unknown = JSON.parse(readFileSync(new URL('general-to-general.json', PACKS), 'utf8'));
/** Throws with the problems of a pack that does not pass the schema. */
const pack = loadPack();
function claim(id: string): Claim {
  const found = pack.claims.find((one) => one.id === id);
  if (found === undefined) throw new Error(`expected a claim ${id}, got none`);
  return found;
}
const errors = (found: readonly { level: string; where: string; message: string }[]) =>
  found.filter(({ level }) => level === 'error');

describe('the bundled pack', () => {
  test('has no key that the format has not', () => expect(unknownKeys(json, pack)).toEqual([]));
  test('has the 73 claims, in order', () =>
    expect(pack.claims.map(({ id }) => id)).toEqual(Array.from({ length: 73 }, (_, i) => `K${i + 1}`)));
  test('has evidence, dates, short quotations and used sources throughout', () =>
    expect(errors(checkEvidence(pack))).toEqual([]));
  test('places all 89 facts or says why not', () => {
    expect(ALL_FACTS.length).toBe(89);
    expect(checkFacts(pack)).toEqual([]);
  });
  test('has no expression in two groups', () => expect(checkThesaurus(pack)).toEqual([]));
  test('brings what was learned for its own wordings and thesaurus', () => {
    expect(pack.taught).toBeDefined();
    expect(checkTaught(pack, compile(pack))).toEqual([]);
  });
  test('has no wording twice, nor nearly', () => expect(errors(checkDuplicates(pack))).toEqual([]));
  test.each(['K1', 'K2', 'K3', 'K6', 'K12', 'K15', 'K20', 'K27', 'K35', 'K48', 'K62', 'K73'])(
    '%s, a core claim, has 15 wordings, some of them denials',
    (id) => {
      expect(claim(id).wordings.length).toBeGreaterThanOrEqual(15);
      expect(claim(id).wordings.some((wording) => typeof wording !== 'string' && wording.relation === 'denies')).toBe(true);
    },
  );

  test.each([
    'pleyades-translation',
    'uncutnews-translation',
    'ohio-barbarian',
    'tass-2023-12-01',
    'pravda-network-2023-12-01-tass',
    'sputnik-2023-12-01',
    'eir-2023-12',
    'freedomsphoenix-2024-02-03',
  ])('%s is of one family with the article', (source) => expect(originals(pack, source)).toEqual(['hersh-general-to-general']));

  test.each([
    ['cyprus-mail-2023-11-02', ['dmitry-peskov']],
    ['sauress-alriyadh', ['dmitry-peskov']],
    ['24kanal-2025-12-15', ['dmitry-peskov']],
    ['life-ru-2023-12-20', ['dmitry-peskov', 'volodymyr-zelensky']],
    ['tbs-2024-06-14', ['vladimir-putin']],
    ['tass-2024-01-18', ['sergei-lavrov']],
    ['saxon-2023-11-04', ['volodymyr-zelensky']],
    ['saxon-2023-11-04-background', ['afp-2023-11-04-background']],
    ['economist-thread-2023-11-01', ['valery-zaluzhny']],
  ])('%s passes on the words of %j', (source, speakers) => expect(originals(pack, source)).toEqual(speakers));
  test('counts a speaker once, however many report the words', () => {
    // Putin, Lavrov, Peskov, Arakhamia and Bryen, in nine items.
    expect(balanceOf(pack, claim('K68'))).toMatchObject({ corroborates: 5 });
    // Kuleba, Zelensky, Lavrov, Shvytkin, Peskov, the Istanbul talks and OFEHR; the page with Peskov and Zelensky adds none.
    expect(balanceOf(pack, claim('K43'))).toMatchObject({ rebuts: 7 });
  });

  const OPINIONS = ['K18', 'K19', 'K40', 'K41', 'K47', 'K49', 'K55', 'K57', 'K58', 'K59', 'K61', 'K62', 'K63'];
  test.each(OPINIONS)('%s, an opinion or forecast, has no standing but evidence', (id) => {
    expect(standingOf(pack, claim(id))).toBeNull();
    expect(claim(id).evidence.length).toBeGreaterThan(0);
  });

  test.each([
    ['K4', 'corroborated'],
    ['K6', 'rebutted'],
    ['K11', 'rebutted'],
    ['K20', 'corroborated'],
    ['K22', 'contested'],
    ['K26', 'unsupported'],
    ['K34', 'rebutted'],
    ['K46', 'contested'],
    ['K65', 'corroborated'],
  ])('%s is %s', (id, standing) => expect(standingOf(pack, claim(id))).toBe(standing));

  test.each(['K2', 'K6', 'K8', 'K27'])('%s is repeated by many and corroborated by none', (id) => {
    expect(balanceOf(pack, claim(id))).toMatchObject({ corroborates: 0 });
    expect(balanceOf(pack, claim(id)).repeats).toBeGreaterThan(1);
  });

  test('a source without address says why, and none is invented: no example or placeholder hosts', () => {
    for (const source of pack.sources) {
      expect(source.url ?? source.urlNote, source.id).toBeDefined();
      expect(source.url ?? '', source.id).not.toMatch(/example\.|localhost/);
    }
  });
});

test('the published JSON Schema is the one that the extension applies (npm run -s pack -- schema > assets/packs/pack.schema.json)', () => {
  expect(readFileSync(new URL('pack.schema.json', PACKS), 'utf8')).toBe(jsonSchema());
});
