// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import messages from '../../assets/_locales/en/messages.json' with { type: 'json' };
import type { Card as CardData, CardItem, Source } from '../../src/claims/types.ts';
import { balanceInWords } from '../../src/ui/balance.tsx';
import { Card, type CardProps } from '../../src/ui/card.tsx';
import { Chip } from '../../src/ui/chip.tsx';
import { instant, shownDate } from '../../src/ui/dates.ts';
import { groupsOf, outlets } from '../../src/ui/evidence.tsx';
import { speak, spoken } from '../../src/ui/texts.ts';
import { pointsOf } from '../../src/ui/timeline.tsx';
import { pieces } from '../../src/ui/why.tsx';
import { languageOf } from './language-of.ts';

const known = messages as Record<string, { message: string }>;
function text(key: string, ...subs: readonly (string | number)[]): string {
  const message = known[key]?.message;
  if (message === undefined) throw new Error(`expected a text for ${key}, found none`);
  return message.replace(/\$(\d)/g, (_, at) => String(subs[Number(at) - 1] ?? ''));
}
function counted(key: string, count: number, ...subs: readonly (string | number)[]): string {
  return text(`${key}_${new Intl.PluralRules('en').select(count)}`, count, ...subs);
}

function source(publisher: string, more: Partial<Source> = {}): Source {
  return { id: publisher, title: `On ${publisher}`, publisher, kind: 'report', language: 'en', ...more };
}
function item(stance: CardItem['stance'], publisher: string, more: Partial<CardItem> = {}): CardItem {
  return {
    stance,
    summary: `${publisher} says so.`,
    date: '2023-12-04',
    source: source(publisher),
    independent: true,
    hindsight: false,
    href: `https://${publisher.toLowerCase()}.example/`,
    ...more,
  };
}
const CARD: CardData = {
  pack: { id: 'p', name: 'A pack', version: '1.2.3', language: 'uk', imported: false },
  claim: {
    id: 'K6',
    topic: 't',
    statement: 'Putin would tolerate it.',
    claimant: 'an official',
    made: '2023-12-01',
    kind: 'reported',
    origin: source('Hersh', { url: 'https://hersh.example/' }),
    wordings: [
      { text: 'Putin would tolerate it.', relation: 'asserts' },
      { text: 'He would not object.', relation: 'asserts' },
    ],
  },
  standing: 'contested',
  balance: { corroborates: 1, rebuts: 2, context: 1, repeats: 3 },
  items: [
    item('context', 'Treaty', { date: '2021-12' }),
    item('rebuts', 'Tass', { hindsight: true, source: source('Tass', { stake: 'state-run' }) }),
    item('corroborates', 'Echo', { independent: false }),
    item('corroborates', 'Pravda'),
    item('corroborates', 'Echo', { independent: false }),
    item('corroborates', 'Mirror', { independent: false }),
    item('rebuts', 'Nobody', { source: null, href: null, summary: 'No public record found.' }),
  ],
};
const FOUND: CardProps['cited']['found'] = {
  pack: 'p',
  language: 'uk',
  claim: 'K6',
  statement: CARD.claim.statement,
  topic: 't',
  standing: 'contested',
  balance: CARD.balance,
  relation: 'denies',
  confidence: 0.9,
  start: 10,
  reason: { wording: 1, agreed: [{ start: 13, end: 18, weight: 0.5 }], inferred: ['Putin'] },
};

function draw(props: Partial<CardProps> = {}): HTMLElement {
  const actions = { hide: vi.fn(), mute: vi.fn(), address: () => 'https://page.example/', copy: vi.fn(async () => true) };
  const root = document.body.appendChild(document.createElement('div'));
  render(<Card cited={{ found: FOUND, quote: 'He would not.' }} card={CARD} actions={actions} {...props} />, root);
  return root;
}

beforeEach(() => speak({ text, counted, language: 'en-GB' }));
afterEach(() => document.body.replaceChildren());

