// npm run -s pack -- check [FILE]: everything about a pack that a machine can judge. Exit code 1 when something fails.
import { compile } from '../../../src/claims/compile.ts';
import { parsePack } from '../../../src/claims/schema.ts';
import type { Pack } from '../../../src/claims/types.ts';
import { open } from '../../../src/match/open.ts';
import { checkEvidence } from './evidence.ts';
import { checkFacts, placing } from './facts.ts';
import { error, type Finding } from './finding.ts';
import { table } from './table.ts';
import { checkTaught } from './taught.ts';
import { checkThesaurus } from './thesaurus.ts';
import { unknownKeys } from './unknown-keys.ts';
import { checkDuplicates, checkRecognition, type Recognition } from './wordings.ts';

/** Findings of one kind that are written out; `--all` shows every one. */
const SHOWN = 12;

/** @param json the pack's file, parsed */
export function findings(json: unknown): { pack: Pack | null; found: Finding[]; recognition: Recognition | null } {
  const parsed = parsePack(json);
  if (!parsed.ok)
    return {
      pack: null,
      recognition: null,
      found: parsed.problems.map(({ path, expected, got }) =>
        error('schema', path || 'the file', `expected ${expected}, got ${got}`),
      ),
    };
  const { pack } = parsed;
  const index = compile(pack);
  const recognition = checkRecognition(pack, open(index));
  return {
    pack,
    recognition,
    found: [
      ...unknownKeys(json, pack),
      ...checkEvidence(pack),
      ...checkFacts(pack),
      ...checkThesaurus(pack),
      ...checkDuplicates(pack),
      ...checkTaught(pack, index),
      ...recognition.found,
    ],
  };
}

/** Prints the table and the findings; returns the exit code. */
export function check(json: unknown, all: boolean): number {
  const { pack, found, recognition } = findings(json);
  if (pack !== null) console.log(`${table(pack)}\n`);
  const kinds = Map.groupBy(found, ({ check, level }) => `${level}: ${check}`);
  for (const [kind, list] of kinds) {
    console.log(`${kind} (${list.length})`);
    for (const { where, message } of all ? list : list.slice(0, SHOWN)) console.log(`  ${where}: ${message}`);
    if (!all && list.length > SHOWN) console.log(`  … and ${list.length - SHOWN} more (--all shows them)`);
  }
  const errors = found.filter(({ level }) => level === 'error').length;
  if (pack !== null) console.log(summary(pack));
  if (recognition !== null) {
    const { texts, recognised, related } = recognition;
    console.log(
      `on a page about the matter, ${recognised} of ${texts} texts are recognised (${percent(recognised, texts)}), ${related} with their relation (${percent(related, texts)})`,
    );
  }
  console.log(errors === 0 ? `passed, with ${found.length} notes` : `failed: ${errors} errors, ${found.length - errors} notes`);
  return errors === 0 ? 0 : 1;
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

function summary(pack: Pack): string {
  const facts = placing(pack);
  const count = (list: readonly unknown[], what: string): string => `${list.length} ${what}`;
  return [
    `${pack.id} ${pack.version}: ${count(pack.claims, 'claims')}`,
    count(pack.sources, 'sources'),
    count(
      pack.claims.flatMap(({ evidence }) => evidence),
      'items of evidence',
    ),
    count(
      pack.claims.flatMap(({ wordings }) => wordings),
      'wordings',
    ),
    count(pack.thesaurus, 'groups of words'),
    ...(facts === null ? [] : [`facts ${facts.placed} of ${facts.all} placed, ${facts.unused} listed as unused`]),
  ].join(', ');
}
