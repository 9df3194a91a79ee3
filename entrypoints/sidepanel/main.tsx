// Wires the side panel to the tab in front, and follows when another comes to the front. As a page of its own it takes the
// tab from `?tab=`.
import '../../src/ui/tokens.css';
import '../../src/ui/pages/pages.css';
import '../../src/ui/pages/sidepanel.css';
import { render } from 'preact';
import { type Front, frontOf } from '../../src/platform/front.ts';
import { text } from '../../src/platform/i18n.ts';
import type { Status } from '../../src/platform/messages.ts';
import { askCard, datasetAddress, inSight, openDataset, watchFound, watchFront } from '../../src/platform/panel.ts';
import { watchPermissions } from '../../src/platform/permissions.ts';
import { readSettings, watchSettings } from '../../src/platform/settings.ts';
import { DEFAULTS } from '../../src/platform/settings-items.ts';
import { askStatus, checkPage, command, pauseTab, type Tab, tabOf } from '../../src/platform/tabs.ts';
import { copyText } from '../../src/ui/pages/copy.ts';
import { Panel } from '../../src/ui/pages/sidepanel.tsx';
import { cannotCheck } from '../../src/ui/pages/sidepanel-nothing.tsx';
import { startPage } from '../../src/ui/pages/start.ts';

/** How soon the panel follows the page's scroll: soon enough to feel tied to it, seldom enough to cost nothing. */
const SIGHT_MS = 300;
/** A page that is still being read, or was just reloaded, tells when it has found something; one that never can does not. */
const AGAIN_MS = 2000;

startPage(follow, text('panel_title'));

interface Look {
  readonly tab: Tab | null;
  readonly state: Front['state'];
  readonly allowed: boolean;
  readonly packs: Status['packs'];
}

async function look(): Promise<Look> {
  // With broken storage the panel still lists what the page's script found; the settings page says what is wrong.
  const settingsNow = readSettings().catch(() => DEFAULTS);
  const [tab, settings, status] = await Promise.all([tabOf(location.href), settingsNow, askStatus().catch(() => null)]);
  const { state, allowed } = await frontOf(tab, settings);
  return { tab, state, allowed, packs: status?.packs ?? [] };
}

async function follow(root: HTMLElement): Promise<void> {
  let now: Look | null = null;
  let inView: readonly number[] = [];
  let trouble: string | null = null;
  let said: string | null = null;
  let round = 0;

  const draw = (): void => {
    const tab = now?.tab ?? null;
    const failed = cannotCheck(now?.allowed ?? false);
    const ask = (job: Promise<boolean>, failed: string, done: string | null = null): void => {
      job
        .catch(() => false)
        .then((result) => {
          trouble = result ? null : text(failed);
          said = result ? done : null;
          return refresh();
        });
    };
    const tell =
      (kind: 'scroll' | 'hide' | 'mute', done: string | null = null) =>
      (passage: number) => {
        if (tab) ask(command(tab.id, { kind, passage }), 'popup_page_changed', done);
      };
    render(
      <Panel
        key={tab?.id}
        state={now?.state ?? null}
        packs={now?.packs ?? []}
        inView={inView}
        trouble={trouble}
        said={said}
        dataset={datasetAddress()}
        fetchCard={askCard}
        onCheck={() => tab && ask(checkPage(tab.id), failed)}
        onResume={() => tab && ask(pauseTab(tab.id, false), failed)}
        actions={{
          go: tell('scroll'),
          hide: tell('hide', text('card_hidden')),
          mute: tell('mute', text('card_muted')),
          browse: (pack, claim) => void openDataset(pack, claim),
          copy: copyText,
          address: () => tab?.url ?? '',
        }}
      />,
      root,
    );
  };
  /** The last one asked for is shown: a slow page must not overwrite the next. */
  const refresh = async (): Promise<void> => {
    const mine = ++round;
    const next = await look();
    if (mine !== round) return;
    const isRead = next.state.kind === 'running' && now?.state.kind !== 'running';
    if (next.tab?.id !== now?.tab?.id || isRead) trouble = null;
    if (next.tab?.id !== now?.tab?.id) said = null;
    now = next;
    draw();
  };
  const watchSight = async (): Promise<void> => {
    const tab = now?.tab;
    if (document.visibilityState !== 'visible' || !tab || now?.state.kind !== 'running') return;
    const seen = await inSight(tab.id);
    // The script has gone: the page was left, or the site switched off.
    if (seen === null) return refresh();
    if (seen.join() === inView.join()) return;
    inView = seen;
    draw();
  };

  watchFront(() => void refresh());
  watchFound((tab) => {
    if (tab === now?.tab?.id) void refresh();
  });
  watchSettings(() => void refresh());
  watchPermissions(() => void refresh());
  draw();
  await refresh();
  setInterval(() => void watchSight(), SIGHT_MS);
  setInterval(() => {
    if (document.visibilityState === 'visible' && now?.state.kind !== 'running') void refresh();
  }, AGAIN_MS);
}
