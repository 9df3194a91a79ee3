// Wires the settings page to the stored settings and to the background's report on its packs.
import '../../src/ui/tokens.css';
import '../../src/ui/pages/pages.css';
import '../../src/ui/pages/options.css';
import { render } from 'preact';
import { text } from '../../src/platform/i18n.ts';
import { allowedEverywhere, askEverywhere, watchPermissions } from '../../src/platform/permissions.ts';
import {
  forgetSite,
  readSettings,
  setDefault,
  setEverything,
  setPack,
  setSite,
  setTheme,
  unhide,
  watchSettings,
} from '../../src/platform/settings.ts';
import { askStatus } from '../../src/platform/tabs.ts';
import { Options } from '../../src/ui/pages/options.tsx';
import { followTheme } from '../../src/ui/pages/theme.ts';

document.documentElement.lang = text('locale');
document.title = text('options_title');
const root = document.getElementById('root');
let trouble: string | null = null;

const attempt = (job: Promise<unknown>, said = 'popup_not_stored'): void => {
  job
    .then(
      (result) => (trouble = result === false ? text(said) : null),
      () => (trouble = text(said)),
    )
    .finally(() => void draw());
};

async function draw(): Promise<void> {
  const [settings, allowed, status] = await Promise.all([readSettings(), allowedEverywhere(), askStatus().catch(() => null)]);
  if (!root) return;
  render(
    <Options
      settings={settings}
      allowed={allowed}
      status={status}
      trouble={trouble}
      onEverything={(on) => attempt(setEverything(on))}
      onDefault={(sites) => attempt(setDefault(sites))}
      onAllow={() => attempt(askEverywhere(), 'popup_not_given')}
      onSite={(site, on) => attempt(setSite(site, on))}
      onForgetSite={(site) => attempt(forgetSite(site))}
      onPack={(pack, on) => attempt(setPack(pack, on))}
      onTheme={(theme) => attempt(setTheme(theme))}
      onUnhide={(key) => attempt(unhide(key))}
    />,
    root,
  );
}

watchSettings(() => void draw());
watchPermissions(() => void draw());
void draw();
void followTheme(document.documentElement);
