// What the engine weighs on labelled texts, wordings and excerpts: rows to learn from and to judge. Tells and relation words are always
// those that were learned without what is read.
import { wordingsInput } from '../../src/claims/compile.ts';
import { textsOf } from '../../src/claims/texts.ts';
import type { Pack } from '../../src/claims/types.ts';
import type { Block } from '../../src/match/types.ts';
import { compileWordings } from '../../src/match/wordings/compile.ts';
import { at, setPage } from '../../src/match/wordings/features.ts';
import type { WordingsInput } from '../../src/match/wordings/input.ts';
import type { Columns } from '../../src/match/wordings/layout.ts';
import type { Promising } from '../../src/match/wordings/promise.ts';
import { newScorer, type Scorer } from '../../src/match/wordings/scorer.ts';
import { type Sighting, type Sightings, sightings } from '../../src/match/wordings/sightings.ts';
import { packTaught, type TaughtInput } from '../../src/match/wordings/taught.ts';
import { treatmentOf } from '../../src/match/wordings/treatment.ts';
import { type Lexicon, newLexicon } from '../../src/text/lexicon.ts';
import { IN, pageAround } from '../cli/pack/read-on-page.ts';
import { attributed } from './attributed.ts';
import type { Sample } from './boost.ts';
import { framed } from './framed.ts';
import { examplesOf, type LabelledPage, overlap } from './labelled.ts';
import { relationWordsByFold } from './learn-relation-words.ts';
import { stemsOf } from './learn-tells.ts';
import { tellsByFold, withTells } from './tells-by-fold.ts';
import { covers, FOLDS, type Given } from './wordings-given.ts';

/** The wordings are read by an index compiled without so many of them at a time: one in three. */
const WORDING_FOLDS = 3;
/** Weight of a wording among the samples of the decision, with the topic and company of a page about the story, … */
const WORDING_WEIGHT = 0.25;
/** … of a sentence read in a stretch of so many blocks: a note of a few lines, a paragraph that changed and is read again by itself. */
const EXCERPT_WEIGHT = 0.2;
/** One of ordinary news, which is no less likely to be a line in a list. */
const NEWS_EXCERPT_WEIGHT = 1;
const EXCERPTS = [4, 1];
/** A passage of a page of ours in the middle of a news article about something else, and a page with as many articles below it:
 * a claim made in passing, or above strangers' texts, is made all the same. */
const PASSING_WEIGHT = 0.5;
const PASSAGES = [0.25, 0.5, 0.75];
const TAILS = [0, 1, 4, 0];
/** A page of ours one in so many of whose blocks says who wrote it, or bears what pages put behind a text; these blocks teach. */
const ATTRIBUTED_EVERY = 3;
const ATTRIBUTED_WEIGHT = 0.4;
/** Of a wording in a frame, among the samples of the relation. */
const FRAMED_WEIGHT = 1;
/** The same of a labelled sentence. */
const FRAMED_PAGE_WEIGHT = 2;
/** Sentences that tell a little less than the engine asks for (LEAST_TELL) teach, too; they are not judged (learn-wordings.ts). */
const TEACHING_TELL = -1.25;
const STORY_TOPIC = 0.65;
/** Agreement of its other sentences. */
const STORY_OTHERS = 3;
const AGREEMENT = at('agreement');
const BEFORE = at('sameBefore');

export interface Origin {
  readonly set: Given['set'];
  readonly fold: number;
  readonly page: string;
}
export interface Row extends Origin {
  readonly claim: string;
  readonly quote: string;
  readonly seen: Sighting;
  readonly right: boolean;
  readonly near: boolean;
  readonly strength: string;
  readonly relation: string;
  readonly treatment: Float64Array;
  readonly wording: string;
}
export interface Missed extends Origin {
  readonly claim: string;
  readonly text: string;
  readonly strength: string;
}

/** What was read as one text, for the second look. `members` are by sighting, in their order. */
export interface Text<Member> extends Omit<Sightings, 'found'> {
  readonly fold: number;
  readonly members: readonly Member[];
}
export interface Excerpt extends Sample {
  readonly kind: 'stretch' | 'news' | 'passing' | 'attributed' | 'wording';
  readonly near: boolean;
  readonly seen: Sighting;
}

