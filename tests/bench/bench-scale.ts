// What matching costs as claims grow: time and allocation on one page, bytes of the index, time to open it.
import type { Claim } from '../../src/claims/types.ts';
import { open } from '../../src/match/open.ts';
import type { Block, Matcher } from '../../src/match/types.ts';
import { compileClaims } from './claims.ts';
import { allocationOf, collectGarbage, interleave, median, medianTime, timeOf } from './measure.ts';

export interface SizeFigure {
  readonly claims: number;
  readonly matches: number;
  /** Milliseconds. */
  readonly compile: number;
  readonly open: number;
  readonly match: number;
  /** Time over the time at the least size, measured by turns. */
  readonly ratio: number;
  readonly indexBytes: number;
  readonly bytesAClaim: number;
  readonly textBytesAClaim: number;
  /** Bytes allocated by one match of the page, and held after five. */
  readonly allocated: number;
  readonly retained: number;
}

export interface ScaleFigure {
  readonly claims: 'generated' | 'given';
  readonly pageWords: number;
  readonly sizes: readonly SizeFigure[];
}

interface Opened {
  readonly claims: number;
  readonly compile: number;
  readonly open: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: number;
  readonly matcher: Matcher;
}

const OPENINGS = 9;
const context = { language: 'en' };

const build = (claims: readonly Claim[]): Opened => {
  const started = performance.now();
  const bytes = compileClaims(claims);
  const compiled = performance.now() - started;
  collectGarbage();
  return {
    claims: claims.length,
    compile: compiled,
    open: medianTime(() => open(bytes), OPENINGS, 3),
    bytes,
    text: claims.reduce((sum, { statement }) => sum + Buffer.byteLength(statement), 0),
    matcher: open(bytes),
  };
};

/** @param sizes rising; all are prefixes of `claims` */
export const benchScale = (
  name: ScaleFigure['claims'],
  claims: readonly Claim[],
  sizes: readonly number[],
  blocks: readonly Block[],
  pageWords: number,
  rounds: number,
): ScaleFigure => {
  const opened = sizes.map((size) => build(claims.slice(0, size)));
  const [least] = opened;
  if (!least) throw new Error('expected a size, got none');
  const run =
    ({ matcher }: Opened) =>
    () => {
      matcher.match(blocks, context);
    };
  return {
    claims: name,
    pageWords,
    sizes: opened.map((one) => {
      collectGarbage();
      const compared =
        one === least
          ? { a: median(Array.from({ length: rounds + 3 }, () => timeOf(run(one))).slice(3)), ratio: 1 }
          : interleave(run(one), run(least), rounds, 1, 3);
      const { allocated, retained } = allocationOf(run(one));
      return {
        claims: one.claims,
        matches: one.matcher.match(blocks, context).length,
        compile: one.compile,
        open: one.open,
        match: compared.a,
        ratio: compared.ratio,
        indexBytes: one.bytes.length,
        bytesAClaim: one.bytes.length / one.claims,
        textBytesAClaim: one.text / one.claims,
        allocated,
        retained,
      };
    }),
  };
};
