// What the documents tell a reader to run or to look at is there.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scripts } from '../package.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const documents = globSync(['*.md', 'tests/bench/*.md'], { cwd: ROOT }).map(
  (path) => [path.replaceAll('\\', '/'), read(path)] as const,
);
const all = documents.map(([, text]) => text).join('\n');
const contributing = read('CONTRIBUTING.md');
/** The design notes beside the repository, which CONTRIBUTING.md explains. */
const NOTES = ['DESIGN.md', 'RELIABILITY.md', 'STYLE.md'];

const commandsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\bnpm (?:run(?: -\S+)* ([\w:-]+)|(test|start|stop)\b)/gu)].map(([, run, short]) => run ?? short ?? '');
/** Where links and pictures lead within the project, and paths in code, from the project's root. Links start from the folder of
 * their document; what a command makes need not be there yet. */
const filesOf = (text: string, folder = '.'): readonly string[] =>
  [...text.matchAll(/\]\(<?(?!\w+:|#)([^)#?>\s]+)|`((?:src|tests|assets|entrypoints)\/(?!\.out)[\w./-]+)`/gu)].map(
    ([, target, code]) => (target === undefined ? (code ?? '') : join(folder, target).replaceAll('\\', '/')),
  );
/** Documents named in running text, links and code alike. */
const namedIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/(?<![\w./-])(?:\.\.?\/)*(?:[\w-]+\/)*[\w-]+\.md\b/gu)].map(([name]) => name)),
];
/** Beside the document that names it, at the root, or wherever one of the documents has that bare name; never outside the project. */
const isThere = (name: string, folder: string): boolean =>
  [join(folder, name), join(name)].some((path) => !path.startsWith('..') && existsSync(join(ROOT, path))) ||
  documents.some(([path]) => path.endsWith(`/${name}`));
/** Numbers of the README's list of decisions. */
const decisionsOf = (text: string): readonly number[] =>
  [...(/\n## Decisions\n([\s\S]*?)(?=\n## |$)/u.exec(text)?.[1] ?? '').matchAll(/^(\d+)\. /gmu)].map(([, number]) =>
    Number(number),
  );

describe('the documents', () => {
  test('there is something to check, and it is recognized', () => {
    expect(documents.map(([path]) => path)).toEqual(
      expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'tests/bench/RESULTS.md']),
    );
    expect(commandsOf(all).length).toBeGreaterThan(10);
    expect(filesOf(all).length).toBeGreaterThan(10);
    expect(commandsOf('`npm ci && npm start`, npm test; `npm run -s build:test -- x`')).toEqual(['start', 'test', 'build:test']);
    expect(filesOf('[a](B.md#c) ![d](e/f.png), `src/g.ts` but [h](https://i.example/j) [k](#l) `tests/.out/m`')).toEqual([
      'B.md',
      'e/f.png',
      'src/g.ts',
    ]);
    expect(filesOf('[a](../../B.md) [c](d.ts), `src/e.ts`', 'tests/bench')).toEqual(['B.md', 'tests/bench/d.ts', 'src/e.ts']);
    expect(namedIn('A.md says so (see [b](../B.md#c), `x/D-e.md`, A.md) but not f.mdx or g.ts')).toEqual([
      'A.md',
      '../B.md',
      'x/D-e.md',
    ]);
    expect(isThere('RESULTS.md', '.') && isThere('../../README.md', 'tests/bench')).toBe(true);
    expect(isThere('GONE.md', '.') || isThere('../README.md', 'tests/bench')).toBe(false);
  });

  test.each(documents)('%s names no command that is gone', (_, text) => {
    expect(commandsOf(text).filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test.each(documents)('%s leads to no file that is gone', (path, text) => {
    expect(filesOf(text, dirname(path)).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  test.each(documents)('%s names no document that is gone', (path, text) => {
    expect(namedIn(text).filter((name) => !NOTES.includes(name) && !isThere(name, dirname(path)))).toEqual([]);
  });

  test('the notes that a reader of the repository cannot open are explained', () => {
    expect(NOTES.filter((name) => !contributing.includes(name))).toEqual([]);
  });

  test('decisions are numbered without a gap, and those named elsewhere are in the list', () => {
    const decisions = decisionsOf(read('README.md'));
    expect(decisions).toEqual(decisions.map((_, at) => at + 1));
    const code = globSync(['wxt.config.ts', '{src,entrypoints}/**/*.{ts,tsx,css}', 'tests/bench/*.md'], { cwd: ROOT }).map(read);
    const named = code.flatMap((text) =>
      [...text.matchAll(/\bdecision (\d+)|^- \*\*(\d+), /gmu)].map(([, a, b]) => Number(a ?? b)),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((number) => !decisions.includes(number))).toEqual([]);
  });
});