/** A text and how it treats its claim. */
export interface Treated {
  readonly treatment: Float64Array;
  readonly relation: string;
  readonly weight: number;
}
export interface Seen {
  readonly pages: readonly Text<Row>[];
  readonly missed: readonly Missed[];
  /** Of the wordings. */
  readonly treatments: readonly Treated[];
  /** Of labelled sentences in frames. */
  readonly framed: readonly (Treated & { readonly fold: number })[];
  readonly heard: readonly (Sample & { readonly third: number })[];
  /** The same on a page about the story, for the second look; `fold` is the third of the wordings. */
  readonly spoken: readonly Text<Excerpt>[];
  /** Stretches of the pages, read as texts of their own. */
  readonly excerpts: readonly Text<Excerpt>[];
}

/** Kinds of groups in a pack's thesaurus whose members are about its matter. */
const TOPICAL = new Set(['name', 'place', 'organisation', 'office', 'noun', 'number-phrase']);
const topicalStems = (pack: Pack, lexicon: Lexicon): Set<string> =>
  new Set(
    pack.thesaurus
      .filter(({ kind }) => TOPICAL.has(kind))
      .flatMap(({ members }) => members.map((member) => stemsOf(member, lexicon)))
      .flatMap(([stem, ...others]) => (stem !== undefined && others.length === 0 ? [stem] : [])),
  );

