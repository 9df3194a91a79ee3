import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { margins } from '../../src/text/margins.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { RUNS } from '../runs.ts';

const kept = (text: string): string => text.slice(...margins(text));
const SENTENCE = 'Ukrainian officials denied on Friday that the generals had met.';

describe('what stands around the sentences of a block', () => {
  it.each([
    'KYIV, Dec 2 (Reuters) - ',
    'KYIV/MOSCOW, 2 December (Northwire) — ',
    'WASHINGTON (AP) — ',
    'PARIS—',
    'Kyiv, Ukraine — ',
    'Tel Aviv, Israel – ',
    'WEST PALM BEACH, Fla.—',
    'BRIDGEWATER, N.J. — ',
    'ST. PETERSBURG, Russia – ',
    'LONDON, Dec. 2, 2023 /PRNewswire/ -- ',
    'MOSCOW, December 2. /TASS/. ',
    'MOSCOW. Dec 2 (Interfax) - ',
    'Kyiv (Ukraine) (AFP) – ',
    'Kiew (dpa) - ',
    'Lake Buena Vista, Florida (CNN) - ',
    '(CNN) -- ',
    'By Ana Pereira | 2 Dec 2023 ',
    'By Ana Pereira and Jo de Wit, December 2, 2023 ',
    'date 2023-12-02 ',
    'Last updated: 02.12.2023 14:35 ',
    'Published 2 December 2023 at 2:35 p.m. ET | ',
    'Sat, 2 Dec 2023 ',
    '14:35 GMT ',
    '2 hours ago ',
    '5 min read · ',
    'BREAKING: ',
    'Analysis | ',
    'Photo caption: ',
    'RT @some_one: ',
    '3. ',
  ])('leaves out %s', (leadIn) => {
    expect(kept(leadIn + SENTENCE)).toBe(SENTENCE);
  });

  it.each([
    ' https://example.org/a?b=1',
    ' #Ukraine #peace',
    ' #Ukraine',
    ' Share Tweet',
    ' Advertisement Read more',
    ' #Ukraine https://example.org/a',
    ' Read more »',
    'Advertisement',
    ' (Photo: A. Pereira/AP)',
    ' (AP Photo/Ana Pereira)',
    ' (Editing by Jo Wit).',
    ' (Reporting by Ana Pereira in Kyiv; Editing by Jo de Wit)',
    ' (Photo by Ana Pereira/Getty Images)',
    ' (Reuters, 2 December 2023).',
  ])('leaves out%s at the end', (leadOut) => {
    expect(kept(SENTENCE + leadOut).trimEnd()).toBe(SENTENCE);
  });

  it.each([' - BBC News', ' | The Daily Herald', ' — Reuters', ' – example.com'])(
    'leaves out the name of the site:%s',
    (site) => {
      expect(kept(`Generals have met in secret${site}`)).toBe('Generals have met in secret');
    },
  );

  it.each([
    'FALSE — Zaluzhny and Gerasimov negotiated in secret.',
    '(False) - They negotiated in secret.',
    '(FALSE) - They negotiated in secret.',
    'FACT CHECK - They negotiated in secret.',
    'KREMLIN — No talks took place.',
    'Peskov (Kremlin) – No talks took place.',
    'UKRAINE–RUSSIA TALKS COLLAPSE',
    'KYIV–MOSCOW TALKS COLLAPSE',
    'UKRAINE - Generals negotiate in secret',
    'Putin is ready to negotiate with #Ukraine',
    'They met in secret. #fake',
    'Generals In Secret Talks – Kremlin Slams Fake News',
    'Ukraine War | Kremlin Denies News',
    '2.5 Million Ukrainians have fled.',
    'NATO — Ukraine’s hope — is far away.',
    'NATO — which Ukraine wants to join — said nothing.',
    'U.S. – Ukraine ties are strained.',
    'Russia – Ukraine talks have begun.',
    'On 2 December 2023 Hersh wrote of generals.',
    '1 November 2023 was the day of the interview.',
    '1 November 2023: Zaluzhny speaks of a deadlock.',
    'December 2, 2023, was a Saturday.',
    'By Christmas 2023 Russia would have won.',
    'By Seymour Hersh’s account the generals have met.',
    '2023 was a hard year.',
    '17 kilometres in five months, he said.',
    'Kremlin: We never negotiated.',
    'Putin does not object – Hersh',
    'The generals have met (see below).',
    'Ukraine, Russia – Generals Talk Peace',
    'US, Russia – Generals Talk Peace',
    'Putin, Russia – We Never Negotiate',
    'The army fled (Video by Kremlin staff shows tanks)',
    'It is faster (Writing by hand, that is)',
    'Zaluzhny, Ukraine’s commander, is in talks.',
    'He lied (in an interview by phone).',
    'He wrote it (Hersh, that is).',
    'Read more: the generals have met.',
  ])('keeps all of %s', (text) => {
    expect(kept(text)).toBe(text);
  });

  it('takes no word for the zone of an hour', () => {
    expect(kept('14:35 US Officials deny talks')).toBe('US Officials deny talks');
    expect(kept('2 December 2023 14:35 EU Leaders reject talks')).toBe('EU Leaders reject talks');
  });

  it('gives the sentences of a block their own places in its text', () => {
    const text = `KYIV, Dec 2 (Reuters) - ${SENTENCE} “Nonsense,” said one. Read more`;
    const bounds = splitSentences(text);
    const sentences = bounds.flatMap((from, i) => (i % 2 === 0 ? [text.slice(from, bounds[i + 1])] : []));
    expect(sentences).toEqual([SENTENCE, '“Nonsense,” said one.']);
  });

  it('leaves something of every text, in its bounds', () => {
    const piece = fc.constantFrom(
      'KYIV',
      ', ',
      'Dec 2',
      ' (Reuters)',
      ' - ',
      '|',
      'By ',
      'Jo Wit',
      '2023-12-02',
      ' ',
      '#a',
      ' www.a.b',
      '(',
      ')',
      '.',
      'É',
      '🧵',
      'The end',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const [from, to] = margins(text);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(text.length);
        if (text !== '') expect(from).toBeLessThan(to);
      }),
      RUNS,
    );
  });

  it('comes to an end with hostile texts', () => {
    // Patterns that try every way of parting these would not.
    const long = 150;
    for (const text of [
      `By A${' Bc'.repeat(long)} | `,
      `| By ${'Ab, '.repeat(long)}`,
      `${'KYIV/'.repeat(20)} | ${'KYIV, '.repeat(long)}`,
      `2023 ${'Mon, '.repeat(long)}`,
      `A: ${'A'.repeat(200_000)}`,
      `:${' '.repeat(200_000)}#a`,
      `The end.${' #a'.repeat(50_000)}#`,
      `The end.${' Read more'.repeat(20_000)} at`,
      `( ${'(Photo: '.repeat(long)}`,
    ]) {
      const [from, to] = margins(text);
      expect(from).toBeLessThan(to);
    }
  });
});
