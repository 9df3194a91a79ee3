// What the documents in the root tell a reader to run or to look at is there.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scripts } from '../package.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const documents = globSync('*.md', { cwd: ROOT }).map((name) => [name, readFileSync(join(ROOT, name), 'utf8')] as const);
const all = documents.map(([, text]) => text).join('\n');

const commandsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\bnpm (?:run(?: -\S+)* ([\w:-]+)|(test|start|stop)\b)/gu)].map(([, run, short]) => run ?? short ?? '');
/** Where links and pictures lead within the project, and paths in code; what a command makes need not be there yet. */
const filesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(<?(?!\w+:|#)([^)#?>\s]+)|`((?:src|tests|assets|entrypoints)\/(?!\.out)[\w./-]+)`/gu)].map(
    ([, target, code]) => target ?? code ?? '',
  );

describe('the documents', () => {
  test('there is something to check, and it is recognized', () => {
    expect(documents.map(([name]) => name)).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md']));
    expect(commandsOf(all).length).toBeGreaterThan(10);
    expect(filesOf(all).length).toBeGreaterThan(10);
    expect(commandsOf('`npm ci && npm start`, npm test; `npm run -s build:test -- x`')).toEqual(['start', 'test', 'build:test']);
    expect(filesOf('[a](B.md#c) ![d](e/f.png), `src/g.ts` but [h](https://i.example/j) [k](#l) `tests/.out/m`')).toEqual([
      'B.md',
      'e/f.png',
      'src/g.ts',
    ]);
  });

  test.each(documents)('%s names no command that is gone', (_, text) => {
    expect(commandsOf(text).filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test.each(documents)('%s leads to no file that is gone', (_, text) => {
    expect(filesOf(text).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
