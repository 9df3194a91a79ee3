// What of a pack the engine is given.
import { describe, expect, test } from 'vitest';
import { wordingsInput } from '../../src/claims/compile.ts';
import { packOf } from './small-pack.ts';

const group = (id: string, stands_for?: readonly string[]) => ({ id, kind: 'place', note: id, members: [id], stands_for });

describe('an expression that stands for groups', () => {
  const pack = {
    ...packOf([], []),
    thesaurus: [
      group('five', ['crimea', 'four']),
      group('crimea'),
      group('four', ['donbas', 'kherson', 'zaporizhzhia']),
      group('donbas', ['donetsk', 'luhansk']),
      group('all', ['five', 'four', 'kherson']),
      ...['donetsk', 'luhansk', 'kherson', 'zaporizhzhia'].map((id) => group(id)),
    ],
  };
  const meant = (id: string) => {
    const at = pack.thesaurus.findIndex((one) => one.id === id);
    return wordingsInput(pack).concepts[at]?.standsFor.map((number) => pack.thesaurus[number]?.id);
  };
  test.each([
    ['crimea', []],
    ['donbas', ['donetsk', 'luhansk']],
    ['four', ['kherson', 'zaporizhzhia', 'donetsk', 'luhansk']],
    ['five', ['crimea', 'kherson', 'zaporizhzhia', 'donetsk', 'luhansk']],
    ['all', ['kherson', 'crimea', 'zaporizhzhia', 'donetsk', 'luhansk']],
  ])('%s: what those stand for, each once', (id, groups) => expect(meant(id)).toEqual(groups));
});
