// Wires the popup to the tab it was opened for. As a page of its own it takes the tab from `?tab=`.
import '../../src/ui/tokens.css';
import '../../src/ui/pages/pages.css';
import '../../src/ui/pages/popup.css';
import { render } from 'preact';
import { type Front, frontOf } from '../../src/platform/front.ts';
import { text } from '../../src/platform/i18n.ts';
import { openDataset, openPanel } from '../../src/platform/panel.ts';
import { allowEverywhere, askFor, watchPermissions } from '../../src/platform/permissions.ts';
import { readSettings, setEverything, setSite, watchSettings } from '../../src/platform/settings.ts';
import { DEFAULTS, type Settings } from '../../src/platform/settings-items.ts';
import { checkPage, command, openOptions, pauseTab, tabOf, watchTab } from '../../src/platform/tabs.ts';
import { Popup } from '../../src/ui/pages/popup.tsx';
import { startPage } from '../../src/ui/pages/start.ts';

/** The page may still be reading when the popup opens; it is asked again at this pace while the popup is open. */
const AGAIN_MS = 500;

startPage(open);

async function open(root: HTMLElement): Promise<void> {
  const tab = await tabOf(location.href);
  let trouble: string | null = null;
  let shown = '';
  const attempt = (job: Promise<unknown>, said: string): void => {
    job
      .then(
        (result) => (trouble = result === false ? text(said) : null),
        () => (trouble = text(said)),
      )
      .finally(() => void draw());
  };
  const allow = (asked: Promise<boolean>): void => attempt(asked, 'popup_not_given');

  const draw = async (): Promise<void> => {
    const now = await look(tab?.id ?? null);
    const said = now.readable ? trouble : text('options_store_broken');
    const next = JSON.stringify([now.site, now.siteOn, now.everything, now.everywhere, now.state, said]);
    if (next === shown) return;
    shown = next;
    const { site } = now;
    render(
      <Popup
        {...now}
        trouble={said}
        onSite={(on) => {
          if (site === null) return;
          // Both in the turn of the click: Firefox forgets the gesture after an await, and closes the popup for its prompt.
          if (on && now.state.kind !== 'running' && !now.allowed) allow(askFor(site));
          attempt(setSite(site, on), 'popup_not_stored');
        }}
        onEverything={(on) => attempt(setEverything(on), 'popup_not_stored')}
        onCheck={() => tab && attempt(checkPage(tab.id), 'popup_cannot_check')}
        onPause={(on) => tab && attempt(pauseTab(tab.id, on), 'popup_cannot_check')}
        onAllowSite={() => site && allow(askFor(site))}
        onAllowEverywhere={() => {
          const { asked, stored } = allowEverywhere(now.everywhere ? 'everywhere' : 'chosen');
          allow(asked);
          attempt(stored, 'popup_not_stored');
        }}
        onGo={(passage) => tab && attempt(command(tab.id, { kind: 'scroll', passage }), 'popup_page_changed')}
        onSettings={() => attempt(openOptions(), 'popup_cannot_check')}
        onPanel={() => tab && attempt(openPanel(tab.id), 'popup_no_panel')}
        onDataset={() => attempt(openDataset(), 'popup_cannot_check')}
      />,
      root,
    );
  };
  watchSettings(() => void draw());
  watchPermissions(() => void draw());
  if (tab) watchTab(tab.id, () => void draw());
  await draw();
  setInterval(() => void draw(), AGAIN_MS);
}

interface Look extends Front {
  readonly siteOn: boolean;
  readonly everything: boolean;
  /** The default for sites without a rule. */
  readonly everywhere: boolean;
  /** False: the browser's storage fails, and these are not the reader's settings. */
  readonly readable: boolean;
}

async function look(id: number | null): Promise<Look> {
  const [tab, stored] = await Promise.all([
    id === null ? null : tabOf(`${location.origin}/?tab=${id}`),
    readSettings().catch(unreadable),
  ]);
  const settings = stored ?? DEFAULTS;
  const front = await frontOf(tab, settings);
  const { everything, everywhere } = settings;
  return { ...front, siteOn: ruleFor(settings, front.site), everything, everywhere, readable: stored !== null };
}

function unreadable(cause: unknown): null {
  console.warn('Sidelight: settings cannot be read', cause);
  return null;
}

const ruleFor = (settings: Settings, site: string | null): boolean =>
  site === null ? settings.everywhere : (settings.sites.get(site) ?? settings.everywhere);
