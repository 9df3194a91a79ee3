// @vitest-environment jsdom
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Card, Standing } from '../../src/claims/types.ts';
import { Panel, type PanelProps } from '../../src/ui/pages/sidepanel.tsx';
import {
  countsOf,
  currentOf,
  entriesOf,
  NO_FILTER,
  type Passage,
  shownBy,
  topicsOf,
} from '../../src/ui/pages/sidepanel-claims.ts';
import { cannotCheck } from '../../src/ui/pages/sidepanel-nothing.tsx';
import { speak } from '../../src/ui/texts.ts';
import { ENGLISH } from './english.ts';
import { languageOf } from './language-of.ts';

function passage(id: number, claim: string, standing: Standing | null = 'contested', topic = 'war'): Passage {
  return {
    passage: id,
    quote: `Passage ${id}.`,
    found: {
      pack: 'p',
      language: 'uk',
      claim,
      statement: `The statement of ${claim}.`,
      topic,
      standing,
      balance: { corroborates: 1, rebuts: 2, context: 0, repeats: 0 },
      start: 0,
      relation: 'asserts',
      confidence: 0.9,
      reason: { wording: 0, agreed: [], inferred: [] },
    },
  };
}
const PASSAGES = [passage(4, 'A'), passage(2, 'B', 'rebutted', 'peace'), passage(7, 'A'), passage(9, 'C', null, 'peace')];
const CARD: Card = {
  pack: { id: 'p', name: 'A pack', version: '1', language: 'uk', imported: false },
  claim: {
    id: 'A',
    topic: 'war',
    statement: 'The statement of A.',
    claimant: 'someone',
    made: '2023-12-01',
    kind: 'fact',
    origin: null,
    wordings: [],
  },
  standing: 'contested',
  balance: { corroborates: 1, rebuts: 2, context: 0, repeats: 0 },
  items: [],
};

describe('the claims of a page', () => {
  const entries = entriesOf(PASSAGES);

  it('are one entry each, in the order of their first passages', () => {
    expect(entries.map(({ key, passages }) => [key, passages.map((one) => one.passage)])).toEqual([
      ['p/A', [4, 7]],
      ['p/B', [2]],
      ['p/C', [9]],
    ]);
  });

  it.each([
    ['nothing chosen', NO_FILTER, ['p/A', 'p/B', 'p/C']],
    ['a standing', { groups: new Set(['rebutted' as const]), topic: null }, ['p/B']],
    ['opinions beside a standing', { groups: new Set(['contested' as const, 'opinion' as const]), topic: null }, ['p/A', 'p/C']],
    ['a topic', { groups: new Set<never>(), topic: 'peace' }, ['p/B', 'p/C']],
    ['both', { groups: new Set(['contested' as const]), topic: 'peace' }, []],
  ])('filtered by %s', (_, filter, keys) => {
    expect(shownBy(filter, entries).map(({ key }) => key)).toEqual(keys);
  });

  it('are counted by standing, empty groups left out, and by topic', () => {
    expect(countsOf(entries)).toEqual([
      { group: 'rebutted', count: 1 },
      { group: 'contested', count: 1 },
      { group: 'opinion', count: 1 },
    ]);
    expect(topicsOf(entries, 'en')).toEqual(['peace', 'war']);
  });

  it.each([
    [[7, 9], 'p/A'],
    [[9], 'p/C'],
    [[100, 2], 'p/B'],
    [[], null],
  ])('with passages %j in view: current is %s', (inView, key) => {
    expect(currentOf(entries, inView)?.key ?? null).toBe(key);
  });
});

