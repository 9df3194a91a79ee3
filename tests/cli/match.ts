// Which claims do these files make?
//   npm run -s match -- [--json] [--pack FILE] [--top K] FILE…
// FILE: .html, .txt (blank lines part its paragraphs and headlines), or .jsonl with rows {id, html|text, before?, after?, title?,
// lang?}: what stands before and after a row's text is read with it, and is no part of it. The engine, the block reader and the
// import of packs and feeds are the extension's own.
// --top K gives the K claims nearest to each text instead, whether or not it makes them: fewer where fewer share a word with it.
// Of a feed (any pack without wordings) the first hundred are in the order that was learned, further ones by shared words alone.
// Files that can't be read are named on standard error, the others are done; exit code 2 then.
import { parseArgs } from 'node:util';
import { compile } from '../../src/claims/compile.ts';
import { textsOf } from '../../src/claims/texts.ts';
import type { Pack } from '../../src/claims/types.ts';
import { open } from '../../src/match/open.ts';
import type { Block, Match, Matcher } from '../../src/match/types.ts';
import { type Input, readInputs } from './inputs.ts';
import { importPack, loadPack } from './load-pack.ts';
import { endWhenUnread } from './unread.ts';

interface Result {
  readonly file: string;
  readonly matches?: readonly object[];
  readonly nearest?: readonly object[];
}

let failed = false;
const complain = (message: string): void => {
  failed = true;
  console.error(message);
};

const describe = (pack: Pack, blocks: readonly Block[], match: Match): object => {
  const text = blocks[match.block]?.text ?? '';
  const claim = pack.claims[match.claim];
  return {
    pack: pack.id,
    claim: claim?.id,
    relation: match.relation,
    confidence: Math.round(match.confidence * 1000) / 1000,
    quote: text.slice(match.start, match.end),
    reason: {
      wording: claim ? textsOf(claim)[match.reason.wording]?.text : undefined,
      words: match.reason.agreed.map(({ start, end }) => text.slice(start, end)),
      inferred: match.reason.inferred,
    },
  };
};

const blocksOf = (text = ''): Block[] => (text === '' ? [] : [{ text }]);

/** What stands before and after a row's text is read with it, as on a page, and its own matches are left out. */
const matchesOf = (pack: Pack, matcher: Matcher, { page, before, after }: Input): object[] => {
  const earlier = blocksOf(before);
  const blocks = [...earlier, ...page.blocks, ...blocksOf(after)];
  return matcher
    .match(blocks, { title: page.title, language: page.language })
    .filter(({ block }) => block >= earlier.length && block < earlier.length + page.blocks.length)
    .map((match) => describe(pack, blocks, match));
};

const nearestOf = (pack: Pack, matcher: Matcher, input: Input, top: number): object[] => {
  const text = input.page.blocks.map((block) => block.text).join('\n');
  return matcher
    .nearest(text, top, { before: input.before, after: input.after })
    .map(({ claim, score }) => ({ claim: pack.claims[claim]?.id, score }));
};

const print = (result: Result): void => {
  console.log(`\n${result.file}`);
  for (const entry of result.matches ?? []) {
    const match = entry as { claim: string; relation: string; confidence: number; quote: string; reason: { wording?: string } };
    console.log(
      `  ${match.claim} ${match.relation} (${match.confidence.toFixed(2)}): “${match.quote}”\n      as in: ${match.reason.wording ?? '–'}`,
    );
  }
  for (const entry of result.nearest ?? []) console.log(`  ${Object.values(entry).join('  ')}`);
  if (!result.matches?.length && !result.nearest?.length) console.log('  nothing found');
};

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, pack: { type: 'string' }, top: { type: 'string' } },
  });
  const top = values.top === undefined ? 0 : Number(values.top);
  if (values.top !== undefined && !(Number.isInteger(top) && top > 0))
    throw new Error(`--top: expected a whole number above 0, got "${values.top}"`);
  if (positionals.length === 0)
    throw new Error('expected at least one file: npm run -s match -- [--json] [--pack FILE] [--top K] FILE…');
  const pack = values.pack === undefined ? loadPack() : await importPack(values.pack);
  const matcher = open(compile(pack));
  const resultOf = (input: Input): Result => {
    if (top > 0) return { file: input.file, nearest: nearestOf(pack, matcher, input, top) };
    return { file: input.file, matches: matchesOf(pack, matcher, input) };
  };
  const results: Result[] = [];
  for (const file of positionals) {
    for (const input of readInputs(file, complain)) {
      try {
        results.push(resultOf(input));
      } catch (error) {
        complain(`${input.file}: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
  else results.forEach(print);
};

endWhenUnread();
try {
  await main();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
}
if (failed) process.exitCode = 2;
