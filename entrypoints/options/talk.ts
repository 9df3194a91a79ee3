// What the page says of the last thing done, and the way back from it.
import { messageOf } from '../../src/claims/problem.ts';
import { text } from '../../src/platform/i18n.ts';
import { snapshot, takeBack } from '../../src/platform/snapshot.ts';
import type { Said } from '../../src/ui/pages/settings/said.tsx';

export interface Talk {
  said(): Said | null;
  say(said: Said | null, draw?: boolean): void;
  /** Says `failed` (a key) when the job rejects or comes to false. */
  attempt(job: Promise<unknown>, failed?: string): void;
  /** Does `job` and offers to take it back: the settings that it changed become again what they were, where nobody has changed
   * them since. */
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
      // What was done stays done where storage does not say how it stands now.
      const after = await snapshot().catch(() => null);
      const undone = (): void => say({ words: text('options_undone') });
      say({ words, undo: after === null ? undefined : () => attempt(takeBack(before, after).then(undone)) });
    };
    attempt(run());
  };
  return { said: () => last, say, attempt, undoable };
}
