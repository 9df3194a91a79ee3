// What the page shows beside the settings themselves.
import { askReport } from '../../src/platform/extension.ts';
import type { Report } from '../../src/platform/messages.ts';
import { askCard } from '../../src/platform/panel.ts';
import type { Settings } from '../../src/platform/settings-items.ts';

/** Null where the background does not answer: the page is most needed then. */
export const reportNow = (): Promise<Report | null> => askReport().catch(() => null);

/** Statements of muted and hidden claims, by the item's key. */
export async function statementsOf({ muted, hidden }: Settings): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    [...muted, ...hidden].map(async ([key, { pack, claim }]) => {
      const card = await askCard(pack, claim).catch(() => null);
      return [key, card?.claim.statement ?? null] as const;
    }),
  );
  return new Map(found.flatMap(([key, statement]) => (statement === null ? [] : [[key, statement] as const])));
}
