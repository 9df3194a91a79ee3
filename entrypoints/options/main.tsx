// Wires the settings page to the stored settings, to the background's report on its packs, and to the import's worker.
import '../../src/ui/tokens.css';
import '../../src/ui/pages/pages.css';
import '../../src/ui/pages/options.css';
import { render } from 'preact';
import { commandsOf, extensionVersion } from '../../src/platform/extension.ts';
import { text } from '../../src/platform/i18n.ts';
import { allowedEverywhere, askEverywhere, watchPermissions } from '../../src/platform/permissions.ts';
import { readSettings, watchSettings } from '../../src/platform/settings.ts';
import { DEFAULTS } from '../../src/platform/settings-items.ts';
import { askStatus } from '../../src/platform/tabs.ts';
import { Options } from '../../src/ui/pages/options.tsx';
import { startPage } from '../../src/ui/pages/start.ts';
import { actions } from './actions.ts';
import { reportNow, statementsOf } from './facts.ts';
import { importing } from './importing.ts';
import { talk } from './talk.ts';

function open(root: HTMLElement): void {
  let drawing = false;
  let again = false;
  /** One drawing at a time, and one more when something changed meanwhile: two would overtake each other. */
  async function draw(): Promise<void> {
    again = true;
    if (drawing) return;
    drawing = true;
    try {
      while (again) {
        again = false;
        await drawOnce();
      }
    } finally {
      drawing = false;
    }
  }

  const talking = talk(() => void draw());
  const imports = importing(talking, () => void draw());
  const acts = actions(talking, imports);

  async function drawOnce(): Promise<void> {
    const unreadable = (cause: unknown) => {
      talking.say({ words: text('options_store_broken'), problems: [String(cause)] }, false);
      return DEFAULTS;
    };
    const [settings, allowed, status, commands, report] = await Promise.all([
      readSettings().catch(unreadable),
      allowedEverywhere(),
      askStatus().catch(() => null),
      commandsOf(),
      reportNow(),
    ]);
    const statements = await statementsOf(settings);
    render(
      <Options
        {...{ settings, allowed, status, commands, report, statements }}
        {...acts}
        version={extensionVersion()}
        agent={navigator.userAgent}
        importing={imports.state()}
        said={talking.said()}
        onCloseSaid={() => talking.say(null)}
        onAllow={() => talking.attempt(askEverywhere(), 'popup_not_given')}
      />,
      root,
    );
  }

  watchSettings(() => void draw());
  watchPermissions(() => void draw());
  void draw();
}

startPage(open, text('options_title'));
