// What the page says of the last thing done, and the way back from it.
import { messageOf } from '../../src/claims/problem.ts';
import { text } from '../../src/platform/i18n.ts';
import { restore, snapshot } from '../../src/platform/snapshot.ts';
import type { Said } from '../../src/ui/pages/settings/said.tsx';

export interface Talk {
  said(): Said | null;
  say(said: Said | null, draw?: boolean): void;
  /** Says `failed` (a key) when the job rejects or comes to false. */
  attempt(job: Promise<unknown>, failed?: string): void;
  /** Does `job` and offers to take it back: all settings become again what they were. */
  undoable(words: string, job: () => Promise<unknown>): void;
}

export function talk(draw: () => void): Talk {
  let last: Said | null = null;
  const say = (said: Said | null, redraw = true): void => {
    last = said;
    if (redraw) draw();
  };
  const attempt = (job: Promise<unknown>, failed = 'popup_not_stored'): void => {
    job.then(
      (result) => (result === false ? say({ words: text(failed) }) : draw()),
      (cause) => say({ words: text(failed), problems: [messageOf(cause)] }),
    );
  };
  const undoable = (words: string, job: () => Promise<unknown>): void => {
    const run = async (): Promise<void> => {
      const before = await snapshot();
      await job();
      say({ words, undo: () => attempt(restore(before).then(() => say({ words: text('options_undone') }))) });
    };
    attempt(run());
  };
  return { said: () => last, say, attempt, undoable };
}
