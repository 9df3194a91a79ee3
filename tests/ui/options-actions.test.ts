// What the settings page says of a backup that comes back in part: never that nothing has changed.
import { describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: { i18n: { getMessage: (key: string) => key } } }));

import { actions } from '../../entrypoints/options/actions.ts';
import type { Importing } from '../../entrypoints/options/importing.ts';
import type { Talk } from '../../entrypoints/options/talk.ts';
import { backupOf } from '../../src/platform/backup.ts';
import type { Said } from '../../src/ui/pages/settings/said.tsx';

const file = backupOf({ sync: {}, local: {} }, [{ id: 'one' }, { id: 'two' }], { exported: 'x', extension: 'x' });

describe('of a backup with two packs', () => {
  test.each([
    [0, 'options_refused'],
    [1, 'options_everything_partly'],
  ])('%i of which are there when the next is refused, it says %s, and leaves the settings', async (added, words) => {
    const said: Said[] = [];
    const undoable = vi.fn();
    const talk = { say: (one: Said) => said.push(one), undoable, attempt: (job: Promise<unknown>) => void job };
    const imports = { addAll: async () => ({ added, problems: ['QuotaExceededError'] }) };
    actions(talk as unknown as Talk, imports as unknown as Importing).onImportAll(file);
    await new Promise((resolve) => setTimeout(resolve));
    expect(said).toEqual([{ words, problems: ['QuotaExceededError'] }]);
    expect(undoable).not.toHaveBeenCalled();
  });
});
