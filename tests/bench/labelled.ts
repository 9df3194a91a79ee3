// Labelled pages: reading them, and what of an engine's findings on them is right (the rule of ../shared/tools/score-pages.mjs).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../../src/claims/types.ts';
import type { Relation } from '../../src/match/types.ts';
import type { ExampleInput } from '../../src/match/wordings/input.ts';
import { type ReadPage, readHtml } from '../cli/read-page.ts';

export interface Label {
  readonly text: string;
  readonly claims: readonly { readonly id: string; readonly relation: Relation }[];
  readonly strength: 'close' | 'paraphrase' | 'loose';
}
export interface LabelledPage {
  readonly id: string;
  readonly labels: readonly Label[];
  readonly near_misses: readonly { readonly text: string; readonly looks_like: string }[];
  readonly page: ReadPage;
}

export const readLabelled = (folder: string, only: RegExp = /\.json$/): LabelledPage[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && only.test(name))
    .sort()
    .map((name) => {
      const raw = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${raw.title ?? raw.id}</title></head><body>${raw.html}</body></html>`;
      return { id: raw.id, labels: raw.labels, near_misses: raw.near_misses ?? [], page: readHtml(html) };
    });

/** Every labelled sentence, once for each claim of the pack that it makes. */
export const examplesOf = (pack: Pack, pages: readonly LabelledPage[]): ExampleInput[] => {
  const numbers = new Map(pack.claims.map(({ id }, number) => [id, number]));
  return pages.flatMap(({ labels }) =>
    labels.flatMap(({ text, claims }) =>
      claims.flatMap(({ id, relation }) => {
        const claim = numbers.get(id);
        return claim === undefined ? [] : [{ claim, text, relation }];
      }),
    ),
  );
};

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(/\u00ad/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Shared words over the shorter one's words. */
export const overlap = (a: string, b: string): number => {
  const x = wordsOf(a);
  const y = wordsOf(b);
  if (x.length === 0 || y.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of y) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of x) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared++;
      left.set(word, count - 1);
    }
  }
  return shared / Math.min(x.length, y.length);
};
