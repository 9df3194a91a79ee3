// Wires the welcome page's one choice to permission and settings.
import '../../src/ui/tokens.css';
import '../../src/ui/pages/pages.css';
import '../../src/ui/pages/welcome.css';
import { render } from 'preact';
import { text } from '../../src/platform/i18n.ts';
import { askEverywhere } from '../../src/platform/permissions.ts';
import { setDefault } from '../../src/platform/settings.ts';
import { followTheme } from '../../src/ui/pages/theme.ts';
import { Welcome } from '../../src/ui/pages/welcome.tsx';

document.documentElement.lang = text('locale');
document.documentElement.dir = text('direction') === 'rtl' ? 'rtl' : 'ltr';
document.title = `${text('extensionName')} – ${text('welcome_title')}`;
const root = document.getElementById('root');

const draw = (said: string | null): void => {
  if (root)
    render(
      <Welcome
        said={said}
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
