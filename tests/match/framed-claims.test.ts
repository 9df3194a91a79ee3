import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/claims/compile.ts';
import { open } from '../../src/match/open.ts';
import { goingOn, withoutStop } from '../bench/attributed.ts';
import { loadPack } from '../cli/load-pack.ts';
import { readHtml } from '../cli/read-page.ts';

// None of these frames taught the engine (tests/bench/framed.ts).
const pack = loadPack();
const matcher = open(compile(pack));
const { blocks } = readHtml(readFileSync(new URL('../pages/demo.html', import.meta.url)));

/** How often the statements that are found in this frame are told to be treated so: [rightly, of]. */
const treatedIn = (around: (statement: string) => string, relation: string): readonly [right: number, found: number] => {
  let right = 0;
  let found = 0;
  pack.claims.forEach(({ statement }, number) => {
    const lit = matcher
      .match([...blocks, { text: around(statement) }])
      .find(({ block, claim }) => block === blocks.length && claim === number);
    if (!lit) return;
    found++;
    if (lit.relation === relation) right++;
  });
  return [right, found];
};

describe("a claim's own statement in a frame", () => {
  it.each([
    ['The Kremlin denied that', '.', 'denies'],
    ['It is not true that', '.', 'denies'],
    ['There is no evidence that', '.', 'denies'],
    ['The claim that', ' is false.', 'denies'],
    ['Hersh is wrong to say that', '.', 'denies'],
    ['It is unclear whether', '.', 'questions'],
    ['Is it true that', '?', 'questions'],
    ['Hersh writes that', '.', 'asserts'],
    ['A second source told him that', '.', 'asserts'],
  ])('“%s …%s” is told to be one that %s', (lead, tail, relation) => {
    const [right, found] = treatedIn((statement) => `${lead} ${goingOn(withoutStop(statement))}${tail}`, relation);
    expect(found).toBeGreaterThan(55);
    expect(right / found).toBeGreaterThan(0.8);
  });
});
