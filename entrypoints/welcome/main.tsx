// Wires the welcome page's one choice to permission and settings.
import '../../src/ui/tokens.css';
import '../../src/ui/pages/pages.css';
import '../../src/ui/pages/welcome.css';
import '../highlights.css';
import { render } from 'preact';
import { counted, text, uiLanguage } from '../../src/platform/i18n.ts';
import { askCard, openDataset } from '../../src/platform/panel.ts';
import { askEverywhere } from '../../src/platform/permissions.ts';
import { setDefault } from '../../src/platform/settings.ts';
import { copyText } from '../../src/ui/pages/copy.ts';
import { followTheme } from '../../src/ui/pages/theme.ts';
import { Welcome } from '../../src/ui/pages/welcome.tsx';
import { Sample } from '../../src/ui/pages/welcome-sample.tsx';
import { speak } from '../../src/ui/texts.ts';

/** A claim of the bundled pack with evidence of every kind. */
const SAMPLE = { pack: 'general-to-general', claim: 'K6' };

speak({ text, counted, language: uiLanguage() });

document.documentElement.lang = text('locale');
document.documentElement.dir = text('direction') === 'rtl' ? 'rtl' : 'ltr';
document.title = `${text('extensionName')} – ${text('welcome_title')}`;
const root = document.getElementById('root');

const draw = (said: string | null): void => {
  if (root)
    render(
      <Welcome
        said={said}
        sample={
          <Sample {...SAMPLE} fetchCard={askCard} browse={(pack, claim) => void openDataset(pack, claim)} copy={copyText} />
        }
        onEverywhere={() => choose('everywhere', askEverywhere())}
        onChosen={() => choose('chosen', Promise.resolve(true))}
      />,
      root,
    );
};

/** The permission is asked in the turn of the click; the choice is stored only when it was given. */
function choose(sites: 'everywhere' | 'chosen', asked: Promise<boolean>): void {
  const stored = async (): Promise<string> => {
    if (!(await asked)) return 'welcome_not_given';
    await setDefault(sites);
    return `welcome_done_${sites}`;
  };
  stored().then(draw, () => draw('welcome_not_stored'));
}

draw(null);
void followTheme(document.documentElement);
