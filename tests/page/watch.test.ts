// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SCAN_EVERY_MS, watch } from '../../src/page/watch.ts';

function blockOf(element: Element): Element {
  return element.closest('p,section,body') ?? element;
}

describe('watching the page', () => {
  let ending: AbortController;
  let scans: string[][];
  let replaced: number;
  let hidden = false;
  let slow: Promise<void> = Promise.resolve();

  beforeEach(() => {
    vi.useFakeTimers();
    Object.defineProperty(Document.prototype, 'hidden', { configurable: true, get: () => hidden });
    document.body.innerHTML = '<section id="s"><p id="a">a <b>b</b></p><p id="c">c</p></section><i id="ours"></i>';
    ending = new AbortController();
    scans = [];
    replaced = 0;
    hidden = false;
    slow = Promise.resolve();
    const watched = {
      changed: async (roots: readonly Element[]) => {
        scans.push(roots.map(({ id, localName }) => id || localName));
        await slow;
      },
      replaced: () => {
        replaced++;
      },
      isOurs: (node: Node) => (node as Element).id === 'ours',
      blockOf,
      toggled: (styled: Iterable<Element>) => [...styled].filter(({ id }) => id === 'c').map(() => element('s')),
    };
    watch(watched, ending.signal).add(document);
  });
  afterEach(() => {
    ending.abort();
    vi.useRealTimers();
  });

  const element = (id: string): Element => document.getElementById(id) as Element;
  const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

  it('gathers what changes within 250 ms into one scan of the changed blocks', async () => {
    for (let count = 0; count < 1000; count++) {
      element('a').append('x');
      await Promise.resolve();
    }
    element('c').textContent = 'new';
    await pass(SCAN_EVERY_MS - 1);
    expect(scans).toEqual([]);
    await pass(1);
    expect(scans).toEqual([['a', 'c']]);
  });

  it('scans no more than once every 250 ms, however long the page keeps changing', async () => {
    for (let ms = 0; ms < 60_000; ms += 16) {
      (element('c').firstChild as Text).data = String(ms);
      await pass(16);
    }
    expect(scans.length).toBeGreaterThan(200);
    expect(scans.length).toBeLessThanOrEqual(60_000 / SCAN_EVERY_MS);
  });

  it('reads a block once, not also a block inside it', async () => {
    element('a').append('x');
    element('s').append('y');
    await pass(SCAN_EVERY_MS);
    expect(scans).toEqual([['s']]);
  });

  it('begins no scan while the last is under way', async () => {
    let done = (): void => {};
    slow = new Promise((resolve) => {
      done = resolve;
    });
    element('a').append('x');
    await pass(SCAN_EVERY_MS);
    element('c').append('x');
    await pass(5000);
    expect(scans).toEqual([['a']]);
    done();
    await pass(SCAN_EVERY_MS);
    expect(scans).toEqual([['a'], ['c']]);
  });

  it('waits while the tab is hidden, then reads what has changed meanwhile', async () => {
    hidden = true;
    element('a').append('x');
    await pass(10_000);
    expect(scans).toEqual([]);
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await pass(SCAN_EVERY_MS);
    expect(scans).toEqual([['a']]);
  });

  it('reads the whole page when it is shown again after changes in very many places, and keeps none that are gone', async () => {
    hidden = true;
    for (let count = 0; count < 600; count++) {
      const gone = document.createElement('p');
      element('s').append(gone);
      await Promise.resolve();
      gone.append('x');
      await Promise.resolve();
      gone.remove();
    }
    await Promise.resolve();
    const show = async (): Promise<void> => {
      hidden = false;
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      await pass(SCAN_EVERY_MS);
    };
    await show();
    expect(scans).toEqual([['s']]);
    hidden = true;
    element('s').append(...Array.from({ length: 600 }, () => document.createElement('p')));
    for (const one of element('s').querySelectorAll('p')) one.append('x');
    await Promise.resolve();
    await show();
    expect(scans).toEqual([['s'], ['html']]);
  });

  it('heeds nothing in the head but styles', async () => {
    document.title = '(1) News';
    document.head.append(document.createElement('script'), document.createElement('meta'));
    await pass(SCAN_EVERY_MS);
    document.title = '(2) News';
    await pass(SCAN_EVERY_MS);
    expect(scans).toEqual([]);
    const style = document.createElement('style');
    document.head.append(style);
    await pass(SCAN_EVERY_MS);
    style.append('p { color: red }');
    await pass(SCAN_EVERY_MS);
    expect(scans.length).toBe(2);
    style.remove();
  });

  it('heeds a change of style only where it shows or hides text', async () => {
    element('a').className = 'x';
    await pass(SCAN_EVERY_MS);
    expect(scans).toEqual([]);
    element('c').className = 'x';
    await pass(SCAN_EVERY_MS);
    expect(scans).toEqual([['s']]);
  });

  it('looks again at what has ended a transition, but for our own', async () => {
    element('c').dispatchEvent(new Event('transitionend', { bubbles: true }));
    element('ours').dispatchEvent(new Event('transitionend', { bubbles: true }));
    await pass(SCAN_EVERY_MS);
    expect(scans).toEqual([['s']]);
  });

  it('does not see our own element, comments, or anything after the end', async () => {
    element('ours').append('x');
    element('s').append(document.createComment('x'));
    await pass(1000);
    ending.abort();
    element('a').append('x');
    await pass(1000);
    expect(scans).toEqual([]);
  });

  it('tells when the document is written anew, and once is enough', async () => {
    const before = document.documentElement;
    const anew = document.createElement('html');
    before.replaceWith(anew);
    await pass(1000);
    expect(replaced).toBe(1);
    expect(scans).toEqual([]);
    anew.replaceWith(before);
  });

  it('reads nothing that has left the page', async () => {
    const gone = element('a');
    gone.append('x');
    await Promise.resolve();
    gone.remove();
    await pass(SCAN_EVERY_MS);
    expect(scans).toEqual([['s']]);
  });
});
