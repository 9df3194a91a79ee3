// Tools for those who write packs:
//   npm run -s pack -- check [FILE] [--all]       judges a pack (the bundled one): exit code 0 passed, 1 failed, 2 cannot be read
//   npm run -s pack -- show CLAIM [--pack FILE]   prints a claim as its card
//   npm run -s pack -- coverage DIR [--pack FILE] which lines of the pack's documents make which claims
//   npm run -s pack -- held-out [--pack FILE]     how many wordings are recognised when they are left out of the pack
//   npm run -s pack -- teach                      learns anew what terms speak for, after a change of wordings or thesaurus (the bundled pack)
//   npm run -s pack -- schema                     prints the JSON Schema (assets/packs/pack.schema.json)
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Pack } from '../../src/claims/types.ts';
import { BUNDLED, importPack, loadPack, readJson } from './load-pack.ts';
import { check } from './pack/check.ts';
import { coverage } from './pack/coverage.ts';
import { showHeldOut } from './pack/held-out.ts';
import { jsonSchema } from './pack/json-schema.ts';
import { show } from './pack/show.ts';
import { teach } from './pack/teach.ts';
import { endWhenUnread } from './unread.ts';

const USAGE =
  'expected: pack check [FILE] [--all] | pack show CLAIM [--pack FILE] | pack coverage DIR [--pack FILE] | pack held-out [--pack FILE] | pack teach | pack schema';

const load = (file: string | undefined): Promise<Pack> | Pack => (file === undefined ? loadPack() : importPack(file));

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { pack: { type: 'string' }, all: { type: 'boolean' } },
  });
  const [command, operand, more] = positionals;
  if (more !== undefined) throw new Error(`"${more}" is one operand too many; ${USAGE}`);
  if (command === 'check') return check(readJson(operand ?? values.pack ?? fileURLToPath(BUNDLED)), values.all === true);
  if (command === 'schema') {
    process.stdout.write(jsonSchema());
    return 0;
  }
  if (command === 'teach') {
    teach(loadPack(), BUNDLED);
    return 0;
  }
  if (command === 'held-out') return showHeldOut(await load(operand ?? values.pack));
  if (operand === undefined || (command !== 'show' && command !== 'coverage')) throw new Error(USAGE);
  const pack = await load(values.pack);
  if (command === 'coverage') return coverage(pack, operand);
  show(pack, operand);
  return 0;
}

endWhenUnread();
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (cause) {
  console.error(`pack: ${cause instanceof Error ? cause.message : String(cause)}`);
  process.exitCode = 2;
}
