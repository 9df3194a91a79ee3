// Accuracy on labelled pages, by the rule of tests/bench/labelled.ts: what is lit against what the labels say. The same for
// any engine that maps a page to findings.
import type { Relation } from '../../src/match/types.ts';
import { type LabelledPage, overlap } from './labelled.ts';

export interface Finding {
  readonly claim: string;
  /** null: the engine does not tell relations. */
  readonly relation: Relation | null;
  readonly quote: string;
}

export interface Accuracy {
  readonly engine: string;
  readonly pages: number;
  readonly labels: number;
  readonly lit: number;
  /** Shares, 0 to 1; null where nothing was lit. */
  readonly precision: number | null;
  readonly recall: number;
  readonly recallByStrength: Readonly<Record<string, number>>;
  /** Share of right findings whose relation is right; null for an engine that tells none. */
  readonly relation: number | null;
  readonly nearMisses: number;
  readonly nearMissesLit: number;
  readonly claimFreePages: number;
  readonly litOnClaimFreePages: number;
}

/** So much of the shorter one's words must be shared for a finding to cover a label. */
const COVERS = 0.5;
const STRENGTHS = ['close', 'paraphrase', 'loose'] as const;

export const accuracyOf = (
  engine: string,
  pages: readonly LabelledPage[],
  find: (page: LabelledPage) => readonly Finding[],
): Accuracy => {
  const count = { lit: 0, right: 0, related: 0, telling: 0, pairs: 0, found: 0, near: 0, nearLit: 0, free: 0, freeLit: 0 };
  const byStrength = new Map(STRENGTHS.map((strength) => [strength, { all: 0, found: 0 }]));
  for (const page of pages) {
    const findings = find(page);
    count.lit += findings.length;
    if (page.labels.length === 0) {
      count.free++;
      count.freeLit += findings.length;
    }
    for (const { claim, relation, quote } of findings) {
      const claims = page.labels.filter((label) => overlap(quote, label.text) >= COVERS).flatMap((label) => label.claims);
      const label = claims.find(({ id }) => id === claim);
      if (!label) continue;
      count.right++;
      if (relation === null) continue;
      count.telling++;
      if (relation === label.relation) count.related++;
    }
    for (const { text, claims, strength } of page.labels) {
      const covering = findings.filter(({ quote }) => overlap(quote, text) >= COVERS);
      for (const { id } of claims) {
        const hit = covering.some(({ claim }) => claim === id) ? 1 : 0;
        count.pairs++;
        count.found += hit;
        const part = byStrength.get(strength);
        if (part) {
          part.all++;
          part.found += hit;
        }
      }
    }
    for (const { text, looks_like } of page.near_misses) {
      count.near++;
      if (findings.some(({ claim, quote }) => claim === looks_like && overlap(quote, text) >= COVERS)) count.nearLit++;
    }
  }
  return {
    engine,
    pages: pages.length,
    labels: count.pairs,
    lit: count.lit,
    precision: count.lit > 0 ? count.right / count.lit : null,
    recall: count.found / Math.max(1, count.pairs),
    recallByStrength: Object.fromEntries(
      [...byStrength].map(([strength, { all, found }]) => [strength, found / Math.max(1, all)]),
    ),
    relation: count.telling > 0 ? count.related / count.telling : null,
    nearMisses: count.near,
    nearMissesLit: count.nearLit,
    claimFreePages: count.free,
    litOnClaimFreePages: count.freeLit,
  };
};
