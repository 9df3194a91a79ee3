// Wires the browser's events to the background's work. Every listener is registered in the worker's first turn, else the
// event that woke it would be lost.
import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import bundled from '../assets/packs/general-to-general.json?raw';
import { cardOf } from '../src/claims/card.ts';
import { compile } from '../src/claims/compile.ts';
import { parsePack } from '../src/claims/schema.ts';
import { open } from '../src/match/open.ts';
import { extensionVersion } from '../src/platform/extension.ts';
import { obey } from '../src/platform/keys.ts';
import { packStore } from '../src/platform/pack-store.ts';
import { shipped } from '../src/platform/packs.ts';
import { watchPermissions } from '../src/platform/permissions.ts';
import { addMenu, MENU, selectedText } from '../src/platform/selection.ts';
import { service } from '../src/platform/service.ts';
import { watchSettings } from '../src/platform/settings.ts';
import { openWelcome } from '../src/platform/tabs.ts';

/** Changes with the bundled pack's text (wxt.config.ts), so that an update compiles it anew. */
declare const __PACK_DIGEST__: string;

// A module: what it has in common with the extension's pages (public suffixes, schemas, stores) is in the package once.
export default defineBackground({ type: 'module', main: start });

function start(): void {
  const { answer, align, changed, check, closed, forgetPermissions, forgetSettings, note, refresh, select } = service(
    { parsePack, compile, open, cardOf },
    packStore(),
    shipped(bundled, __PACK_DIGEST__, extensionVersion()),
  );
  const report = (job: Promise<unknown>): void => {
    job.catch(note);
  };

  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => answer(message, sender));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // Compiling keeps everything else waiting for seconds, in Firefox also what an old instance left in open tabs.
    const aligned = align(true, true);
    report(aligned);
    report(refresh(aligned));
    report(addMenu());
    if (reason === 'install') report(openWelcome());
  });
  browser.runtime.onStartup.addListener(() => report(align(false)));
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    const words = selectedText(selectionText);
    if (menuItemId === MENU && words !== '') report(select(words, tab?.id));
  });
  browser.tabs.onRemoved.addListener((tab) => report(closed(tab)));
  browser.commands.onCommand.addListener((command, tab) => report(obey(command, tab, check)));
  watchSettings((area, changes) => {
    forgetSettings();
    report(area === 'sync' ? align(true) : changed(changes));
  });
  watchPermissions(() => {
    forgetPermissions();
    report(align(true));
  });
  // Neither installed nor started, but switched on again in the browser's list of extensions: no event tells.
  report(align(false));
}
