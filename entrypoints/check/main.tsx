// Wires the page that answers "Check selection against known claims" where the page itself could not show it.
import '../../src/ui/tokens.css';
import '../../src/ui/pages/pages.css';
import '../../src/ui/card.css';
import '../../src/ui/pages/check.css';
import { render } from 'preact';
import { text } from '../../src/platform/i18n.ts';
import { askCard, openDataset } from '../../src/platform/panel.ts';
import { lastAnswer } from '../../src/platform/selection.ts';
import { Check } from '../../src/ui/pages/check.tsx';
import { startPage } from '../../src/ui/pages/start.ts';

async function open(root: HTMLElement): Promise<void> {
  const answer = await lastAnswer();
  const cards = await Promise.all((answer?.near ?? []).map(({ pack, claim }) => askCard(pack, claim).catch(() => null)));
  render(<Check answer={answer} cards={cards} onBrowse={(pack, claim) => void openDataset(pack, claim)} />, root);
}

startPage(open, text('check_title'));