describe('the balance in words', () => {
  it.each([
    [{ corroborates: 1, rebuts: 2, context: 3, repeats: 0 }, '1 corroborates · 2 rebut'],
    [{ corroborates: 3, rebuts: 0, context: 0, repeats: 5 }, '3 corroborate'],
    [{ corroborates: 0, rebuts: 1, context: 2, repeats: 0 }, '1 rebuts · 2 give context'],
    [{ corroborates: 0, rebuts: 0, context: 0, repeats: 5 }, 'none for or against'],
  ])('of %j is "%s"', (balance, words) => {
    expect(balanceInWords(balance, spoken())).toBe(words);
  });
});

describe('dates', () => {
  it.each([
    ['2023-11-01', '1 Nov 2023'],
    ['2023-11', 'Nov 2023'],
    ['2023', '2023'],
    ['before the war', 'before the war'],
  ])('%s is shown as %s', (iso, shown) => {
    expect(shownDate(iso, 'en-GB')).toBe(shown);
  });

  it('in their middle stand for what they leave open', () => {
    expect([instant('2023-11'), instant('2023'), instant('x')]).toEqual([Date.UTC(2023, 10, 15), Date.UTC(2023, 6, 1), null]);
  });
});

describe('the evidence', () => {
  it('is grouped by stance in one fixed order, repeats apart', () => {
    expect(groupsOf(CARD.items).map(({ stance, independent, repeats }) => [stance, independent.length, repeats.length])).toEqual([
      ['corroborates', 1, 3],
      ['rebuts', 2, 0],
      ['context', 1, 0],
    ]);
  });

  it('shows where a link leads when the card says that the reader should see it', () => {
    const items = [item('rebuts', 'Far', { href: 'http://far.example/', place: 'http://far.example' }), item('rebuts', 'Near')];
    const root = draw({ card: { ...CARD, claim: { ...CARD.claim, place: 'xn--hrsh-hra.example' }, items } });
    const far = [...root.querySelectorAll('li')].find((li) => li.textContent?.includes('Far'));
    expect(far?.textContent).toContain('http://far.example');
    expect(root.querySelector('.origin')?.textContent).toContain('xn--hrsh-hra.example');
    expect(root.querySelectorAll('bdi.where').length).toBe(2);
  });

  it('folds repeats under one line that counts outlets, not articles', () => {
    expect(outlets(CARD.items.filter(({ independent }) => !independent))).toBe(2);
    const fold = draw().querySelector('details.repeats');
    expect(fold?.querySelector('summary')?.textContent).toBe('2 outlets repeat Hersh');
    expect(fold?.hasAttribute('open')).toBe(false);
    expect(fold?.querySelectorAll('li').length).toBe(3);
  });

  it('says under a heading with repeats only that none of them is independent', () => {
    const items = CARD.items.filter(({ stance, independent }) => stance !== 'corroborates' || !independent);
    const [first, second] = draw({ card: { ...CARD, items } }).querySelectorAll('.group');
    expect(first?.textContent).toMatch(/^Corroborates\s*No independent source\./u);
    expect(second?.textContent).not.toContain('No independent source');
  });

  it('shows publisher, stake, date and hindsight, and links without handing on where the reader came from', () => {
    const tass = [...draw().querySelectorAll('li')].find((li) => li.textContent?.includes('Tass'));
    expect(tass?.textContent).toContain('state-run');
    expect(tass?.querySelector('time.mark')?.textContent).toBe('later: 4 Dec 2023');
    const link = tass?.querySelector('a');
    expect([link?.href, link?.rel, link?.target]).toEqual(['https://tass.example/', 'noopener noreferrer', '_blank']);
    const links = [...draw().querySelectorAll('a')];
    expect(links.map(({ href }) => href)).toContain('https://hersh.example/');
    for (const { rel, target } of links) expect([rel, target]).toEqual(['noopener noreferrer', '_blank']);
  });

  it('has no link where there is no source', () => {
    const none = [...draw().querySelectorAll('li')].find((li) => li.textContent?.includes('No public record'));
    expect(none?.querySelector('a')).toBeNull();
  });
});