describe('the panel', () => {
  beforeEach(() => {
    speak(ENGLISH);
    document.body.replaceChildren();
    // jsdom has no constructed style sheets.
    vi.stubGlobal(
      'CSSStyleSheet',
      class {
        replaceSync() {}
      },
    );
  });
  const actions = () => ({
    go: vi.fn(),
    hide: vi.fn(),
    mute: vi.fn(),
    browse: vi.fn(),
    copy: async () => true,
    address: () => 'https://page.example/',
  });
  const running = (passages: readonly Passage[], checked = 73): PanelProps['state'] => ({
    kind: 'running',
    reader: { checked, passages, limit: null },
  });
  function draw(props: Partial<PanelProps>): HTMLElement {
    const root = document.body.appendChild(document.createElement('div'));
    render(
      <Panel
        state={running(PASSAGES)}
        packs={[]}
        inView={[]}
        trouble={null}
        said={null}
        actions={actions()}
        dataset="dataset.html"
        fetchCard={async () => CARD}
        onCheck={() => {}}
        onResume={() => {}}
        {...props}
      />,
      root,
    );
    return root;
  }

  it('always says that what is not marked is not confirmed', () => {
    for (const passages of [PASSAGES, []])
      expect(draw({ state: running(passages) }).querySelector('.coverage')?.textContent).toBe(
        'Checked against 73 claims. Unmarked text is not confirmed.',
      );
  });

  it('marks the claim before the eyes', () => {
    const root = draw({ inView: [2] });
    expect(root.querySelector('[aria-current=location]')?.getAttribute('data-claim')).toBe('p/B');
  });

  it('goes to the passage, shows the card in place, and steps to the next passage of the claim', async () => {
    const acts = actions();
    const root = draw({ actions: acts });
    root.querySelector<HTMLElement>('.line')?.click();
    const room = await vi.waitUntil(() => root.querySelector('.card-room'));
    await vi.waitFor(() => expect(room.shadowRoot?.querySelector('h2')?.textContent).toBe('The statement of A.'));
    const [, next] = [...root.querySelectorAll<HTMLElement>('.step')];
    next?.click();
    await vi.waitFor(() => expect(root.querySelector('.where .plain')?.textContent).toBe('Passage 2 of 2'));
    expect(acts.go.mock.calls).toEqual([[4], [7]]);
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await vi.waitFor(() => expect(root.querySelector('.card-room')).toBeNull());
  });

  it('lists statements in the language of their pack; a card’s name too, and ours around it in ours', async () => {
    const root = draw({});
    expect(languageOf(root, 'The statement of A.')).toBe('uk');
    root.querySelector<HTMLElement>('.line')?.click();
    const room = await vi.waitUntil(() => root.querySelector<HTMLElement>('.card-room'));
    expect([room.ariaLabel ?? room.getAttribute('aria-label'), room.lang]).toEqual(['The statement of A.', 'uk']);
    await vi.waitFor(() => expect(languageOf(room.shadowRoot ?? room, 'Copy as text')).toBe('en'));
    expect(languageOf(room.shadowRoot ?? room, 'The statement of A.')).toBe('uk');
  });

  it('says what became of a claim that has left the list', () => {
    const root = draw({ said: 'It is gone.' });
    expect([...root.querySelectorAll('[role=status]')].map(({ textContent }) => textContent)).toContain('It is gone.');
  });

  it('says in the card that the evidence could not be had', async () => {
    const root = draw({ fetchCard: () => Promise.reject(new Error('gone')) });
    root.querySelector<HTMLElement>('.line')?.click();
    await vi.waitFor(() =>
      expect(root.querySelector('.card-room')?.shadowRoot?.textContent).toContain('The evidence could not be read.'),
    );
  });

  it('names the packs that a page without claims was checked against', () => {
    const pack = { id: 'p', name: 'A pack', version: '1.2', publisher: 'us', updated: '2026-11-22', claims: 73 };
    const packs = [
      { ...pack, on: true },
      { ...pack, id: 'q', name: 'Another', on: false },
    ] as unknown as PanelProps['packs'];
    const root = draw({ state: running([]), packs });
    expect(root.querySelector('.nothing')?.textContent).toContain('No known claim found on this page');
    expect([...root.querySelectorAll('.packs li')].map(({ textContent }) => textContent)).toEqual([
      'A pack73 claims · version 1.2 · updated Nov 22, 2026',
    ]);
  });

  it.each<[Exclude<PanelProps['state'], null>, RegExp, string[]]>([
    [{ kind: 'closed', why: 'pdf' }, /PDF files open in the browser’s own viewer/, []],
    [{ kind: 'closed', why: 'store' }, /pages of their stores/, []],
    [{ kind: 'everything-off' }, /reads no page by itself/, ['Check this page']],
    [{ kind: 'site-off' }, /You switched this site off/, ['Check this page']],
    [{ kind: 'not-chosen' }, /only on the sites that you switch on/, ['Check this page']],
    [{ kind: 'not-allowed' }, /has not allowed/, ['Check this page']],
    [{ kind: 'silent' }, /not been read yet/, ['Check this page']],
    [{ kind: 'paused' }, /Paused in this tab/, ['Go on in this tab']],
  ])('where nothing runs (%j) it says why, and offers what can be done', (state, words, buttons) => {
    const onCheck = vi.fn();
    const root = draw({ state, onCheck });
    expect(root.querySelector('.nothing p')?.textContent).toMatch(words);
    const offered = [...root.querySelectorAll('button')];
    expect(offered.map(({ textContent }) => textContent)).toEqual(buttons);
    offered[0]?.click();
    expect(onCheck).toHaveBeenCalledTimes(buttons[0] === 'Check this page' ? 1 : 0);
    expect(root.querySelector('.coverage')).toBeNull();
  });

  it('goes on in a paused tab, where a check would say nothing of the pause', () => {
    const onResume = vi.fn();
    const [button, ...more] = draw({ state: { kind: 'paused' }, onResume }).querySelectorAll('button');
    expect([button?.textContent, more.length]).toEqual(['Go on in this tab', 0]);
    button?.click();
    expect(onResume).toHaveBeenCalledOnce();
  });

  it('sends the reader to the button that may ask where it may not read, and not where nobody may', () => {
    expect(ENGLISH.text(cannotCheck(false))).toMatch(/toolbar button/u);
    expect(ENGLISH.text(cannotCheck(true))).toMatch(/does not allow this page to be read/u);
  });
});
