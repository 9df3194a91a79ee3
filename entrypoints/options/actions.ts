// What the buttons of the settings page do.
import { backupOf, readBackup, readRules } from '../../src/platform/backup.ts';
import { extensionVersion } from '../../src/platform/extension.ts';
import { counted, text } from '../../src/platform/i18n.ts';
import {
  forgetSite,
  readSettings,
  setCalm,
  setDefault,
  setEverything,
  setPack,
  setSite,
  setStrength,
  setTheme,
  unhide,
} from '../../src/platform/settings.ts';
import { isSiteKey } from '../../src/platform/sites.ts';
import { addRules, reset, restore, snapshot } from '../../src/platform/snapshot.ts';
import type { OptionsProps } from '../../src/ui/pages/options.tsx';
import { download } from './download.ts';
import type { Importing } from './importing.ts';
import type { Talk } from './talk.ts';

type Acts = Pick<OptionsProps, Exclude<Extract<keyof OptionsProps, `on${string}`>, 'onAllow' | 'onCloseSaid'>>;

const today = (): string => new Date().toISOString().slice(0, 10);
const json = (value: unknown): string => JSON.stringify(value, null, 1);

export function actions({ attempt, undoable, say }: Talk, imports: Importing): Acts {
  const importAll = async (file: string): Promise<void> => {
    const read = readBackup(file);
    if (!read.ok) return say({ words: text('options_refused'), problems: read.problems });
    const { added, problems } = await imports.addAll(read.backup.packs);
    if (problems.length > 0) return say({ words: text(added > 0 ? 'options_everything_partly' : 'options_refused'), problems });
    undoable(text('options_everything_imported'), () => restore(read.backup));
  };
  const exportAll = async (): Promise<void> => {
    const facts = { exported: new Date().toISOString(), extension: extensionVersion() };
    const { packs, problems } = await imports.packs();
    download(`sidelight-${today()}.json`, backupOf(await snapshot(), packs, facts));
    if (problems.length > 0) say({ words: text('options_everything_without'), problems });
  };
  const exportHidden = async (): Promise<void> => {
    const { muted, hidden } = await readSettings();
    download(`sidelight-hidden-${today()}.json`, json({ muted: [...muted.values()], hidden: [...hidden.values()] }));
  };
  return {
    onEverything: (on) => attempt(setEverything(on)),
    onDefault: (sites) => attempt(setDefault(sites)),
    onSite: (site, on) => undoable(text(on ? 'options_site_now_on' : 'options_site_now_off', site), () => setSite(site, on)),
    onForgetSite: (site) => undoable(text('options_site_removed', site), () => forgetSite(site)),
    onExportSites: () =>
      attempt(
        readSettings().then(({ sites }) =>
          download(`sidelight-sites-${today()}.json`, json({ sites: Object.fromEntries(sites) })),
        ),
      ),
    onImportSites(file) {
      const read = readRules(file, isSiteKey);
      if ('problems' in read) say({ words: text('options_refused'), problems: read.problems });
      else undoable(counted('options_sites_imported', read.rules.size), () => addRules(read.rules));
    },
    onStrength: (strength) => attempt(setStrength(strength)),
    onCalm: (on) => attempt(setCalm(on)),
    onTheme: (theme) => attempt(setTheme(theme)),
    onPack: (pack, on) => attempt(setPack(pack, on)),
    onRemovePack: (pack) => attempt(imports.remove(pack)),
    onImportFile: imports.file,
    onImportAdd: imports.add,
    onImportCancel: imports.cancel,
    onUnhide: (key) => undoable(text('options_hidden_shown'), () => unhide(key)),
    onExportHidden: () => attempt(exportHidden()),
    onExportAll: () => attempt(exportAll()),
    onImportAll: (file) => attempt(importAll(file)),
    onReset: () => undoable(text('options_reset_done'), reset),
    onCopyReport: (report) =>
      attempt(navigator.clipboard.writeText(report).then(() => say({ words: text('options_report_copied') }))),
  };
}
