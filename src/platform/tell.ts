// A message to the script in a tab from whoever cannot wait for it long: a page that shows an alert, stands at a breakpoint or
// is frozen answers when that is over, and others would wait with it.
import browser from 'webextension-polyfill';
import type { ReaderCommand } from './messages.ts';
import { within } from './within.ts';

/** A page with a busy main thread answers late; a dead script never does. */
export const ANSWER_MS = 1500;
/** The page itself, without the frames in it. */
export const TOP = { frameId: 0 } as const;

/** `nobody`: no script of ours runs there ("Receiving end does not exist" is the browser's normal answer then). `late`: one may
 * run there, but does not answer in time. */
export type Told = { readonly answer: unknown } | 'nobody' | 'late';

/** What the script answers, or why there is no answer. */
export async function told(tab: number, what: ReaderCommand, to: { frameId?: number } = {}): Promise<Told> {
  const sent = browser.tabs.sendMessage(tab, what, to).then(
    (answer: unknown): Told => ((answer ?? null) === null ? 'nobody' : { answer }),
    (): Told => 'nobody',
  );
  return within(ANSWER_MS, 'the page', sent).catch((): Told => 'late');
}

/** What the script answers; null where there is no answer, whatever the reason. */
export async function tell(tab: number, what: ReaderCommand, to: { frameId?: number } = {}): Promise<unknown> {
  const said = await told(tab, what, to);
  return typeof said === 'string' ? null : said.answer;
}
