// Does the engine still find a claim when pages put something around its sentence, and does it still tell how the sentence treats it?
//   node tests/bench/robustness.ts   (the shipped engine, on labelled pages that taught it: only the differences between rows tell)
// Each way changes one labelled block of a page at a time. None of these frames and names taught the engine (framed.ts, attributed.ts).
import { existsSync } from 'node:fs';
import { compile } from '../../src/claims/compile.ts';
import type { Relation } from '../../src/claims/types.ts';
import { open } from '../../src/match/open.ts';
import { loadPack } from '../cli/load-pack.ts';
import { goingOn, withoutStop } from './attributed.ts';
import { type LabelledPage, readLabelled } from './labelled.ts';

const OURS = 'tests/pages/labelled';
const SHARED = '../shared/data/pages';
/** One of our pages in so many. */
const EVERY = 6;

interface Way {
  readonly name: string;
  readonly around: (text: string) => string;
  /** How the passage then treats what it asserted before; without it, as before. */
  readonly relation?: Relation;
}
const before = (lead: string): Way => ({ name: `${lead}…`, around: (text) => lead + text });
const behind = (tail: string): Way => ({ name: `…${tail}`, around: (text) => text + tail });
const instead = (tail: string): Way => ({ name: `…${tail}`, around: (text) => withoutStop(text) + tail });
const clause = (lead: string, relation?: Relation): Way => ({
  name: `${lead} …`,
  around: (text) => `${lead} ${goingOn(text)}`,
  ...(relation && { relation }),
});
const closed = (lead: string, tail: string, relation: Relation): Way => ({
  name: `${lead} …${tail}`,
  around: (text) => `${lead} ${goingOn(withoutStop(text))}${tail}`,
  relation,
});

const AROUND: readonly Way[] = [
  { name: 'as it stands', around: (text) => text },
  before('KYIV, Dec 2 (Reuters) - '),
  before('LONDON, Dec. 2, 2023 /PRNewswire/ -- '),
  before('By Jane Smith | 2 Dec 2023 '),
  before('Updated: 02.12.2023 14:35 '),
  before('14:35 GMT '),
  before('Opinion: '),
  before('@janesmith '),
  before('Jane Smith: '),
  behind(' https://example.org/a1b2'),
  behind(' #Ukraine #peace'),
  behind(' Read more'),
  behind(' Share Tweet'),
  instead(' - BBC News'),
  instead(' (Reuters, 2 December 2023).'),
  instead(', the newspaper reported on Tuesday.'),
  clause('According to a report published on Friday,'),
  clause('Hersh writes that'),
  clause('A senior official told reporters that'),
];
const FRAMES: readonly Way[] = [
  clause('It is not true that', 'denies'),
  closed('The claim that', ' is false.', 'denies'),
  clause('There is no evidence that', 'denies'),
  clause('The Kremlin denied that', 'denies'),
  closed('That', ' is a myth.', 'denies'),
  clause('Hersh is wrong to say that', 'denies'),
  clause('Officials rejected the report that', 'denies'),
  closed('Is it true that', '?', 'questions'),
  closed('Can it really be that', '?', 'questions'),
  clause('It is unclear whether', 'questions'),
  clause('Observers doubt that', 'questions'),
  clause('Hersh reports that', 'asserts'),
  clause('No one doubts that', 'asserts'),
];

const pack = loadPack();
const matcher = open(compile(pack));
const pages: readonly LabelledPage[] = [
  ...(existsSync(SHARED) ? readLabelled(SHARED) : []),
  ...readLabelled(OURS).filter((_, i) => i % EVERY === 0),
];
/** Blocks that are one labelled sentence. */
const cases = pages.flatMap(({ page, labels }) =>
  page.blocks.flatMap(({ text }, at) => {
    const label = labels.find((one) => one.text === text);
    return label ? [{ page, at, label }] : [];
  }),
);

const report = (ways: readonly Way[], given: typeof cases): void => {
  const all = given.reduce((sum, { label }) => sum + label.claims.length, 0);
  for (const { name, around, relation } of ways) {
    let found = 0;
    let treated = 0;
    let others = 0;
    for (const { page, at, label } of given) {
      const blocks = page.blocks.map((block, b) => (b === at ? { ...block, text: around(block.text) } : block));
      const lit = matcher.match(blocks, { title: page.title, language: page.language }).filter(({ block }) => block === at);
      for (const { claim, relation: said } of lit) {
        const made = label.claims.find(({ id }) => id === pack.claims[claim]?.id);
        if (!made) others++;
        else {
          found++;
          if (said === (relation ?? made.relation)) treated++;
        }
      }
    }
    console.log(
      `${name.slice(0, 50).padEnd(52)}${String(found).padStart(4)} of ${all} found, relation right in ${String(treated).padStart(4)}, others lit ${others}`,
    );
  }
};

console.log('What pages put around a sentence');
report(AROUND, cases);
console.log('\nFrames around a sentence that asserts');
report(
  FRAMES,
  cases.filter(({ label }) => !/[?"“]/u.test(label.text) && label.claims.every(({ relation }) => relation === 'asserts')),
);
