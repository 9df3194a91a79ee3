// A request from a page of ours to the background. One that it does not take comes back as undefined: that is a failure here,
// never an answer.
import browser from 'webextension-polyfill';
import type { PageRequest, Replies } from './messages.ts';

export async function ask<Request extends PageRequest>(request: Request): Promise<Replies[Request['kind']]> {
  const reply: unknown = await browser.runtime.sendMessage(request);
  if (reply === undefined) throw new Error(`expected an answer to “${request.kind}”, got none`);
  // Both ends are of one build: the browser exchanges them together.
  return reply as Replies[Request['kind']];
}
