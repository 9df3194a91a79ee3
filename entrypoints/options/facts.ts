// What the page shows beside the settings themselves.
import { askReport } from '../../src/platform/extension.ts';
import type { Report } from '../../src/platform/messages.ts';
import { askCard } from '../../src/platform/panel.ts';
import type { Settings } from '../../src/platform/settings-items.ts';
import type { Stated } from '../../src/ui/pages/settings/hidden.tsx';

/** Null where the background does not answer: the page is most needed then. */
export const reportNow = (): Promise<Report | null> => askReport().catch(() => null);

/** What muted and hidden claims say, by the item's key. */
export async function statementsOf({ muted, hidden }: Settings): Promise<ReadonlyMap<string, Stated>> {
  const found = await Promise.all(
    [...muted, ...hidden].map(async ([key, { pack, claim }]) => {
      const card = await askCard(pack, claim).catch(() => null);
      return [key, card && { statement: card.claim.statement, language: card.pack.language }] as const;
    }),
  );
  return new Map(found.flatMap(([key, stated]) => (stated === null ? [] : [[key, stated] as const])));
}
