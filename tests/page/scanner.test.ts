// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Page, pageOf } from '../../src/page/document.ts';
import type { Finding } from '../../src/page/passage.ts';
import { batches, type Question } from '../../src/page/question.ts';
import { renderedByMarkup } from '../../src/page/rendered.ts';
import { Scanner } from '../../src/page/scanner.ts';
import { accept } from '../../src/platform/message-schema.ts';

// jsdom has no layout: every range has one visible line.
Range.prototype.getClientRects = () =>
  [{ left: 1, top: 1, width: 99, height: 20, right: 100, bottom: 21 }] as unknown as DOMRectList;
Object.defineProperties(Element.prototype, { scrollWidth: { get: () => 1000 }, scrollHeight: { get: () => 1000 } });

/** Finds the claim "NATO" in every sentence with that name. */
function find({ blocks }: Question): { found: Finding[]; checked: number; foreign: boolean } {
  const found = blocks.flatMap(({ text }, block) =>
    [...text.matchAll(/[^.]*NATO[^.]*\./g)].map(({ index, 0: sentence }) => {
      const start = index + sentence.length - sentence.trimStart().length;
      return {
        pack: 'p',
        claim: 'c',
        standing: null,
        relation: 'asserts' as const,
        block,
        start,
        end: index + sentence.length,
        confidence: 1,
      };
    }),
  );
  return { found, checked: 73, foreign: false };
}

