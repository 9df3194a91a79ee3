// The balance of independent evidence: a small bar with the same counts in words.
import type { Balance } from '../claims/types.ts';
import { spoken, type Texts } from './texts.ts';

/** "1 corroborates · 2 rebut": in the order of the bar and of the card, whichever side is larger; says so where there is no
 * independent evidence. */
export function balanceInWords({ corroborates, rebuts, context }: Balance, { counted, text }: Texts): string {
  const sides = [
    { count: corroborates, words: counted('chip_corroborate', corroborates) },
    { count: rebuts, words: counted('chip_rebut', rebuts) },
  ];
  const shown = sides.filter(({ count }) => count > 0).map(({ words }) => words);
  if (shown.length === 0) shown.push(text('chip_none'));
  if (shown.length === 1 && context > 0) shown.push(counted('chip_context', context));
  return shown.join(' · ');
}

export function BalanceBar({ balance }: { readonly balance: Balance }) {
  const texts = spoken();
  const { corroborates, rebuts } = balance;
  const total = corroborates + rebuts;
  return (
    <div class="balance">
      <p class="counts">{balanceInWords(balance, texts)}</p>
      {total > 0 && (
        <div class="bar" aria-hidden="true">
          {corroborates > 0 && <span class="corroborates" style={{ flexGrow: corroborates }} />}
          {rebuts > 0 && <span class="rebuts" style={{ flexGrow: rebuts }} />}
        </div>
      )}
    </div>
  );
}
