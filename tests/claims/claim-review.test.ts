import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardOf } from '../../src/claims/card.ts';
import { parseClaimReviews } from '../../src/claims/claim-review.ts';
import { compile } from '../../src/claims/compile.ts';
import { cardText } from '../../src/claims/export.ts';
import { dateIn, dateInAddress, occasionIn } from '../../src/claims/review-dates.ts';
import { parsePack } from '../../src/claims/schema.ts';
import { unpack } from '../../src/match/container.ts';
import { atLeast, RUNS } from '../runs.ts';

const review = (more: object = {}) => ({
  '@type': 'ClaimReview',
  '@id': 'r1',
  url: '/checks/2019/oct/30/someone/',
  name: 'Someone is wrong about the moon',
  claimReviewed: 'The moon is made of cheese.',
  datePublished: 'stated on October 22, 2019 in a speech:',
  author: { '@type': 'Organization', name: 'Checkers', url: 'https://checkers.example' },
  itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Someone' } },
  reviewRating: { '@type': 'Rating', alternateName: 'false' },
  ...more,
});
const feed = (...reviews: unknown[]) => ({
  '@context': 'https://schema.org',
  '@type': 'DataFeed',
  dataFeedElement: reviews.map((item) => ({ '@type': 'DataFeedItem', item: [item] })),
});
const about = { today: '2026-11-22' };
const claimOf = (json: unknown) => {
  const read = parseClaimReviews(json, about);
  return read.ok ? read.pack.claims[0] : undefined;
};

