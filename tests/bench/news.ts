// Ordinary news that is not of the project: rows {id, title, text}, one a line, as ../shared/data/news-negatives.jsonl.gz has them.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type ReadPage, readText } from '../cli/read-page.ts';

/** Where it lies beside the project. */
export const NEWS = '../shared/data/news-negatives.jsonl.gz';

/** @param path of a .jsonl or .jsonl.gz file. @throws when it cannot be read, or a line is no JSON */
export const readNews = (path: string): { readonly id: string; readonly page: ReadPage }[] => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString()
    .trim()
    .split('\n')
    .map((line) => {
      const row = JSON.parse(line);
      return { id: row.id, page: { ...readText(row.text), title: row.title ?? '' } };
    });
};
