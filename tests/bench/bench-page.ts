// What Sidelight costs a page, in real browsers: the same page bare, lighting something itself, with Sidelight, and marked by
// mark.js with the same passages, by turns in one run (visit.ts). Differences to the bare page count.
import type { Name } from '../cli/browsers.ts';
import { launch } from '../e2e/harness.ts';
import { serve } from '../e2e/server.ts';
import type { Article } from './articles.ts';
import { median } from './measure.ts';
import { type By, costOf, MARKED_BY, type PageCost, visit } from './visit.ts';

export interface PageKind {
  readonly name: string;
  readonly html: string;
  /** Measured so long after it was loaded, whoever marks it: what the ping adds of its own is then the same for all. */
  readonly windowMs: number;
  /** DESIGN.md §5, in milliseconds. */
  readonly budget: { readonly mainThread?: number; readonly longestTask?: number; readonly firstHighlight?: number };
}
export interface PageFigure {
  readonly browser: Name;
  readonly page: string;
  readonly kilobytes: number;
  readonly passages: number;
  readonly rounds: number;
  readonly bare: PageCost;
  readonly itself: PageCost;
  readonly sidelight: PageCost;
  readonly markjs: PageCost;
  /** Beyond the bare page. */
  readonly added: {
    readonly sidelight: number;
    readonly markjs: number;
    readonly script: number | null;
    readonly markjsScript: number | null;
    readonly heap: number | null;
    readonly markjsHeap: number | null;
  };
  readonly budget: PageKind['budget'];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** An article as a page; `bytes` repeats what follows until the page is that large. */
export function pageOf({ name, blocks }: Article, filler: readonly string[] = [], bytes = 0): string {
  const parts = blocks.map(({ text, role }) => (role === 'heading' ? `<h2>${escaped(text)}</h2>` : `<p>${escaped(text)}</p>`));
  let size = parts.reduce((sum, part) => sum + part.length, 0);
  for (let n = 0; size < bytes && filler.length > 0; n++) {
    const part = `<p>${escaped(filler[n % filler.length] ?? '')}</p>`;
    parts.push(part);
    size += part.length;
  }
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(name)}</title>
<style>::highlight(of-the-page){text-decoration:underline}</style><main>\n${parts.join('\n')}\n</main></html>`;
}

const middle = (costs: readonly PageCost[]): PageCost => {
  const of = (key: keyof PageCost): number | null => {
    const known = costs.map((cost) => cost[key]).filter((value) => value !== null);
    return known.length === 0 ? null : median(known);
  };
  return {
    mainThread: of('mainThread') ?? 0,
    script: of('script'),
    longestTask: of('longestTask') ?? 0,
    firstHighlight: of('firstHighlight'),
    heap: of('heap'),
  };
};
const beyond = (one: number | null, bare: number | null): number | null => (one === null || bare === null ? null : one - bare);

/** All kinds of pages in one browser. `sought`: what mark.js looks for where Sidelight finds nothing. */
export async function benchPages(
  name: Name,
  kinds: readonly PageKind[],
  sought: readonly string[],
  rounds: number,
): Promise<PageFigure[]> {
  // Closed in any case: what is left open keeps the benchmark from ending.
  await using opened = new AsyncDisposableStack();
  const site = opened.adopt(await serve(Object.fromEntries(kinds.map(({ html }, n) => [`/${n}`, { body: html }]))), (one) =>
    one.close(),
  );
  const ours = opened.adopt(await launch(name), (one) => one.close());
  const bare = opened.adopt(await launch(name, { extension: false }), (one) => one.close());
  const figures: PageFigure[] = [];
  for (const [n, kind] of kinds.entries()) {
    const url = site.url(`/${n}`);
    // Unmeasured: compiles the pack, warms the caches, and tells mark.js what to mark.
    const { texts } = await visit(ours, url, kind.windowMs, 'sidelight', [], true);
    const costs: Record<By, PageCost[]> = { bare: [], itself: [], sidelight: [], markjs: [] };
    for (let round = 0; round < rounds; round++)
      for (const by of MARKED_BY)
        costs[by].push(await costOf(by === 'sidelight' ? ours : bare, url, kind.windowMs, by, texts.length > 0 ? texts : sought));
    const [alone, itself, sidelight, markjs] = [
      middle(costs.bare),
      middle(costs.itself),
      middle(costs.sidelight),
      middle(costs.markjs),
    ];
    figures.push({
      ...{ browser: name, page: kind.name, kilobytes: Math.round(kind.html.length / 1000), passages: texts.length, rounds },
      ...{ bare: alone, itself, sidelight, markjs, budget: kind.budget },
      added: {
        sidelight: sidelight.mainThread - alone.mainThread,
        markjs: markjs.mainThread - alone.mainThread,
        script: beyond(sidelight.script, alone.script),
        markjsScript: beyond(markjs.script, alone.script),
        heap: beyond(sidelight.heap, alone.heap),
        markjsHeap: beyond(markjs.heap, alone.heap),
      },
    });
  }
  return figures;
}
