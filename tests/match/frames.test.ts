// The words around a claim, wherever its sentence stands and however long it is.
import { describe, expect, it } from 'vitest';
import { type Frame, frameOf } from '../../src/match/frames/frames.ts';

const CLAIM = 'the generals met in secret';
/** The frame of the claim in a sentence that stands behind another. */
const framed = (before: string, after: string): { readonly text: string; readonly frame: Frame } => {
  const lead = 'It rained. ';
  const text = `${lead}${before}${CLAIM}${after}`;
  const start = lead.length;
  const at = start + before.length;
  const generals = at + CLAIM.indexOf('generals');
  const secret = at + CLAIM.indexOf('secret');
  const agreed = [
    { start: generals, end: generals + 'generals'.length, weight: 0.5 },
    { start: secret, end: secret + 'secret'.length, weight: 0.5 },
  ];
  return { text, frame: frameOf(text, start, text.length, agreed) };
};
const said = ({ text, frame }: ReturnType<typeof framed>): string[] =>
  frame.given.map(({ start, end }) => text.slice(start, end));

const FILLER = 'and the river froze over ';
describe.each([
  ['a short sentence', 1],
  ['one that reaches further than is read', 20],
  ['one that is not read whole', 120],
])('the frame in %s', (_, times) => {
  const long = FILLER.repeat(times);

  it('has the claim where it stands', () => {
    const { text, frame } = framed(long, `, ${long}.`);
    const word = (i: number): string => text.slice(frame.given[i]?.start, frame.given[i]?.end);
    expect([word(frame.first), word(frame.last)]).toEqual(['generals', 'secret']);
  });

  it('has whole words only, those beside the claim', () => {
    const words = said(framed(`Nobody ${long}`, `, ${long}finally.`));
    expect(words.join(' ')).toContain('froze over the generals met in secret , and the');
    expect(words.every((word) => ['Nobody', 'finally', ',', ...`${FILLER}${CLAIM}`.split(' ')].includes(word))).toBe(true);
    expect(words.includes('Nobody')).toBe(times === 1);
    expect(words.includes('finally')).toBe(times === 1);
  });
});