describe('a review becomes a claim', () => {
  test('with its id, statement, headline, claimant and date; the rating is context, in the words of its publisher', () => {
    const read = parseClaimReviews(feed(review()), about);
    expect(read.ok && read.pack.claims[0]).toMatchObject({
      id: 'r1',
      statement: 'The moon is made of cheese.',
      title: 'Someone is wrong about the moon',
      claimant: 'Someone',
      made: '2019-10-22',
      occasion: 'in a speech',
      evidence: [{ stance: 'context', summary: 'Checkers rated this “false”.', date: '2019-10-30' }],
    });
    const card = read.ok ? cardOf(read.pack, 'r1', true) : null;
    expect(card?.standing).toBe('unsupported');
    expect(card?.items[0]).toMatchObject({ independent: true, href: 'https://checkers.example/checks/2019/oct/30/someone/' });
  });

  const nests: readonly [string, unknown][] = [
    ['alone', review()],
    ['in a list', [review()]],
    ['in a graph', { '@graph': [{ '@type': 'WebPage' }, review()] }],
    ['in an item list', { '@type': 'ItemList', itemListElement: [{ item: review() }] }],
    ['in an article', { '@type': 'NewsArticle', review: review() }],
    ['with types in a list', review({ '@type': ['ClaimReview', 'Review'] })],
    ['with full type names', review({ '@type': 'https://schema.org/ClaimReview' })],
  ];
  test.each(nests)('%s', (_, json) => expect(claimOf(json)?.id).toBe('r1'));

  test('without id it takes its address, without both its place', () => {
    expect(claimOf(feed(review({ '@id': undefined })))?.id).toBe('/checks/2019/oct/30/someone/');
    expect(claimOf(feed(review({ '@id': undefined, url: undefined })))?.id).toBe('review-1');
  });

  test('several at one address are told apart by number; the same claim there again is left out', () => {
    const at = (url: string, claimReviewed: string) => review({ '@id': undefined, url, claimReviewed });
    const long = `https://checkers.example/${'x'.repeat(300)}`;
    const all = [at('/a', 'One.'), at('/b', 'Two.'), at('/a', 'Three.'), at('/a', 'One.'), at('/a', 'Four.')];
    const read = parseClaimReviews(feed(...all, at(long, 'Five.'), at(long, 'Six.')), about);
    expect(read.ok && read.pack.claims.map(({ id, statement }) => [id, statement])).toEqual([
      ['/a', 'One.'],
      ['/b', 'Two.'],
      ['/a#2', 'Three.'],
      ['/a#3', 'Four.'],
      ['x'.repeat(200), 'Five.'],
      [`${'x'.repeat(198)}#2`, 'Six.'],
    ]);
    expect(read.ok && read.skipped.map(({ path }) => path)).toEqual(['dataFeedElement[3].item[0]']);
    expect(read.ok && cardOf(read.pack, '/a#3')?.items[0]?.source?.id).toBe('review:/a#3');
  });

  test('an address that is the @id of another is no reason to leave one out', () => {
    const url = 'https://checkers.example/a';
    const read = parseClaimReviews(
      feed(review({ '@id': url }), review({ '@id': undefined, url, claimReviewed: 'Another claim.' })),
      about,
    );
    expect(read.ok && read.pack.claims.map(({ id }) => id)).toEqual([url, `${url}#2`]);
  });

  test('an @id that looks like one of those numbers costs no claim its place', () => {
    const url = 'https://checkers.example/a';
    const more = ['B', 'C', 'D'].map((claimReviewed) => review({ '@id': undefined, url, claimReviewed }));
    const read = parseClaimReviews(feed(review({ '@id': `${url}#2` }), ...more), about);
    expect(read.ok && read.pack.claims.map(({ id }) => id)).toEqual([`${url}#2`, url, `${url}#3`, `${url}#4`]);
  });

  test('an @id keeps its place, though an id made up before it would be the same', () => {
    const url = 'https://checkers.example/a';
    const at = (claimReviewed: string) => review({ '@id': undefined, url, claimReviewed });
    const read = parseClaimReviews(
      feed(
        at('A'),
        at('B'),
        review({ '@id': `${url}#2`, claimReviewed: 'C' }),
        review({ '@id': url, claimReviewed: 'D' }),
        at('D'),
      ),
      about,
    );
    expect(read.ok && read.pack.claims.map(({ id, statement }) => [statement, id])).toEqual([
      ['A', `${url}#3`],
      ['B', `${url}#4`],
      ['C', `${url}#2`],
      ['D', url],
    ]);
    expect(read.ok && read.skipped.map(({ path }) => path)).toEqual(['dataFeedElement[4].item[0]']);
  });

  test('without a date it says so', () => {
    const claim = claimOf(feed(review({ datePublished: undefined, url: undefined })));
    expect(claim).toMatchObject({ made: '2026-11-22', undated: 'imported' });
    expect(claim?.evidence[0]?.summary).toContain('gives no date');
  });

  test.each([
    ['as a feed writes it', { datePublished: '1 May 2024', url: undefined }],
    ['in its address', { datePublished: undefined, url: '/checks/2024/may/1/someone/' }],
  ])('with the date of the review alone, %s, it says so, and knows nothing of hindsight', (_, more) => {
    const read = parseClaimReviews(feed(review(more)), about);
    const card = read.ok ? cardOf(read.pack, 'r1', true) : null;
    expect(card?.claim).toMatchObject({ made: 'undated', undated: 'reviewed' });
    expect(card?.items[0]).toMatchObject({ date: '2024-05-01', hindsight: false });
    expect(card?.items[0]?.summary).toBe('Checkers rated this “false”. The feed does not say when the claim was made.');
    expect(card === null ? '' : cardText(card)).toContain('Claimed by: Someone (undated; statement of fact)');
  });

  test.each([
    ['on the claim', { datePublished: '2024-05-01', itemReviewed: { datePublished: '2024-04-02' } }, '2024-04-02', '2019-10-30'],
    ['stated in place of the review’s', { url: undefined }, '2019-10-22', undefined],
  ])('a date %s is the claim’s, and not the review’s', (_, more, made, published) => {
    const read = parseClaimReviews(feed(review(more)), about);
    const [claim] = read.ok ? read.pack.claims : [];
    expect(claim?.made).toBe(made);
    expect(claim?.undated).toBeUndefined();
    expect(read.ok && read.pack.sources.find(({ id }) => id === 'review:r1')?.published).toBe(published);
  });

  test('the index has the days of claims and of reviews, not that of the import', () => {
    const dated = (id: string, day: string) => review({ '@id': id, itemReviewed: { datePublished: day } });
    const reviews = [
      review({ '@id': 'none', datePublished: undefined, url: undefined }),
      review({ '@id': 'reviewed', datePublished: '1970-01-02', url: undefined }),
      dated('of the feed', '1970-01-03'),
      dated('of the import', '2026-11-22'),
    ];
    const read = parseClaimReviews({ ...feed(...reviews), dateModified: '1970-01-03' }, about);
    const days = read.ok ? unpack(compile(read.pack)).u16('cday') : [];
    expect([...days]).toEqual([0, 1, 2, Date.parse('2026-11-22') / 86_400_000]);
  });

  test.each([
    ['in a list', ['2020-05-01']],
    ['with its type', { '@type': 'Date', '@value': '2020-05-01' }],
    ['as a number', 2020],
  ])('a date %s is read', (_, datePublished) => {
    const of = (more: object) => claimOf(feed(review({ url: undefined, datePublished: undefined, ...more })));
    expect(of({ datePublished })?.evidence[0]?.date).toMatch(/^2020/);
    expect(of({ itemReviewed: { datePublished } })?.made).toMatch(/^2020/);
  });

  test('a claim with its language is read', () => {
    const claimReviewed = { '@value': 'The moon is made of cheese.', '@language': 'en' };
    expect(claimOf(feed(review({ claimReviewed })))?.statement).toBe('The moon is made of cheese.');
  });

  test('a rating in figures, or none, is told as it is', () => {
    expect(claimOf(feed(review({ reviewRating: { ratingValue: 2 } })))?.evidence[0]?.summary).toBe('Checkers rated this “2”.');
    expect(claimOf(feed(review({ reviewRating: undefined })))?.evidence[0]?.summary).toBe(
      'Checkers reviewed this claim; the feed gives no rating.',
    );
  });

  test('a dangerous address is left out, not followed', () => {
    const read = parseClaimReviews(feed(review({ url: 'javascript:alert(1)' })), about);
    expect(read.ok && read.pack.sources.every(({ url }) => url === undefined)).toBe(true);
  });
});