describe('the card', () => {
  it.each([
    ['corroborated', 'reported', 'Corroborated'],
    ['rebutted', 'fact', 'Rebutted'],
    ['contested', 'fact', 'Contested'],
    ['unsupported', 'fact', 'Unsupported'],
    [null, 'opinion', 'An opinion'],
    [null, 'forecast', 'A forecast'],
  ] as const)('says of standing %s and kind %s: %s', (standing, kind, words) => {
    const root = draw({
      cited: { found: { ...FOUND, standing }, quote: 'x' },
      card: { ...CARD, standing, claim: { ...CARD.claim, kind } },
    });
    expect(root.querySelector('.standing strong')?.textContent).toBe(words);
    expect(root.querySelectorAll('li').length).toBeGreaterThan(0);
  });

  it('never says true or false', () => {
    const said = Object.entries(known).filter(([key]) => /^(?:card|chip|list|stance|standing)_/.test(key));
    expect(said.length).toBeGreaterThan(30);
    for (const [, { message }] of said) expect(message).not.toMatch(/\b(?:true|false|fake|lie|hoax)\b/i);
  });

  it('says what the passage does, who made the claim, when and where', () => {
    const root = draw();
    expect(root.querySelector('.relation')?.textContent).toBe('This passage denies the claim.');
    expect(root.querySelector('.origin')?.textContent).toBe('Claimed by an official, 1 Dec 2023 · first in Hersh');
  });

  it.each(['reviewed', 'imported'] as const)(
    'takes the day of a claim that nobody dates from neither review nor import (%s)',
    (undated) => {
      const root = draw({ card: { ...CARD, claim: { ...CARD.claim, made: 'undated', undated } } });
      expect(root.querySelector('.origin')?.textContent).toBe('Claimed by an official, no date given · first in Hersh');
      expect(root.querySelector('.timeline')).toBeNull();
    },
  );

  it('shows the claim at once, the evidence when it comes, and says when it does not', () => {
    const waiting = draw({ card: null });
    expect(waiting.querySelector('h2')?.textContent).toBe(CARD.claim.statement);
    expect(waiting.querySelector('.quiet')?.textContent).toBe('Looking up the evidence…');
    expect(draw({ card: 'none' }).querySelector('.quiet')?.textContent).toContain('could not be read');
  });

  it('has the words of the pack in its language, and ours in ours', () => {
    const items = [item('rebuts', 'Tass', { source: source('Tass', { stake: 'state-run' }), locator: { where: 'line 3' } })];
    const root = draw({ card: { ...CARD, items } });
    const theirs = [CARD.claim.statement, 'an official', 'Tass says so.', 'state-run', 'line 3', 'He ', 'He would not object.'];
    expect(theirs.map((words) => languageOf(root, words))).toEqual(theirs.map(() => 'uk'));
    const ours = ['Rebuts', 'Claimed by ', ', 1 Dec 2023', 'Contested', 'Why this was highlighted', 'Copy as text'];
    expect(ours.map((words) => languageOf(root, words))).toEqual(ours.map(() => null));
  });

  it('explains why: the words that decided, the wording, the names taken from before', () => {
    const why = draw().querySelector('.why');
    expect([...(why?.querySelectorAll('mark') ?? [])].map(({ textContent }) => textContent)).toEqual(['would']);
    expect(why?.textContent).toContain('He would not object.');
    expect(why?.textContent).toContain('Putin');
  });

  it('switches between the claims of one passage', () => {
    const go = vi.fn();
    const root = draw({ position: { at: 1, of: 3, go } });
    const [back, on] = [...root.querySelectorAll<HTMLButtonElement>('.switcher button')];
    expect(root.querySelector('.switcher span')?.textContent).toBe('2 of 3 claims here');
    back?.click();
    on?.click();
    expect(go.mock.calls).toEqual([[0], [2]]);
    draw({ position: { at: 0, of: 3, go } })
      .querySelector<HTMLButtonElement>('.switcher button')
      ?.click();
    [...draw({ position: { at: 2, of: 3, go } }).querySelectorAll<HTMLButtonElement>('.switcher button')][1]?.click();
    expect(go.mock.calls.slice(2)).toEqual([[2], [0]]);
    expect(draw({ position: { at: 0, of: 1, go } }).querySelector('.switcher')).toBeNull();
  });

  it('copies as text and as an annotation, and offers the text where it may not', async () => {
    const copied: string[] = [];
    const allowed = {
      hide() {},
      mute() {},
      address: () => 'https://page.example/',
      copy: async (made: string) => copied.push(made) < 2,
    };
    const root = draw({ actions: allowed });
    const [plain, annotation] = [...root.querySelectorAll<HTMLButtonElement>('.actions button')];
    plain?.click();
    await vi.waitFor(() => expect(root.querySelector('[role=status]')?.textContent).toBe('Copied.'));
    annotation?.click();
    await vi.waitFor(() => expect(root.querySelector('textarea')?.value).toBe(copied[1]));
    expect(copied[0]).toContain(CARD.claim.statement);
    expect(JSON.parse(copied[1] ?? '').target.selector.exact).toBe('He would not.');
  });

  it('names the pack, and says when it was imported', () => {
    expect(draw().querySelector('.pack')?.textContent).toBe('From A pack, version 1.2.3');
    expect(draw({ card: { ...CARD, pack: { ...CARD.pack, imported: true } } }).querySelector('.pack')?.textContent).toBe(
      'From A pack, imported by you',
    );
  });
});

