// Wires the welcome page's one choice to permission and settings.
import '../../src/ui/tokens.css';
import '../../src/ui/pages/pages.css';
import '../../src/ui/pages/welcome.css';
import '../highlights.css';
import { render } from 'preact';
import { text } from '../../src/platform/i18n.ts';
import { askCard, openDataset } from '../../src/platform/panel.ts';
import { askEverywhere } from '../../src/platform/permissions.ts';
import { setDefault } from '../../src/platform/settings.ts';
import type { DefaultRule } from '../../src/platform/settings-items.ts';
import { copyText } from '../../src/ui/pages/copy.ts';
import { startPage } from '../../src/ui/pages/start.ts';
import { Welcome } from '../../src/ui/pages/welcome.tsx';
import { Sample } from '../../src/ui/pages/welcome-sample.tsx';

/** A claim of the bundled pack with evidence of every kind. */
const SAMPLE = { pack: 'general-to-general', claim: 'K6' };

function open(root: HTMLElement): void {
  const draw = (said: string | null): void =>
    render(
      <Welcome
        said={said}
        sample={
          <Sample {...SAMPLE} fetchCard={askCard} browse={(pack, claim) => void openDataset(pack, claim)} copy={copyText} />
        }
        onEverywhere={() => tell(choose('everywhere', askEverywhere()))}
        onChosen={() => tell(choose('chosen', Promise.resolve(true)))}
      />,
      root,
    );
  const tell = (said: Promise<string>): void => {
    said.then(draw, () => draw('welcome_not_stored'));
  };
  draw(null);
}

/** The permission is asked in the turn of the click; the choice is stored only when it was given. What is then to be said. */
async function choose(rule: DefaultRule, asked: Promise<boolean>): Promise<string> {
  if (!(await asked)) return 'welcome_not_given';
  await setDefault(rule);
  return `welcome_done_${rule}`;
}

startPage(open, `${text('extensionName')} – ${text('welcome_title')}`);