describe('scanning a page', () => {
  let asked: Question[];
  let ending: AbortController;
  let scanner: Scanner<Finding>;
  let answer: (question: Question) => ReturnType<typeof find> | null;
  let page: Page;
  const quotes = (): string[] => scanner.state.passages.map(({ quote }) => quote);
  const element = (id: string): Element => document.getElementById(id) as Element;
  const sent = (): string[] => asked.flatMap(({ blocks }) => blocks.map(({ text }) => text));

  beforeEach(async () => {
    document.body.innerHTML = '<h1>Head</h1><p id="a">One NATO. Two.</p><p id="b">Three.</p><div id="c"><p>Four NATO.</p></div>';
    asked = [];
    answer = find;
    ending = new AbortController();
    page = { root: document.documentElement, title: 'Title', language: 'en' };
    scanner = new Scanner({
      rendered: renderedByMarkup(window),
      ask: async (question) => {
        asked.push(question);
        return answer(question);
      },
      signal: ending.signal,
      onShadow: () => {},
      changed: () => {},
    });
    await scanner.scanAll(page);
  });
  afterEach(() => ending.abort());

  it('asks for the whole page in one question and keeps the passages in reading order', () => {
    expect(asked.length).toBe(1);
    expect(sent()).toEqual(['Head', 'One NATO. Two.', 'Three.', 'Four NATO.']);
    expect(quotes()).toEqual(['One NATO.', 'Four NATO.']);
    expect(scanner.state.checked).toBe(73);
  });

  it('says what was in another language, and never that it was checked', async () => {
    const french = (question: Question) => ({ ...find(question), found: [], foreign: true });
    const other = new Scanner<Finding>({
      rendered: renderedByMarkup(window),
      ask: async (question) => (question.blocks.some(({ text }) => text.includes('Head')) ? french(question) : find(question)),
      signal: ending.signal,
      onShadow: () => {},
      changed: () => {},
    });
    expect(other.state).toMatchObject({ checked: null, limit: null });
    await other.scanAll(page);
    expect(other.state).toMatchObject({ checked: null, limit: 'language' });
    element('b').textContent = 'In English: NATO.';
    await other.scanChanged(page, [element('b')]);
    expect(other.state).toMatchObject({ checked: 73, limit: 'language' });
    document.body.innerHTML = '<p>Nothing else: NATO.</p>';
    await other.scanChanged(page, [document.body]);
    expect(other.state).toMatchObject({ checked: 73, limit: null });
  });

  it('asks nothing twice when nothing has changed', async () => {
    await scanner.scanAll(page);
    await scanner.scanChanged(page, [element('a'), element('c')]);
    expect(asked.length).toBe(1);
    expect(quotes()).toEqual(['One NATO.', 'Four NATO.']);
  });

  it('asks for a changed block only, with those around it for context, and keeps a passage that still stands', async () => {
    const [first] = scanner.state.passages;
    element('a').append(' And NATO too.');
    await scanner.scanChanged(page, [element('a')]);
    expect(asked[1]?.blocks.map(({ text }) => text)).toEqual(['One NATO. Two. And NATO too.']);
    expect(asked[1]?.earlier.map(({ text }) => text)).toEqual(['Head']);
    expect(asked[1]?.later.map(({ text }) => text)).toEqual(['Three.', 'Four NATO.']);
    expect(quotes()).toEqual(['One NATO.', 'And NATO too.', 'Four NATO.']);
    expect(scanner.state.passages[0]?.id).toBe(first?.id);
  });

  it('asks for blocks that changed far apart each with what stands before it, but for very many at once', async () => {
    document.body.innerHTML = Array.from({ length: 40 }, (_, i) => `<p id="p${i}">Part ${i} NATO.</p>`).join('');
    await scanner.scanAll(page);
    asked = [];
    const change = (...numbers: number[]): Promise<void> => {
      for (const i of numbers) element(`p${i}`).textContent += ' More.';
      return scanner.scanChanged(
        page,
        numbers.map((i) => element(`p${i}`)),
      );
    };
    await change(4, 20, 21);
    expect(asked.map(({ blocks, earlier }) => [earlier.at(-1)?.text, ...blocks.map(({ text }) => text)])).toEqual([
      ['Part 3 NATO.', 'Part 4 NATO. More.'],
      ['Part 19 NATO.', 'Part 20 NATO. More.', 'Part 21 NATO. More.'],
    ]);
    asked = [];
    await change(...Array.from({ length: 20 }, (_, i) => 2 * i));
    expect(asked.length).toBe(1);
    expect(asked[0]?.blocks.length).toBe(20);
    expect(quotes().length).toBe(40);
  });

  it('drops a passage whose text is edited or removed, and never holds one twice', async () => {
    (element('a').firstChild as Text).data = 'One alliance.';
    await scanner.scanChanged(page, [element('a')]);
    expect(quotes()).toEqual(['Four NATO.']);
    element('c').remove();
    await scanner.scanChanged(page, [document.body]);
    expect(quotes()).toEqual([]);
    element('b').textContent = 'NATO again.';
    await Promise.all([scanner.scanChanged(page, [element('b')]), scanner.scanChanged(page, [element('b')])]);
    expect(quotes()).toEqual(['NATO again.']);
  });

  it('goes with text that is moved, and with text whose nodes are put into other elements, without asking again', async () => {
    document.body.append(element('a'));
    const font = document.createElement('font');
    const four = element('c').firstElementChild as Element;
    font.append(...four.childNodes);
    four.append(font);
    await scanner.scanChanged(page, [document.body]);
    expect(quotes()).toEqual(['Four NATO.', 'One NATO.']);
    expect(scanner.state.passages.map(({ stretches }) => stretches.map(({ range }) => range.toString()))).toEqual([
      ['Four NATO.'],
      ['One NATO.'],
    ]);
    expect(asked.length).toBe(1);
  });

  it('reads nothing in what has become hidden', async () => {
    element('c').setAttribute('hidden', '');
    await scanner.scanChanged(page, [element('c')]);
    expect(quotes()).toEqual(['One NATO.']);
    element('c').removeAttribute('hidden');
    expect([...scanner.toggled([element('c')])]).toEqual([document.body]);
  });

  it('goes on without an answer, and survives an answer about text that has changed meanwhile', async () => {
    answer = () => null;
    element('b').textContent = 'Now NATO.';
    await scanner.scanChanged(page, [element('b')]);
    expect(quotes()).toEqual(['One NATO.', 'Four NATO.']);
    answer = (question) => {
      (element('b').firstChild as Text).data = 'Something else altogether.';
      return find(question);
    };
    element('b').textContent = 'Then NATO.';
    await scanner.scanChanged(page, [element('b')]);
    expect(quotes()).toEqual(['One NATO.', 'Four NATO.']);
  });

  it('asks again about what had no answer, and says meanwhile that part was not checked', async () => {
    answer = () => null;
    element('b').textContent = 'Now NATO.';
    await scanner.scanChanged(page, [element('b')]);
    expect(scanner.state).toMatchObject({ checked: 73, limit: 'answer', isAnswered: false });
    asked = [];
    await scanner.askAgain(page);
    expect(sent()).toEqual(['Now NATO.']);
    expect(scanner.state.limit).toBe('answer');
    answer = find;
    asked = [];
    element('c').append('Five NATO.');
    await scanner.scanChanged(page, [element('c')]);
    expect(sent()).toEqual(['Five NATO.']);
    expect(scanner.state.isAnswered).toBe(false);
    await scanner.askAgain(page);
    expect(sent()).toEqual(['Five NATO.', 'Now NATO.']);
    expect(quotes()).toEqual(['One NATO.', 'Now NATO.', 'Four NATO.', 'Five NATO.']);
    expect(scanner.state).toMatchObject({ limit: null, isAnswered: true });
    await scanner.askAgain(page);
    expect(asked.length).toBe(2);
  });

  it('asks about everything when title and most of the text have changed: it is another page, whatever is left of the old', async () => {
    const [, last] = scanner.state.passages;
    const next = { ...page, title: 'Next', language: 'fr' };
    element('a').textContent = 'Another paragraph.';
    element('b').textContent = 'And one more.';
    asked = [];
    await scanner.scanChanged(page, [element('a'), element('b')]);
    expect(sent()).toEqual(['Another paragraph.', 'And one more.']);
    asked = [];
    answer = () => null;
    (document.querySelector('h1') as Element).textContent = 'News';
    await scanner.scanChanged(next, [document.body]);
    expect(asked.map(({ title, language }) => [title, language])).toEqual([['Next', 'fr']]);
    expect(sent()).toEqual(['News', 'Another paragraph.', 'And one more.', 'Four NATO.']);
    expect(scanner.state).toMatchObject({ checked: null, limit: 'answer' });
    answer = find;
    asked = [];
    await scanner.scanChanged(next, [document.body]);
    await scanner.askAgain(next);
    expect(quotes()).toEqual(['Four NATO.']);
    expect(last?.quote).toBe('Four NATO.');
  });

  it('asks nothing again when only the title has changed, and keeps the id of a passage that another page shows too', async () => {
    asked = [];
    await scanner.scanChanged({ ...page, title: '(1) Title' }, [element('a')]);
    expect(asked).toEqual([]);
    const [, four] = scanner.state.passages;
    for (const id of ['a', 'b']) element(id).textContent = 'Other.';
    (document.querySelector('h1') as Element).textContent = 'News';
    await scanner.scanChanged({ ...page, title: 'Next' }, [document.body]);
    expect(sent()).toEqual(['News', 'Other.', 'Other.', 'Four NATO.']);
    expect(scanner.state.passages.map(({ id, quote }) => [id, quote])).toEqual([[four?.id, 'Four NATO.']]);
  });

  it('does not ask again about text that has left the page meanwhile', async () => {
    answer = () => null;
    element('b').textContent = 'Now NATO.';
    await scanner.scanChanged(page, [element('b')]);
    element('b').remove();
    answer = find;
    asked = [];
    await scanner.scanChanged(page, [document.body]);
    expect(scanner.state).toMatchObject({ limit: null, isAnswered: true });
    await scanner.askAgain(page);
    expect(asked).toEqual([]);
  });

  it('knows of an answer that is due where another limit is told', async () => {
    answer = (question) => ({ ...find(question), found: [], foreign: true });
    element('b').textContent = 'Ce texte est en fran\u00e7ais.';
    await scanner.scanChanged(page, [element('b')]);
    answer = () => null;
    element('a').textContent = 'Now NATO.';
    await scanner.scanChanged(page, [element('a')]);
    expect(scanner.state).toMatchObject({ limit: 'language', isAnswered: false });
  });

  it('keeps what is due when it ends in the middle, and asks no more', async () => {
    answer = () => null;
    element('b').textContent = 'Now NATO.';
    await scanner.scanChanged(page, [element('b')]);
    ending.abort();
    asked = [];
    await scanner.askAgain(page);
    expect(asked).toEqual([]);
    expect(scanner.state.isAnswered).toBe(false);
  });

  it('forgets what the reader hides', () => {
    scanner.drop(({ quote }) => quote === 'One NATO.');
    expect(quotes()).toEqual(['Four NATO.']);
  });

  it('keeps what cannot be seen yet, and takes it up without asking once it can', async () => {
    const { getClientRects } = Range.prototype;
    let isIn = false;
    Range.prototype.getClientRects = function (this: Range) {
      const far = !isIn && this.toString().startsWith('Next');
      return (
        far ? [{ left: 5000, top: 1, width: 99, height: 20, right: 5099, bottom: 21 }] : getClientRects.call(this)
      ) as DOMRectList;
    };
    element('b').innerHTML = 'Next NATO.';
    await scanner.scanChanged(page, [element('b')]);
    scanner.lookAgain();
    expect(quotes()).toEqual(['One NATO.', 'Four NATO.']);
    isIn = true;
    asked = [];
    scanner.lookAgain();
    expect(quotes()).toEqual(['One NATO.', 'Next NATO.', 'Four NATO.']);
    isIn = false;
    element('b').innerHTML = 'Next of NATO.';
    await scanner.scanChanged(page, [element('b')]);
    expect(quotes()).toEqual(['One NATO.', 'Four NATO.']);
    element('b').remove();
    isIn = true;
    await scanner.scanChanged(page, [document.body]);
    expect(quotes()).toEqual(['One NATO.', 'Four NATO.']);
    Range.prototype.getClientRects = getClientRects;
  });

  it('does not take up what the reader has hidden meanwhile', async () => {
    const { getClientRects } = Range.prototype;
    Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
    element('b').innerHTML = 'Next NATO.';
    await scanner.scanChanged(page, [element('b')]);
    scanner.drop(({ quote }) => quote.endsWith('NATO.'));
    Range.prototype.getClientRects = getClientRects;
    expect(scanner.lookAgain()).toBe(false);
    expect(quotes()).toEqual([]);
  });

  it('reads no more than 12,000,000 characters, and says so', async () => {
    element('b').textContent = 'A word. '.repeat(1_600_000);
    asked = [];
    await scanner.scanChanged(page, [element('b')]);
    const length = sent().reduce((sum, text) => sum + text.length, 0);
    expect([length > 11_900_000, length <= 12_000_000]).toEqual([true, true]);
    expect(scanner.state.limit).toBe('text');
  });

  it('says so when a page has more passages than are painted', async () => {
    element('b').outerHTML = '<section id="many"></section>';
    element('many').innerHTML = '<p>It is NATO.</p>'.repeat(300);
    await scanner.scanChanged(page, [element('many')]);
    expect(scanner.state.passages.length).toBe(200);
    expect(scanner.state.limit).toBe('passages');
  });

  it('asks nothing that the background refuses: long title and language, 30,000 cells of a letter', async () => {
    document.documentElement.lang = 'en'.repeat(100);
    document.title = 'Title '.repeat(2000);
    element('b').outerHTML = `<table><tr>${'<td>x</td>'.repeat(30_000)}</tr></table><p>Five NATO.</p>`;
    await scanner.scanAll(pageOf(document) as Page);
    const sender = { id: 'own', url: 'https://news.example/', tab: { id: 1 } };
    expect(asked.length).toBeGreaterThan(6);
    for (const question of asked) expect(accept({ kind: 'match', scan: 1, ...question }, sender, 'own', 'x:')).not.toBeNull();
    expect(quotes()).toEqual(['One NATO.', 'Five NATO.', 'Four NATO.']);
    document.documentElement.lang = '';
  });

  it('puts neighbours together up to a size, and always at least one', () => {
    const block = (text: string) => ({ text, element: document.body, segments: [] });
    const made = [...batches(['aaaa', 'bb', 'cc', 'dddddddd', 'e'].map(block), 6)];
    expect(made.map((batch) => batch.map(({ text }) => text).join(' '))).toEqual(['aaaa bb', 'cc', 'dddddddd', 'e']);
  });
});
