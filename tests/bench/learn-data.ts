// The public data that the statement regime's weights are learned from, read from outside the repository:
// CheckThat! 2021/22 tasks 2A (tweets, Snopes) and 2B (debates, PolitiFact). Research licences: only numbers come back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { StatementClaim } from '../../src/match/statement/compile.ts';

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
  readonly claims: readonly StatementClaim[];
  readonly texts: readonly LabelledText[];
}

interface Item {
  readonly '@id': string;
  readonly name: string;
  readonly claimReviewed: string;
  readonly itemReviewed?: { readonly author?: { readonly name?: string } };
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
  const feed = JSON.parse(unzip(join(data, `${name}.claimreview.json.gz`))) as { dataFeedElement: { item: [Item] }[] };
  const items = feed.dataFeedElement.map(({ item: [item] }) => item);
  const place = new Map(items.map((item, i) => [item['@id'], i]));
  const lines = unzip(join(data, `${name}.queries.jsonl.gz`))
    .trim()
    .split('\n');
  const rows = lines.map((line) => JSON.parse(line) as Row);
  const near = (i: number, step: number): string => {
    const [row, other] = [rows[i], rows[i + step]];
    return row?.doc !== undefined && row.doc === other?.doc ? other.text : '';
  };
  return {
    claims: items.map((item) => ({ statement: item.claimReviewed, title: item.name, claimant: item.itemReviewed?.author?.name })),
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
