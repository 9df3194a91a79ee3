// Check of what a pack brings learned: it must have been learned for this pack's texts and thesaurus, else it is of no use.
import { wordingsInput } from '../../../src/claims/compile.ts';
import type { Pack } from '../../../src/claims/types.ts';
import { unpack } from '../../../src/match/container.ts';
import { fromSections } from '../../../src/match/wordings/layout.ts';
import { readTaught } from '../../../src/match/wordings/taught.ts';
import { error, type Finding } from './finding.ts';

/** @param index the pack, compiled */
export const checkTaught = (pack: Pack, index: Uint8Array<ArrayBuffer>): Finding[] =>
  pack.taught === undefined || readTaught(pack.taught, fromSections(unpack(index)), wordingsInput(pack)) !== null
    ? []
    : [
        error(
          'taught',
          'taught',
          'learned for other wordings or another thesaurus: npm run -s pack -- teach (the bundled pack), or leave it out',
        ),
      ];