/** @param pack without `tells` and `taught`: what earlier learning told is left out of it */
export const newLook = (pack: Pack, given: readonly Given[]) => {
  // Whatever is read to teach or to judge the decision is read with tells that were learned without its fold (or third of the wordings).
  const wordingTexts = pack.claims.flatMap((claim) =>
    textsOf(claim).map(({ text, relation }, i) => ({
      claim: claim.id,
      text,
      relation,
      third: i === 0 ? -1 : (i - 1) % WORDING_FOLDS,
    })),
  );
  const { silent, tellsWithout } = tellsByFold(
    given.map(({ set, fold, page, passages = [] }) => ({
      page,
      fold,
      isNews: set === 'news',
      makes: ({ text, place }) =>
        page.labels.some((label) => covers(text, label.text)) || passages.some((passage) => passage.isIn(place)),
    })),
    wordingTexts,
  );

  /** Likewise the words that tell of the relation. */
  const lexicon = newLexicon();
  const relationWordsWithout = relationWordsByFold(
    wordingTexts,
    given.flatMap(({ page, fold }) =>
      page.labels.flatMap(({ text, claims }) => {
        const [relation, ...others] = new Set(claims.map((claim) => claim.relation));
        return relation && others.length === 0 ? [{ text, relation, fold }] : [];
      }),
    ),
    topicalStems(pack, lexicon),
    lexicon,
  );

  // The pack's own wordings teach too: each is read by an index compiled without it and a third of the others. Its own claim is
  // right, the others that it calls up are wrong; read as on a page about the story.
  const parts = Array.from({ length: WORDING_FOLDS }, (_, fold) => {
    const kept = pack.claims.map((claim) => ({
      ...claim,
      wordings: claim.wordings.filter((_, i) => i % WORDING_FOLDS !== fold),
    }));
    return { ...wordingsInput({ ...pack, claims: kept }), tells: silent };
  });
  const whole = { ...wordingsInput(pack), tells: silent };
  const examples = given.flatMap(({ set, page, fold }) =>
    set === 'ours' ? examplesOf(pack, [page]).map((example) => ({ fold, example })) : [],
  );
  const compiled = new Map<string, Columns>();
  /** Our labelled sentences teach an index, but for these folds. @param name of the input */
  const taughtWithout = (folds: readonly number[], name: string, input: WordingsInput): Columns => {
    const key = `${name} ${[...new Set(folds)].filter((fold) => fold >= 0 && fold < FOLDS).sort()}`;
    const before = compiled.get(key);
    if (before) return before;
    const taught = examples.filter(({ fold }) => !folds.includes(fold)).map(({ example }) => example);
    const columns = compileWordings({ ...input, examples: taught });
    compiled.set(key, columns);
    return columns;
  };

  /** Everything that the engine weighs when `promiseOf` turns away what promises too little. @param held fold that teaches nothing, or -1 */
  const look = (promiseOf: Promising | null, held: number): Seen => {
    const readers = Array.from({ length: FOLDS + 1 }, (_, fold) => {
      const index = withTells(taughtWithout([held, fold], 'whole', whole), tellsWithout([held, fold]));
      const scorer = newScorer(index, newLexicon(), promiseOf, {
        relationWords: relationWordsWithout([held, fold]),
        leastTell: TEACHING_TELL,
      });
      return { index, scorer };
    });
    const readerOf = (fold: number): { readonly index: Columns; readonly scorer: Scorer } => {
      const reader = readers[fold];
      if (!reader) throw new Error(`expected one of ${FOLDS + 1} folds, got ${fold}`);
      return reader;
    };
    const pages: Text<Row>[] = [];
    const missed: Missed[] = [];
    for (const { set, fold, page, passages = [] } of given) {
      const hit = new Set<string>();
      const { index, scorer } = readerOf(fold);
      const { found, topic, sentences } = sightings(scorer, page.page.blocks, { title: page.page.title });
      const members = found.map((one): Row => {
        const claim = pack.claims[one.claim]?.id ?? '';
        const quote = page.page.blocks[one.block]?.text.slice(one.start, one.end) ?? '';
        const label = page.labels.find((l, i) => {
          const isMade = l.claims.some((c) => c.id === claim) && covers(quote, l.text);
          if (isMade) hit.add(`${i} ${claim}`);
          return isMade;
        });
        const claimed = pack.claims[one.claim];
        return {
          set,
          fold,
          page: page.id,
          claim,
          quote,
          seen: one,
          right: label !== undefined || passages.some((passage) => passage.claim === claim && passage.isIn(one)),
          near: page.near_misses.some((n) => n.looks_like === claim && overlap(quote, n.text) >= 0.5),
          strength: label?.strength ?? '',
          relation: label?.claims.find((c) => c.id === claim)?.relation ?? '',
          treatment: label
            ? treatmentOf(index, one, quote, one.negations, one.features[BEFORE] ?? 0, one.features[AGREEMENT] ?? 0)
            : new Float64Array(),
          wording: claimed ? (textsOf(claimed)[one.text - (index.textAt[one.claim] ?? 0)]?.text ?? '') : '',
        };
      });
      pages.push({ fold, topic, sentences, members });
      page.labels.forEach((l, i) => {
        for (const c of l.claims)
          if (!hit.has(`${i} ${c.id}`))
            missed.push({ set, fold, page: page.id, claim: c.id, text: l.text, strength: l.strength });
      });
    }

    const treatments: Treated[] = [];
    const framedRows: (Treated & { fold: number })[] = [];
    const heard: (Sample & { third: number })[] = [];
    const spoken: Text<Excerpt>[] = [];
    parts.forEach((input, fold) => {
      const part = taughtWithout([held], `part ${fold}`, input);
      const reader = newScorer(withTells(part, tellsWithout([held], fold)), newLexicon(), promiseOf, {
        relationWords: relationWordsWithout([held], fold),
        leastTell: TEACHING_TELL,
      });
      pack.claims.forEach((claim, number) => {
        textsOf(claim).forEach(({ text, relation }, i) => {
          if (i === 0 || (i - 1) % WORDING_FOLDS !== fold) return;
          const treated = (one: Sighting, quote: string): Float64Array =>
            treatmentOf(part, one, quote, one.negations, 0, one.features[AGREEMENT] ?? 0);
          for (const one of sightings(reader, [{ text }], {}).found) {
            const right = one.claim === number;
            if (right) treatments.push({ treatment: treated(one, text), relation, weight: 1 });
            const features = Float64Array.from(one.features);
            setPage(features, STORY_TOPIC, STORY_OTHERS);
            heard.push({ features, right, weight: WORDING_WEIGHT, third: fold });
          }
          if (promiseOf === null) return;
          const frame = framed(text, relation, number + i);
          for (const one of frame ? sightings(reader, [{ text: frame.text }], {}).found : []) {
            const quote = frame?.text.slice(one.start, one.end) ?? '';
            if (one.claim === number && frame)
              treatments.push({ treatment: treated(one, quote), relation: frame.relation, weight: FRAMED_WEIGHT });
          }
          const page = pageAround(pack, text, claim.id);
          const { found, topic, sentences } = sightings(reader, page.blocks, { title: page.title });
          const members = found.map(
            (seen): Excerpt => ({
              kind: 'wording',
              near: false,
              seen,
              features: seen.features,
              right: seen.claim === number,
              weight: seen.block === IN ? WORDING_WEIGHT : 0,
            }),
          );
          spoken.push({ fold, topic, sentences, members });
        });
      });
    });

    // Stretches of the pages, read as pages of their own: a note, a message or a brief says little else, and what little company
    // its sentences have must not be taken for a page about something else.
    const excerpts: Text<Excerpt>[] = [];
    /** Reads `blocks` as a text of its own. @param teaches numbers of the blocks that teach; all others are only there */
    const readExcerpt = (
      { fold, page }: Given,
      kind: Excerpt['kind'],
      blocks: readonly Block[],
      title: string | undefined,
      weight: number,
      teaches: (block: number) => boolean = () => true,
    ): void => {
      const { found, topic, sentences } = sightings(readerOf(fold).scorer, blocks, title === undefined ? {} : { title });
      const members = found.map((one): Excerpt => {
        const id = pack.claims[one.claim]?.id;
        const quote = blocks[one.block]?.text.slice(one.start, one.end) ?? '';
        const right = page.labels.some((l) => l.claims.some((c) => c.id === id) && covers(quote, l.text));
        const near = page.near_misses.some((n) => n.looks_like === id && overlap(quote, n.text) >= 0.5);
        return { kind, near, seen: one, features: one.features, right, weight: teaches(one.block) ? weight : 0 };
      });
      if (members.length > 0) excerpts.push({ fold, topic, sentences, members });
    };
    /** Labelled blocks of a page in frames, a third of them at a time: how they treat their claims. */
    const readFramed = ({ fold, page }: Given, number: number): void => {
      const { index, scorer } = readerOf(fold);
      const frames = page.page.blocks.map(({ text }, b) => {
        const label = page.labels.find((one) => one.text === text);
        const [relation, ...others] = new Set(label?.claims.map((claim) => claim.relation));
        const isTurn = (b + number) % ATTRIBUTED_EVERY === 1;
        const frame = isTurn && relation && others.length === 0 ? framed(text, relation, number + 3 * b) : null;
        return frame && { ...frame, claims: label?.claims.map(({ id }) => id) ?? [] };
      });
      if (frames.every((frame) => frame === null)) return;
      const blocks = page.page.blocks.map((block, b) => ({ ...block, text: frames[b]?.text ?? block.text }));
      for (const one of sightings(scorer, blocks, { title: page.page.title }).found) {
        const frame = frames[one.block];
        if (!frame?.claims.includes(pack.claims[one.claim]?.id ?? '')) continue;
        const quote = frame.text.slice(one.start, one.end);
        framedRows.push({
          fold,
          treatment: treatmentOf(index, one, quote, one.negations, one.features[BEFORE] ?? 0, one.features[AGREEMENT] ?? 0),
          relation: frame.relation,
          weight: FRAMED_PAGE_WEIGHT,
        });
      }
    };
    const newsOf = Array.from({ length: FOLDS }, (_, fold) => given.filter((one) => one.set === 'news' && one.fold === fold));
    let taken = 0;
    const nextNews = (fold: number): LabelledPage['page'] | undefined => {
      const news = newsOf[fold] ?? [];
      return news[taken++ % Math.max(1, news.length)]?.page.page;
    };
    given.forEach((one, number) => {
      const { set, fold, page } = one;
      // They do not teach what promises enough.
      if (promiseOf === null || (set !== 'ours' && set !== 'news')) return;
      const { blocks, title } = page.page;
      for (const length of EXCERPTS)
        for (let from = 0; from < blocks.length; from += length)
          if (set === 'news') readExcerpt(one, 'news', blocks.slice(from, from + length), title, NEWS_EXCERPT_WEIGHT);
          else readExcerpt(one, 'stretch', blocks.slice(from, from + length), title, EXCERPT_WEIGHT);
      if (set !== 'ours') return;
      for (const part of PASSAGES) {
        const at = Math.floor(part * blocks.length);
        const news = nextNews(fold);
        if (news === undefined) continue;
        const middle = news.blocks.length >> 1;
        const text = [...news.blocks.slice(0, middle), ...blocks.slice(at, at + 1), ...news.blocks.slice(middle)];
        readExcerpt(one, 'passing', text, news.title, PASSING_WEIGHT, (block) => block === middle);
      }
      const tail = Array.from({ length: TAILS[number % TAILS.length] ?? 0 }, () => nextNews(fold)?.blocks ?? []).flat();
      if (tail.length > 0)
        readExcerpt(one, 'passing', [...blocks, ...tail], title, EXCERPT_WEIGHT, (block) => block < blocks.length);
      const isDressed = (block: number): boolean => (block + number) % ATTRIBUTED_EVERY === 0;
      const dressed = attributed(blocks, number).map((block, b) => (isDressed(b) ? block : (blocks[b] ?? block)));
      readExcerpt(one, 'attributed', dressed, title, ATTRIBUTED_WEIGHT, isDressed);
      readFramed(one, number);
    });
    return { pages, missed, treatments, framed: framedRows, heard, spoken, excerpts };
  };

  /** What the pack is to bring: taught by all examples. */
  const taught = (): TaughtInput => packTaught(taughtWithout([], 'whole', whole), whole);

  return { look, tellsWithout, relationWordsWithout, taught };
};
