// What a sentence says, apart from who says so.
import { describe, expect, it } from 'vitest';
import { newAttribution } from '../../src/match/wordings/attribution.ts';
import { compileWordings } from '../../src/match/wordings/compile.ts';
import { newReading } from '../../src/match/wordings/reading.ts';
import { newScorer } from '../../src/match/wordings/scorer.ts';
import { newLexicon } from '../../src/text/lexicon.ts';
import { newWords, splitWords } from '../../src/text/words.ts';

const lexicon = newLexicon();
const sayingOf = newAttribution(lexicon);
const words = newWords();
/** A sentence before it in the text: offsets and words are counted from elsewhere. */
const BEFORE = 'Something else, he said. ';
const WORDS_BEFORE = 4;
/** Words that the pack's texts hold. */
const KNOWN = new Set('hoax alert false fake news peace talks secret myth deadlock the a two general generals'.split(' '));

const kept = (sentence: string, isHeading = false): string => {
  const text = BEFORE + sentence;
  splitWords(text, words);
  const first = WORDS_BEFORE;
  const at = Array.from({ length: words.count - first }, (_, i) => first + i);
  const lex = Int32Array.from(at, (i) => lexicon.lookUp(text, words, i));
  const stem = Int32Array.from(at, (i) => (KNOWN.has(text.slice(words.start[i], words.end[i]).toLowerCase()) ? 1 : -1));
  const { from, to } = sayingOf(text, words, first, { words: at.length, lex, stem }, isHeading);
  return text.slice(words.start[first + from], words.end[first + to - 1]);
};

const CORE = 'the two generals have met in secret';

describe('what is passed over', () => {
  it.each([
    `According to a paper of record, ${CORE}.`,
    `According to people with knowledge of the matter, ${CORE}.`,
    `As the weekly wrote on Sunday, ${CORE}.`,
    `As two officials said, ${CORE}.`,
    `In an article published on 3 March, ${CORE}.`,
    `In a long interview with a weekly, ${CORE}.`,
    `Officials said on Thursday that ${CORE}.`,
    `Officials told reporters in Oslo that ${CORE}.`,
    `The agency reported that ${CORE}.`,
    `Jane Q. Smith: ${CORE}.`,
    `${CORE}, the agency reported on Monday.`,
    `${CORE}, an official told a paper.`,
    `${CORE}, said a diplomat in Oslo.`,
    `${CORE}, said Jane Smith.`,
    `${CORE}, according to two people.`,
    `“${CORE},” a spokeswoman said last week.`,
    `According to the agency, ${CORE}, one diplomat said.`,
  ])('in “%s”', (sentence) => {
    expect(kept(sentence)).toBe(CORE);
  });

  it.each([
    // What is said is said there.
    `${CORE}, and the magazine reported a stalemate.`,
    `${CORE}, the magazine reported a stalemate.`,
    `${CORE}, violating the ceasefire announced on Friday.`,
    `${CORE}, far more than the ministry claimed.`,
    `${CORE}, the allies added to the pressure.`,
    `${CORE}, their side insisted on victory.`,
    `${CORE}, is that the editors were told.`,
    `${CORE}, says he will build a wall.`,
    `${CORE}, told the president and left.`,
    `As the rebels claimed the city, ${CORE}.`,
    `As reports emerged of a deal, ${CORE}.`,
    `As winter came, ${CORE}.`,
    `In the autumn, ${CORE}.`,
    `In a column of tanks, ${CORE}.`,
    `In the report that came too late, ${CORE}.`,
    `The ministry announced a ceasefire on Friday that ${CORE}.`,
    `It is too simple to say that ${CORE}.`,
    `Who says that ${CORE}.`,
    `A voice said at the inn that ${CORE}.`,
    `Deadlock: ${CORE}.`,
    `Peace Talks: ${CORE}.`,
    `There is one thing: ${CORE}.`,
    // They deny or doubt.
    `False News: ${CORE}.`,
    `Hoax Alert: ${CORE}.`,
    `The ministry wouldn't say that ${CORE}.`,
    `The agency falsely claimed that ${CORE}.`,
    `Two doubting officials said that ${CORE}.`,
    `${CORE}, no official said.`,
    `${CORE}, the agency has not said.`,
    `${CORE}, according to a lie.`,
    `Nobody said that ${CORE}.`,
    `Officials denied that ${CORE}.`,
    // The sentences before tell who it is.
    `He said that ${CORE}.`,
    `${CORE}, he said.`,
    // Nothing much is left.
    'They met, officials said.',
    'According to him.',
    // Longer than who says so is.
    `According to ${'a friend of '.repeat(5)}theirs, ${CORE}.`,
    `Jane ${'Smith '.repeat(5)}: ${CORE}.`,
    `${CORE}, the agency said on ${'Monday and '.repeat(5)}Tuesday.`,
    `The paper's old and very tired editors said that ${CORE}.`,
    `Officials told ${'one another and '.repeat(3)}reporters that ${CORE}.`,
  ])('nothing of “%s”', (sentence) => {
    expect(kept(sentence)).toBe(sentence.replaceAll(/^“|[.”]+$/gu, ''));
  });

  it('no name in a heading, where everything may stand in capitals', () => {
    expect(kept(`Jane Smith: ${CORE}`)).toBe(CORE);
    expect(kept(`Jane Smith: ${CORE}`, true)).toBe(`Jane Smith: ${CORE}`);
  });
});

