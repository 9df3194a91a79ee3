// A request from a page of ours to the background. One that it does not take comes back as undefined: that is a failure here,
// never an answer.
import browser from 'webextension-polyfill';
import type { PageRequest } from './messages.ts';

export async function ask<Reply>(request: PageRequest): Promise<Reply> {
  const reply: unknown = await browser.runtime.sendMessage(request);
  if (reply === undefined) throw new Error(`expected an answer to “${request.kind}”, got none`);
  return reply as Reply;
}
