// The background is ended at each of four moments, and the page has its highlights nevertheless: all, and none twice.
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { cardWith, clickWords } from './card.ts';
import { DEMO } from './demo-passages.ts';
import { killAtBirth, killBackground, paintedAs, texts } from './faults.ts';
import { count, most } from './figures.ts';
import type { Session } from './harness.ts';
import { broken, type Observed, observe } from './invariants.ts';

const ADDED = 'Vladimir Putin would not object to Ukraine joining NATO, Seymour Hersh reports.';
export const MOMENTS = ['before a scan', 'between request and reply', 'during a scan', 'after a scan'] as const;
export type Moment = (typeof MOMENTS)[number];

/** One killing. `wanted`: what the page at `url` is painted with when nobody is killed. */
export async function survive(
  session: Session,
  control: Observed,
  url: string,
  wanted: readonly string[],
  moment: Moment,
): Promise<void> {
  let killed = moment === 'after a scan' ? false : await killBackground(session);
  const birth = moment === 'between request and reply' && session.name === 'chromium' ? killAtBirth(session) : null;
  const opening = observe(session, url);
  if (moment === 'during a scan') {
    // Whatever the scan has come to by now; the page is on its way.
    const run = await opening;
    killed = (await killBackground(session)) || killed;
    return end(session, run, control, wanted, moment, killed);
  }
  const run = await opening;
  await birth;
  if (moment === 'after a scan') {
    await paintedAs(run.page, wanted);
    killed = await killBackground(session);
    await afterwards(run.page, wanted);
  }
  return end(session, run, control, wanted, moment, killed);
}

/** The page goes on: a card is asked for, and a paragraph comes. */
async function afterwards(page: Page, wanted: readonly string[]): Promise<void> {
  await clickWords(page, DEMO[2]?.words ?? '');
  await cardWith(page, /NATO[\s\S]*Hersh/u);
  await page.keyboard.press('Escape');
  await page.evaluate((text) => {
    document
      .querySelector('main, article, body')
      ?.append(Object.assign(document.createElement('p'), { id: 'added', textContent: text }));
  }, ADDED);
  await paintedAs(page, [...wanted, ADDED]);
  await page.evaluate(() => document.getElementById('added')?.remove());
}

async function end(
  session: Session,
  run: Observed,
  control: Observed,
  wanted: readonly string[],
  moment: Moment,
  killed: boolean,
): Promise<void> {
  try {
    const ms = await paintedAs(run.page, wanted);
    assert.deepEqual(await texts(run.page), wanted);
    assert.deepEqual(await broken(run, control, { moving: moment === 'after a scan' }), []);
    assert.ok(killed, 'the background was not running: nobody was killed');
    most('scan after a killed background, at most (ms)', session.name, ms);
    count('background killed, survived', session.name, true);
  } catch (cause) {
    count('background killed, survived', session.name, false);
    throw cause;
  } finally {
    await run.page.close();
  }
}
