// Wires the page that answers "Check selection against known claims" where the page itself could not show it.
import '../../src/ui/tokens.css';
import '../../src/ui/pages/pages.css';
import '../../src/ui/card.css';
import '../../src/ui/pages/check.css';
import { render } from 'preact';
import { counted, text, uiLanguage } from '../../src/platform/i18n.ts';
import { askCard, openDataset } from '../../src/platform/panel.ts';
import { lastAnswer } from '../../src/platform/selection.ts';
import { Check } from '../../src/ui/pages/check.tsx';
import { followTheme } from '../../src/ui/pages/theme.ts';
import { speak } from '../../src/ui/texts.ts';

document.documentElement.lang = text('locale');
document.documentElement.dir = text('direction') === 'rtl' ? 'rtl' : 'ltr';
document.title = text('check_title');
speak({ text, counted, language: uiLanguage() });

async function open(root: HTMLElement): Promise<void> {
  const answer = await lastAnswer();
  const cards = await Promise.all((answer?.near ?? []).map(({ pack, claim }) => askCard(pack, claim).catch(() => null)));
  render(<Check answer={answer} cards={cards} onBrowse={(pack, claim) => void openDataset(pack, claim)} />, root);
}

const root = document.getElementById('root');
void followTheme(document.documentElement);
if (root) void open(root);
