// Ordinary news that is not of the project: rows {id, title, text}, one a line, as ../shared/data/news-negatives.jsonl.gz has them.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type ReadPage, readText } from '../cli/read-page.ts';

/** Where it lies beside the project. */
export const NEWS = '../shared/data/news-negatives.jsonl.gz';

/** What is in a line; null where it is no JSON. */
const rowOf = (line: string) => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

/** @param path of a .jsonl or .jsonl.gz file. @throws Error when it cannot be read, or saying which line is no such row */
export const readNews = (path: string): { readonly id: string; readonly page: ReadPage }[] => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString()
    .trim()
    .split('\n')
    .map((line, at) => {
      const row = rowOf(line);
      if (typeof row?.text !== 'string') throw new Error(`line ${at + 1} is no object in JSON with a text`);
      return { id: row.id, page: { ...readText(row.text), title: row.title ?? '' } };
    });
};
