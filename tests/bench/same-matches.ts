// Did a change of the engine change its answers? Writes what the bundled pack finds on pages, or compares with what was written:
//   node tests/bench/same-matches.ts write FILE      before the change
//   node tests/bench/same-matches.ts compare FILE    after it; exit code 1 and the differences if there are any
// All labelled pages and the demo, whole matches: claim, place, relation, confidence, reason. Other pages: --pages DIR. The pack
// must be the same both times; FILE holds its checksum.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { compile } from '../../src/claims/compile.ts';
import { open } from '../../src/match/open.ts';
import type { Match } from '../../src/match/types.ts';
import { BUNDLED, loadPack } from '../cli/load-pack.ts';
import { demoArticle, LABELLED, labelledPages } from './articles.ts';

const DEMO_WORDS = 3000;

interface Written {
  readonly pack: string;
  readonly pages: Readonly<Record<string, readonly Match[]>>;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: 'string', multiple: true, default: [] } },
});
const [task, file] = positionals;
if ((task !== 'write' && task !== 'compare') || file === undefined) throw new Error('expected "write FILE" or "compare FILE"');

const matcher = open(compile(loadPack()));
const labelled = [LABELLED, ...values.pages].flatMap((folder) => labelledPages(folder));
const now: Written = {
  pack: createHash('sha256').update(readFileSync(BUNDLED)).digest('hex'),
  pages: Object.fromEntries([
    ['demo', matcher.match(demoArticle(DEMO_WORDS).blocks, { language: 'en' })],
    ...labelled.map(({ id, page }): [string, Match[]] => [
      id,
      matcher.match(page.blocks, { title: page.title, language: page.language }),
    ]),
  ]),
};
const all = (written: Written): number => Object.values(written.pages).reduce((sum, matches) => sum + matches.length, 0);
if (task === 'write') {
  writeFileSync(file, JSON.stringify(now));
  console.log(`${all(now)} matches on ${Object.keys(now.pages).length} pages written`);
} else {
  const before: Written = JSON.parse(readFileSync(file, 'utf8'));
  if (before.pack !== now.pack) throw new Error(`${file}: expected the bundled pack ${before.pack}, got ${now.pack}`);
  const same: Written = JSON.parse(JSON.stringify(now));
  let differences = 0;
  for (const page of new Set([...Object.keys(before.pages), ...Object.keys(same.pages)])) {
    const [old = [], young = []] = [before.pages[page], same.pages[page]];
    for (let i = 0; i < Math.max(old.length, young.length); i++) {
      if (isDeepStrictEqual(old[i], young[i])) continue;
      differences++;
      console.log(`${page} ${i}: ${JSON.stringify(old[i])}\n     now ${JSON.stringify(young[i])}`);
    }
  }
  console.log(`${all(same)} matches on ${Object.keys(same.pages).length} pages, ${differences} differ`);
  if (differences > 0) process.exitCode = 1;
}