describe('the timeline', () => {
  it('sets the claim and the independent evidence in order of time', () => {
    const points = pointsOf(CARD);
    expect(points.map(({ stance }) => stance)).toEqual(['context', 'claim', 'rebuts', 'corroborates', 'rebuts']);
    expect(points[0]?.at).toBe(3);
    expect(points.at(-1)?.at).toBe(97);
    expect(points.map(({ at }) => at)).toEqual(points.map(({ at }) => at).sort((a, b) => a - b));
  });

  it('is none where everything happened in one day', () => {
    expect(pointsOf({ ...CARD, items: [item('rebuts', 'Tass', { date: CARD.claim.made })] })).toEqual([]);
  });
});

describe('the pieces of a passage', () => {
  it.each([
    [[{ start: 12, end: 14, weight: 1 }], ['ab', '*cd', 'ef']],
    [
      [
        { start: 5, end: 12, weight: 1 },
        { start: 14, end: 99, weight: 1 },
      ],
      ['*ab', 'cd', '*ef'],
    ],
    [
      [
        { start: 13, end: 15, weight: 1 },
        { start: 11, end: 14, weight: 1 },
      ],
      ['a', '*bcd', '*e', 'f'],
    ],
    [[{ start: 0, end: 5, weight: 1 }], ['abcdef']],
  ])('cut by %j are %j', (agreed, cut) => {
    expect(pieces('abcdef', 10, agreed).map((piece) => (piece.agreed ? `*${piece.text}` : piece.text))).toEqual(cut);
  });
});

describe('the chip', () => {
  it('says how the evidence stands and that there is more, and opens the card', () => {
    const open = vi.fn();
    const root = document.body.appendChild(document.createElement('div'));
    render(<Chip found={[FOUND, FOUND]} open={open} />, root);
    expect([...root.querySelectorAll('button > *')].map(({ textContent }) => textContent)).toEqual([
      'Denies a claim:',
      'Contested',
      '1 corroborates · 2 rebut',
      'and 1 more claim',
      'Click for the evidence',
    ]);
    root.querySelector('button')?.click();
    expect(open).toHaveBeenCalledOnce();
  });
});
