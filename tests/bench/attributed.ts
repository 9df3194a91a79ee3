// Blocks of labelled pages with what real pages put around a sentence: who wrote it, where it stood, what can be done with it.
// Names are invented. What stands around a sentence in a regular form is left out by src/text/margins.ts; this is what is not.
import type { Block } from '../../src/match/types.ts';
import { randomFrom } from './random.ts';

const NAMES = ['Ilse Tharaud', 'Bram Okonjo', 'Petra Lindqvist', 'Milo Castellane', 'Greta Oyelaran', 'Tom Harkaway'];
const OUTLETS = ['the Morning Ledger', 'Kestrel Weekly', 'the Northern Echo Review', 'Meridian Dispatch', 'a Danish daily'];
const DAYS = ['Monday', 'Wednesday', 'Thursday', 'Saturday'];
const CITIES = ['Oslo', 'Toronto', 'Vienna', 'Leipzig'];

type Draw = <One>(list: readonly One[]) => One;
type Dress = (text: string, draw: Draw) => string;
/** “Russia …” after a comma, “the army …” after one. */
export const goingOn = (text: string): string =>
  /^(?:The|A|An|It|He|She|They|There|In|For|But|And)\b/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
export const withoutStop = (text: string): string => text.replace(/\.$/u, '');

const WAYS: readonly Dress[] = [
  (text, draw) => `${draw(NAMES)}: ${text}`,
  (text, draw) => `${draw(NAMES)}, ${draw(CITIES)}: “${text}”`,
  (text, draw) => `As ${draw(OUTLETS)} wrote on ${draw(DAYS)}, ${goingOn(text)}`,
  (text, draw) => `In an article that came out on ${draw(DAYS)} one reads that ${goingOn(text)}`,
  (text, draw) => `Writing in ${draw(OUTLETS)}, ${draw(NAMES)} maintains that ${goingOn(text)}`,
  (text, draw) => `Readers of ${draw(OUTLETS)} learn this: ${text}`,
  (text, draw) => `${withoutStop(text)}, ${draw(OUTLETS)} has it.`,
  (text, draw) => `${withoutStop(text)}, as ${draw(NAMES)} put it to listeners in ${draw(CITIES)}.`,
  (text, draw) => `${withoutStop(text)} – ${draw(NAMES)}`,
  (text, draw) => `${text} Save Print ${1 + draw(DAYS).length} comments`,
  (text, draw) => `${withoutStop(text)} (${draw(NAMES)} for ${draw(OUTLETS)})`,
];

/** The same blocks, every one dressed in a way of its own. @param seed the same one gives the same blocks */
export const attributed = (blocks: readonly Block[], seed: number): Block[] => {
  const random = randomFrom(seed);
  const draw: Draw = (list) => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('expected a list that is not empty');
    return one;
  };
  return blocks.map((block) => ({ ...block, text: draw(WAYS)(block.text, draw) }));
};
