// npm run -s pack -- show K6 [--pack FILE]: a claim as its card, with its wordings and passages.
import { cardOf } from '../../../src/claims/card.ts';
import { cardText } from '../../../src/claims/export.ts';
import type { Pack } from '../../../src/claims/types.ts';

/** @throws Error when the pack has no such claim */
export function show(pack: Pack, id: string): void {
  const claim = pack.claims.find((one) => one.id === id);
  const card = cardOf(pack, id);
  if (claim === undefined || card === null) {
    const known = pack.claims.slice(0, 80).map((one) => one.id);
    throw new Error(
      `no claim "${id}" in ${pack.id}: expected one of ${known.join(', ')}${pack.claims.length > known.length ? ', …' : ''}`,
    );
  }
  console.log(`${claim.id} (${claim.topic})\n`);
  console.log(cardText(card));
  if (claim.passages.length > 0)
    console.log(`Passages: ${claim.passages.map(({ document, lines }) => `${document} lines ${lines}`).join('; ')}\n`);
  console.log('Wordings:');
  for (const { text, relation } of card.claim.wordings.slice(1)) console.log(`  ${relation.padEnd(9)} ${text}`);
}