describe('the language of a feed that states none is that of most of its reviews', () => {
  test.each([
    [['de', 'de', 'fr'], 'de'],
    [['de', undefined, 'de'], 'de'],
    [['pt-BR', 'pt-BR', 'pt'], 'pt-BR'],
    [['de-DE', 'de-AT', 'fr'], 'de'],
    [['de', 'fr'], 'en'],
    [['de', undefined, undefined], 'en'],
    [[undefined], 'en'],
  ])('%j: %s', (languages, wanted) => {
    const reviews = languages.map((inLanguage, i) => review({ '@id': `r${i}`, inLanguage }));
    const read = parseClaimReviews(feed(...reviews), about);
    expect(read.ok && read.pack.language).toBe(wanted);
    const stated = parseClaimReviews({ ...feed(...reviews), inLanguage: 'nl' }, about);
    expect(stated.ok && stated.pack.language).toBe('nl');
  });
});

describe('what cannot be used is named', () => {
  test('a review that does not say what it reviews, and one with a taken id, are skipped', () => {
    const read = parseClaimReviews(feed(review(), review({ claimReviewed: ' ', '@id': 'r2' }), review()), about);
    expect(read.ok && read.skipped.map(({ path }) => path)).toEqual([
      'dataFeedElement[1].item[0].claimReviewed',
      'dataFeedElement[2].item[0]',
    ]);
  });
  test('of a claim that is too long the limit is told; of a feed that is one review the key', () => {
    const read = parseClaimReviews(review({ claimReviewed: 'x'.repeat(3000) }), about);
    expect(!read.ok && read.problems).toMatchObject([
      { path: 'claimReviewed', expected: 'the claim in words, at most 2000 characters', got: expect.stringMatching(/3000 char/) },
    ]);
  });
  /** One sign that normalising unfolds to eighteen. */
  const WIDE = '\uFDFA';
  const names = (count: number) => ['a', 'b', 'c', 'd'].map((name) => ({ name: name + WIDE.repeat(count) }));
  test.each([
    [
      'a rating and a name that are too long together',
      { author: names(24)[0], reviewRating: { alternateName: WIDE.repeat(100) } },
    ],
    ['claimants that are too long together', { itemReviewed: { author: names(30) } }],
    ['publishers that are too long together', { author: names(30) }],
  ])('%s cost that review, not the others', (_, more) => {
    const good = Array.from({ length: 50 }, (_, i) => review({ '@id': `good${i}` }));
    const read = parseClaimReviews(feed(...good, review({ '@id': 'bad', ...more })), about);
    expect(read.ok && read.pack.claims.length).toBe(50);
    expect(read.ok && read.skipped).toMatchObject([
      {
        path: 'dataFeedElement[50].item[0]',
        expected: expect.stringMatching(/^text of at most 2000 characters after normalising/),
      },
    ]);
  });

  test('a feed of many publishers with long names is named by their beginning', () => {
    const read = parseClaimReviews(feed(...names(90).map((author, i) => review({ '@id': `r${i}`, author }))), about);
    expect(read.ok && read.pack.claims.length).toBe(4);
    expect(read.ok && read.pack.publisher.normalize('NFKC').length).toBeLessThanOrEqual(500);
  });

  test.each([null, 1, 'x', [], {}, { '@type': 'Article' }, feed()])('%j is no feed', (json) => {
    const read = parseClaimReviews(json, about);
    expect(!read.ok && read.problems[0]?.expected).toMatch(/ClaimReview/);
  });
  test('a feed nested too deep is not followed', () => {
    let json: unknown = review();
    for (let depth = 0; depth < 5000; depth++) json = [json];
    expect(parseClaimReviews(json, about).ok).toBe(false);
  });
});

