// What the benchmark is told: its flags and what the files hold that they name, judged before minutes of work.
import { parseArgs } from 'node:util';
import type { Claim } from '../../src/claims/types.ts';
import type { ReadPage } from '../cli/read-page.ts';
import { labelledPages } from './articles.ts';
import { readFeed } from './claims.ts';
import type { LabelledPage } from './labelled.ts';
import { readNews } from './news.ts';

export interface Given {
  readonly json: boolean;
  readonly quick: boolean;
  readonly page: boolean;
  readonly rounds: number;
  readonly claims: readonly Claim[] | null;
  readonly news: readonly { readonly id: string; readonly page: ReadPage }[] | null;
  readonly pages: readonly { readonly folder: string; readonly labelled: readonly LabelledPage[] }[];
}

const USAGE =
  'expected: bench [--json] [--quick | --page] [--rounds N] [--claims FEED] [--pages DIR]… [--news FILE] (tests/bench/bench.ts tells what they are)';

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const flagsOf = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        page: { type: 'boolean', default: false },
        rounds: { type: 'string', default: '1' },
        claims: { type: 'string' },
        pages: { type: 'string', multiple: true, default: [] },
        news: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new Error(`${messageOf(error)}\n${USAGE}`);
  }
};

/** @throws Error saying what was expected of which flag */
export const givenBy = (args: readonly string[]): Given => {
  const { json, quick, page, rounds, claims, pages, news } = flagsOf(args);
  if (quick && page) throw new Error(`--quick runs without the browsers that --page measures in\n${USAGE}`);
  if (!/^[1-9]\d*$/.test(rounds)) throw new Error(`--rounds: expected a whole number above 0, got "${rounds}"`);
  const from = <T>(flag: string, path: string, what: string, read: (path: string) => T): T => {
    try {
      return read(path);
    } catch (error) {
      throw new Error(`--${flag} ${path}: expected ${what}: ${messageOf(error)}`);
    }
  };
  return {
    json,
    quick,
    page,
    rounds: Number(rounds),
    claims: claims === undefined ? null : from('claims', claims, 'ClaimReviews in JSON (.json, .json.gz)', readFeed),
    news:
      news === undefined ? null : from('news', news, 'rows {id, title, text} in JSON, one a line (.jsonl, .jsonl.gz)', readNews),
    pages: pages.map((folder) => ({
      folder,
      labelled: from('pages', folder, 'a folder of labelled pages', (path) => labelledPages(path)),
    })),
  };
};
