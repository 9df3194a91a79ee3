// Sentences a second, decision included, against general search libraries over the same claims: one query a sentence.
// They only retrieve; none decides whether the sentence makes the claim.
import FlexSearch from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Claim } from '../../src/claims/types.ts';
import { open } from '../../src/match/open.ts';
import { compileClaims } from './claims.ts';
import { collectGarbage, median, timeOf } from './measure.ts';

export interface EngineFigure {
  readonly engine: string;
  readonly sentencesASecond: number;
  /** Our sentences a second over the engine's, measured by turns; 1 for ours. */
  readonly timesSlower: number;
  /** Sentences asked a round. */
  readonly sample: number;
  /** Milliseconds to build the index, bytes it holds (heap and typed arrays). */
  readonly build: number;
  readonly bytes: number;
}

export interface EnginesFigure {
  readonly claims: number;
  readonly given: boolean;
  readonly engines: readonly EngineFigure[];
}

type Ask = (sentence: string) => unknown;

/** As many answers as ranking papers look at. */
const ANSWERS = 5;

// MiniSearch as its README sets it up: default tokenizer and lower case, BM25+, any word may match, no fuzzy or prefix search
// (both only cost time and harm here).
const miniSearch = (claims: readonly Claim[]): Ask => {
  const engine = new MiniSearch<{ id: number; statement: string }>({ fields: ['statement'] });
  engine.addAll(claims.map(({ statement }, id) => ({ id, statement })));
  return (sentence) => engine.search(sentence).slice(0, ANSWERS);
};

// FlexSearch with its default encoder and whole words; `suggest` lets a claim match that lacks a word of the sentence,
// without it no sentence finds anything.
const flexSearch = (claims: readonly Claim[]): Ask => {
  const engine = new FlexSearch.Index({ tokenize: 'strict' });
  claims.forEach(({ statement }, id) => {
    engine.add(id, statement);
  });
  return (sentence) => engine.search(sentence, { limit: ANSWERS, suggest: true });
};

// Fuse.js by default settings, but wherever in the claim the words stand (`ignoreLocation`): it is made for short patterns.
const fuse = (claims: readonly Claim[]): Ask => {
  const engine = new Fuse(
    claims.map(({ statement }) => statement),
    { ignoreLocation: true, includeScore: true },
  );
  return (sentence) => engine.search(sentence, { limit: ANSWERS });
};

const inUse = (): number => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const built = (make: () => Ask): { readonly ask: Ask; readonly build: number; readonly bytes: number } => {
  const before = inUse();
  const started = performance.now();
  const ask = make();
  const build = performance.now() - started;
  return { ask, build, bytes: inUse() - before };
};

export interface Samples {
  readonly miniSearch: number;
  readonly flexSearch: number;
  readonly fuse: number;
}

export const benchEngines = (
  claims: readonly Claim[],
  given: boolean,
  sentences: readonly string[],
  samples: Samples,
  rounds: number,
): EnginesFigure => {
  const bytes = compileClaims(claims);
  const ours = built(() => {
    const matcher = open(bytes.slice());
    return (sentence) => matcher.match([{ text: sentence }], { language: 'en' });
  });
  const all = (): number =>
    timeOf(() => {
      for (const sentence of sentences) ours.ask(sentence);
    }) / sentences.length;
  for (let i = 0; i < 3; i++) all();
  const others = [
    { engine: 'MiniSearch', make: miniSearch, sample: samples.miniSearch },
    { engine: 'FlexSearch', make: flexSearch, sample: samples.flexSearch },
    { engine: 'Fuse.js', make: fuse, sample: samples.fuse },
  ];
  const own: number[] = [];
  const engines = others.map(({ engine, make, sample }): EngineFigure => {
    const { ask, build, bytes: held } = built(() => make(claims));
    const taken: number[] = [];
    const ratios: number[] = [];
    const count = Math.min(sample, sentences.length);
    ask(sentences[0] ?? '');
    for (let round = 0; round < rounds; round++) {
      const mine = all();
      const theirs =
        timeOf(() => {
          // Evenly spread over the text, others each round.
          for (let i = 0; i < count; i++) ask(sentences[Math.floor(((i + round / rounds) * sentences.length) / count)] ?? '');
        }) / count;
      own.push(mine);
      taken.push(theirs);
      ratios.push(theirs / mine);
    }
    return { engine, sentencesASecond: 1000 / median(taken), timesSlower: median(ratios), sample: count, build, bytes: held };
  });
  const sidelight = {
    engine: 'Sidelight',
    sentencesASecond: 1000 / median(own),
    timesSlower: 1,
    sample: sentences.length,
    build: ours.build,
    bytes: ours.bytes,
  };
  return { claims: claims.length, given, engines: [sidelight, ...engines] };
};
