// npm run -s pack -- teach: after a change of wordings or thesaurus, learns anew what terms speak for and writes it into the bundled pack.
// The wordings and our labelled pages teach; the same as tests/bench/learn-wordings.ts writes, without the decision.
import { fileURLToPath } from 'node:url';
import { wordingsInput } from '../../../src/claims/compile.ts';
import type { Pack } from '../../../src/claims/types.ts';
import { compileWordings } from '../../../src/match/wordings/compile.ts';
import type { ExampleInput } from '../../../src/match/wordings/input.ts';
import { packTaught } from '../../../src/match/wordings/taught.ts';
import { examplesOf, readLabelled } from '../../bench/labelled.ts';
import { writeTaught } from '../../bench/write-forest.ts';

const PAGES = fileURLToPath(new URL('../../pages/labelled', import.meta.url));

/** The labelled sentences that teach the bundled pack. */
export const examplesFor = (pack: Pack): ExampleInput[] => examplesOf(pack, readLabelled(PAGES));

/** @param file the pack's own, rewritten */
export function teach(pack: Pack, file: URL): void {
  const input = wordingsInput(pack);
  writeTaught(file, packTaught(compileWordings({ ...input, taught: undefined, examples: examplesFor(pack) }), input));
}
