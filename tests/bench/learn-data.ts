// The public data that the statement regime's weights are learned from, read from outside the repository:
// CheckThat! 2021/22 tasks 2A (tweets, Snopes) and 2B (debates, PolitiFact). Research licences: only numbers come back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Claim } from '../../src/claims/types.ts';
import { readFeed } from './claims.ts';

export interface LabelledText {
  readonly id: string;
  readonly split: 'train' | 'dev';
  /** The speech it is from; for tweets the claim it is about, so that a fold holds all tweets about a claim. */
  readonly group: string;
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** Claims it makes, by position. */
  readonly gold: readonly number[];
}

export interface LabelledTask {
  readonly claims: readonly Claim[];
  readonly texts: readonly LabelledText[];
}

interface Row {
  readonly id: string;
  readonly split: 'train' | 'dev';
  readonly text: string;
  readonly doc?: string;
  readonly gold?: readonly string[];
}

const unzip = (path: string): string => gunzipSync(readFileSync(path)).toString();

/** Reads the task `name` ("tweets" or "debates") from the folder `data`. */
export const readTask = (data: string, name: string): LabelledTask => {
  const claims = readFeed(join(data, `${name}.claimreview.json.gz`));
  const place = new Map(claims.map(({ id }, i) => [id, i]));
  const lines = unzip(join(data, `${name}.queries.jsonl.gz`))
    .trim()
    .split('\n');
  const rows = lines.map((line) => JSON.parse(line) as Row);
  const near = (i: number, step: number): string => {
    const [row, other] = [rows[i], rows[i + step]];
    return row?.doc !== undefined && row.doc === other?.doc ? other.text : '';
  };
  return {
    claims,
    texts: rows.map((row, i) => ({
      id: row.id,
      split: row.split,
      group: row.doc ?? row.gold?.[0] ?? '',
      text: row.text,
      before: [near(i, -2), near(i, -1)].filter((text) => text !== '').join(' '),
      after: near(i, 1),
      gold: (row.gold ?? []).flatMap((id) => place.get(id) ?? []),
    })),
  };
};
