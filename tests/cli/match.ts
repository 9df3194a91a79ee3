// Which claims do these files make?
//   npm run -s match -- [--json] [--pack FILE] [--top K] FILE…
// FILE: .html, .txt, or .jsonl with rows {id, html|text, before?, after?, title?, lang?}. The engine and the block reader are
// the extension's own. Files that can't be read are named on standard error, the others are done; exit code 2 then.
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '../../src/claims/compile.ts';
import { textsOf } from '../../src/claims/texts.ts';
import type { Pack } from '../../src/claims/types.ts';
import { open } from '../../src/match/open.ts';
import type { Block, Match, Matcher } from '../../src/match/types.ts';
import { loadPack } from './load-pack.ts';
import { type ReadPage, readHtml, readText } from './read-page.ts';

interface Input {
  readonly file: string;
  readonly page: ReadPage;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

let failed = false;
const complain = (message: string): void => {
  failed = true;
  console.error(message);
};

const decode = (file: string): string => {
  const bytes = readFileSync(file);
  if (bytes.includes(0)) throw new Error('expected text, got binary data (a zero byte)');
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
};

const readRow = (file: string, line: string, number: number): Input => {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (error) {
    throw new Error(`line ${number}: expected a JSON object, ${error instanceof Error ? error.message : error}`);
  }
  const fields: Record<string, unknown> = typeof row === 'object' && row !== null ? { ...row } : {};
  const text = (key: string): string | undefined => (typeof fields[key] === 'string' ? fields[key] : undefined);
  const html = text('html');
  const plain = text('text');
  if (html === undefined && plain === undefined)
    throw new Error(
      `line ${number}: expected a field "html" or "text" with a string, got ${Object.keys(fields).join(', ') || 'no fields'}`,
    );
  const page = html === undefined ? readText(plain ?? '') : readHtml(html);
  return {
    file: `${file}#${fields['id'] ?? number}`,
    page: { ...page, title: text('title') ?? page.title, language: text('lang') ?? page.language },
    before: text('before'),
    after: text('after'),
  };
};

function* readInputs(file: string): Generator<Input> {
  const kind = extname(file).toLowerCase();
  let text: string;
  try {
    if (!['.html', '.htm', '.txt', '.jsonl'].includes(kind))
      throw new Error(`expected a file ending in .html, .txt or .jsonl, got "${kind}"`);
    text = decode(file);
  } catch (error) {
    complain(`${file}: ${error instanceof Error ? error.message : error}`);
    return;
  }
  if (kind !== '.jsonl') {
    yield { file, page: kind === '.txt' ? readText(text) : readHtml(text), before: undefined, after: undefined };
    return;
  }
  let number = 0;
  for (const line of text.split('\n')) {
    number++;
    if (line.trim() === '') continue;
    try {
      yield readRow(file, line, number);
    } catch (error) {
      complain(`${file}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

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

const nearestOf = (pack: Pack, matcher: Matcher, input: Input, top: number): object[] => {
  const text = input.page.blocks.map((block) => block.text).join('\n');
  return matcher
    .nearest(text, top, { before: input.before, after: input.after })
    .map(({ claim, score }) => ({ claim: pack.claims[claim]?.id, score }));
};

const print = (result: { file: string; matches?: object[]; nearest?: object[] }): void => {
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

const main = (): void => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, pack: { type: 'string' }, top: { type: 'string' } },
  });
  const top = values.top === undefined ? 0 : Number(values.top);
  if (values.top !== undefined && !(Number.isInteger(top) && top > 0))
    throw new Error(`--top: expected a whole number above 0, got "${values.top}"`);
  if (positionals.length === 0)
    throw new Error('expected at least one file: npm run -s match -- [--json] [--pack FILE] [--top K] FILE…');
  const pack = loadPack(values.pack);
  const matcher = open(compile(pack));
  const results: { file: string; matches?: object[]; nearest?: object[] }[] = [];
  for (const file of positionals) {
    for (const input of readInputs(file)) {
      const { blocks, title, language } = input.page;
      if (top > 0) results.push({ file: input.file, nearest: nearestOf(pack, matcher, input, top) });
      else
        results.push({
          file: input.file,
          matches: matcher.match(blocks, { title, language }).map((match) => describe(pack, blocks, match)),
        });
    }
  }
  if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
  else results.forEach(print);
};

try {
  main();
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
}
if (failed) process.exitCode = 2;