describe('a reading', () => {
  const index = compileWordings({
    concepts: [
      {
        members: ['Brenner'],
        ambiguous: [{ text: 'the minister', near: [0] }],
        standsFor: [],
        related: [],
        opposite: [],
        name: true,
      },
    ],
    claims: [{ texts: [{ text: 'Brenner closed the harbour for the winter.', relation: 'asserts' }] }],
  });
  /** Words of the sentences that are read, one after the other. */
  const read = (sentences: readonly string[]): string[] => {
    const reading = newReading(index, newLexicon());
    return sentences.map((sentence) => {
      splitWords(sentence, words);
      reading.read(sentence, words, 0, words.count, false);
      const { from, analysis } = reading;
      return sentence.slice(words.start[from], words.end[from + analysis.words - 1]);
    });
  };
  const TOLD = 'the harbour was closed for the winter';

  it('passes over who says so, if that is none of the pack’s names', () => {
    expect(read([`Officials said that ${TOLD}`, `${TOLD}, two captains said`])).toEqual([TOLD, TOLD]);
    expect(read([`The Brenner people said that ${TOLD}`])).toEqual([`The Brenner people said that ${TOLD}`]);
  });

  it('takes an ambiguous name for one only where the page has named whom it means', () => {
    const sentence = `${TOLD}, the minister said`;
    expect(read([sentence])).toEqual([TOLD]);
    expect(read(['Brenner spoke.', sentence])).toEqual(['Brenner spoke', sentence]);
  });

  it('remembers names after it as they are written, and finds what agreed where it stands', () => {
    const scorer = newScorer(index, newLexicon(), null);
    const text = `Once more. Officials said that Brenner closed the harbour for the winter.`;
    const start = text.indexOf('Officials');
    splitWords(text, words, start);
    const [one] = scorer.score(text, words, 0, words.count, false);
    const agreed = one?.grounds.agreed ?? [];
    expect(agreed.flatMap((from, i) => (i % 3 === 0 ? [text.slice(from, agreed[i + 1])] : []))).toEqual([
      'Brenner',
      'closed',
      'harbour',
      'winter',
    ]);
    expect(scorer.reading.nameOf(0)).toBe('Brenner');
    expect(text.slice(one?.part[0], one?.part[0] === undefined ? 0 : one.part[0] + 7)).toBe('Brenner');
    // Read again, nothing of the first time is left.
    expect(scorer.score(text, words, 0, words.count, false)[0]?.grounds).toEqual(one?.grounds);
  });
});
