// What a sentence says, apart from who says so.
import { describe, expect, it } from 'vitest';
import { newAttribution } from '../../src/match/wordings/attribution.ts';
import { compileWordings } from '../../src/match/wordings/compile.ts';
import { newReading } from '../../src/match/wordings/reading.ts';
import { newLexicon } from '../../src/text/lexicon.ts';
import { newWords, splitWords } from '../../src/text/words.ts';

const lexicon = newLexicon();
const sayingOf = newAttribution(lexicon);
const words = newWords();
/** A sentence before it in the text: offsets and words are counted from elsewhere. */
const BEFORE = 'Something else, he said. ';

const kept = (sentence: string): string => {
  const text = BEFORE + sentence;
  splitWords(text, words);
  const first = 4;
  const lex = Int32Array.from({ length: words.count - first }, (_, i) => lexicon.lookUp(text, words, first + i));
  const { from, to } = sayingOf(text, words, first, { words: lex.length, lex });
  return text.slice(words.start[first + from], words.end[first + to - 1]);
};

const CORE = 'the two generals have met in secret';

describe('what is passed over', () => {
  it.each([
    `According to a paper of record, ${CORE}.`,
    `According to people with knowledge of the matter, ${CORE}.`,
    `As the weekly wrote on Sunday, ${CORE}.`,
    `In an article published on 3 March, ${CORE}.`,
    `Officials said on Thursday that ${CORE}.`,
    `The agency reported that ${CORE}.`,
    `Jane Q. Smith: ${CORE}.`,
    `${CORE}, the agency reported on Monday.`,
    `${CORE}, said a diplomat in Oslo.`,
    `${CORE}, according to two people.`,
    `“${CORE},” a spokeswoman said last week.`,
    `According to the agency, ${CORE}, one diplomat said.`,
  ])('in “%s”', (sentence) => {
    expect(kept(sentence)).toBe(CORE);
  });

  it.each([
    // Says something itself, or says no, or of whom the sentences before tell.
    `${CORE}, and the magazine reported a stalemate.`,
    `${CORE}, the magazine reported a stalemate.`,
    `${CORE}, which nobody said.`,
    `Nobody said that ${CORE}.`,
    `${CORE}, no official said.`,
    `He said that ${CORE}.`,
    `Officials denied that ${CORE}.`,
    `As winter came, ${CORE}.`,
    `In the autumn, ${CORE}.`,
    `There is one thing: ${CORE}.`,
    'They met, he said.',
    'According to him.',
  ])('nothing of “%s”', (sentence) => {
    expect(kept(sentence)).toBe(sentence.replaceAll(/^“|[.”]+$/gu, ''));
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
    expect(read([`Brenner said that ${TOLD}`])).toEqual([`Brenner said that ${TOLD}`]);
  });

  it('takes an ambiguous name for one only where the page has named whom it means', () => {
    const sentence = `${TOLD}, the minister said`;
    expect(read([sentence])).toEqual([TOLD]);
    expect(read(['Brenner spoke.', sentence])).toEqual(['Brenner spoke', sentence]);
  });
});