describe('dates of feeds', () => {
  test.each([
    ['2019-10-22', '2019-10-22'],
    ['2019-10-22T23:59:59+02:00', '2019-10-22'],
    ['26 May 2015', '2015-05-26'],
    ['3  Sept. 2015', '2015-09-03'],
    ['1st December, 2023', '2023-12-01'],
    ['12 octobre 2019', '2019-10-12'],
    ['3 septiembre 2019', '2019-09-03'],
    ['Mayor 12, 2019', null],
    ['the 12 Marathons 2019', null],
    ['Marathon 2019', null],
    ['stated on October 22, 2019 in a speech:', '2019-10-22'],
    ['stated on Nov 5, 2020 in in a tweet', '2020-11-05'],
    ['December 2023', '2023-12'],
    ['2019', '2019'],
    ['31 February 2019', null],
    ['Originally published when things were otherwise', null],
    ['12345678', null],
    ['', null],
    [20191022, null],
    [null, null],
    [`${'x'.repeat(300)} 2019-10-22`, null],
  ])('%j: %s', (text, date) => expect(dateIn(text)).toBe(date));
  test.each([
    ['https://x.example/2019/oct/30/who/', '2019-10-30'],
    ['https://x.example/2019/10/30/who/', '2019-10-30'],
    ['https://x.example/2019/13/30/who/', null],
    ['https://x.example/who/', null],
    [undefined, null],
  ])('in %s: %s', (address, date) => expect(dateInAddress(address)).toBe(date));
  test.each([
    ['stated on October 22, 2019 in a speech:', 'in a speech'],
    ['stated on  October 13, 2015  in the first Democratic debate.:', 'in the first Democratic debate'],
    ['stated on October 22, 2019:', undefined],
    ['26 May 2015', undefined],
    [`stated on October 22, 2019 in ${'a long '.repeat(20)}speech:`, undefined],
    [20191022, undefined],
  ])('where a claim was made, of %j: %s', (text, occasion) => expect(occasionIn(text)).toBe(occasion));
});

test('a feed of 20,000 reviews takes seconds, not minutes', () => {
  const many = feed(
    ...Array.from({ length: 20_000 }, (_, i) =>
      review({ '@id': `r${i}`, itemReviewed: { author: { name: `Person ${i % 500}` } } }),
    ),
  );
  const start = performance.now();
  const read = parseClaimReviews(many, about);
  expect(read.ok && read.pack.claims.length).toBe(20_000);
  expect(performance.now() - start).toBeLessThan(15_000);
});

test('thousands of claims at one address, whose numbers are taken, take no longer', () => {
  const count = 20_000;
  const url = 'https://checkers.example/a';
  const numbers = Array.from({ length: count }, (_, i) => i);
  const reviews = [
    ...numbers.map((i) => ({ '@type': 'ClaimReview', '@id': `${url}#${i + 2}`, claimReviewed: `One ${i}` })),
    ...numbers.map((i) => ({ '@type': 'ClaimReview', url, claimReviewed: `Other ${i}` })),
  ];
  const start = performance.now();
  const read = parseClaimReviews(reviews, about);
  expect(read.ok && read.pack.claims.length).toBe(2 * count);
  expect(performance.now() - start).toBeLessThan(15_000);
});

test('any values under the keys of a review: never throws, and what is read is a valid pack', () => {
  const value = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary', maxLength: 300 }), fc.constant('x'.repeat(5000)));
  const record = fc.record(
    {
      '@id': value,
      url: value,
      name: value,
      claimReviewed: value,
      datePublished: value,
      author: value,
      itemReviewed: value,
      reviewRating: value,
      inLanguage: value,
    },
    { requiredKeys: [] },
  );
  let read = 0;
  fc.assert(
    fc.property(record, (values) => {
      const result = parseClaimReviews(feed(review(), { ...review({ '@id': 'r2' }), ...values }), about);
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      read += result.pack.claims.length;
      expect(parsePack(JSON.parse(JSON.stringify(result.pack))).ok).toBe(true);
    }),
    RUNS,
  );
  expect(read).toBeGreaterThanOrEqual(atLeast(1100));
});
