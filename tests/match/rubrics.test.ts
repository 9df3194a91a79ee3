// Lines that only name what a claim is about, as beside every article about the matter, are no claims. None of them taught the engine.
import { expect, test } from 'vitest';
import { compile } from '../../src/claims/compile.ts';
import { open } from '../../src/match/open.ts';
import { loadPack } from '../cli/load-pack.ts';

const RUBRICS = [
  'How prisoners of war are exchanged',
  'What the Comprehensive Nuclear-Test-Ban Treaty says',
  'Zaluzhny: a portrait',
  'Five questions about martial law in Ukraine',
  'The Kremlin and the general',
  'Valery Gerasimov: the making of a soldier',
  'Where the front line runs today: a map',
  'Explained: how a country joins NATO',
  'Elections in wartime, a history',
  'Timeline: the war in Ukraine, month by month',
  'Seymour Hersh and his sources',
  'Opinion: What a ceasefire would mean',
  "Zelensky's decree, one year on",
  'Inside the office of the president',
  'A short history of secret talks',
  'Why anonymous sources matter',
  'Crimea, from Catherine to Putin',
  'NATO and Ukraine: all our reporting',
  'The four regions and their people',
  'What Zaluzhny wrote in The Economist',
  'Letters: your views on the peace talks',
  'Podcast: The general and the president',
  'Readers ask: can a country at war hold elections?',
  'Interview: A mediator on how negotiations begin',
  'Conscription in Ukraine: who can be called up and who cannot',
  'In pictures: winter at the front',
  'The Baltic states and their borders',
  'Moldova between two blocs',
  'More on this: The White House and Ukraine',
  'Book review: a life of Gerasimov',
  'The Istanbul talks of 2022: what was on the table',
  'Analysis of Russian losses: how they are counted',
  'Poland and the refugees, two years on',
  'Quiz: how much do you know about the war?',
  'How the Russian economy copes with sanctions',
  'Martin Dempsey on his career',
  "Lavrov's travels in November",
  'The Montenegro conference: programme and speakers',
  'How we report on unnamed officials',
  'Sign up for our newsletter on the war in Ukraine',
];
const HEADLINES = [
  ['Top generals of both armies in secret peace talks, reporter says', 'K27'],
  ['Zaluzhny tells The Economist: this war is a stalemate', 'K20'],
  ['Kremlin denies that Zaluzhny and Gerasimov are talking', 'K27'],
  ['Under the deal Putin would let Ukraine into NATO', 'K6'],
  ['Hersh: White House totally against the deal', 'K15'],
  ['No NATO troops on Ukrainian soil, says Hersh’s source', 'K8'],
  ['Zaluzhny never apologised, says general staff', 'K26'],
  ['Did Gerasimov tell Putin the war cannot be won?', 'K35'],
  ['Russia would pull troops back from Baltic borders under deal', 'K12'],
  ['Ceasefire in Ukraine by Christmas likely, blogger says', 'K60'],
] as const;
/** As on pages held out: one rubric in twenty may be lit, in a list and one by one, and one headline in five be missed. */
const MOST_LIT = 2;
const LEAST_HEADLINES = 8;

const matcher = open(compile(loadPack()));
const lit = (lines: readonly string[]) =>
  matcher
    .match(
      lines.map((text) => ({ text })),
      { title: 'The war in Ukraine: all our reporting', language: 'en' },
    )
    .map(({ claim, block }) => `K${claim + 1}: ${lines[block]}`);

test('rubrics, links and titles that name the matter of a claim stay dark, in a list and by themselves', () => {
  expect(lit(RUBRICS).length).toBeLessThanOrEqual(MOST_LIT);
  expect(RUBRICS.flatMap((line) => lit([line])).length).toBeLessThanOrEqual(MOST_LIT);
});

test('headlines that make a claim are lit among them', () => {
  const found = lit(RUBRICS.flatMap((rubric, i) => (i % 4 === 0 ? [rubric, HEADLINES[i / 4]?.[0] ?? ''] : [rubric])));
  const right = HEADLINES.filter(([line, claim]) => found.includes(`${claim}: ${line}`));
  expect(right.length).toBeGreaterThanOrEqual(LEAST_HEADLINES);
});
