// `npm run -s bench`: speed and accuracy in one run, as ratios where a ratio says more. Nothing here can fail for being slow;
// the goals stand beside the figures.
//   npm run -s bench -- [--json] [--quick] [--page] [--rounds N] [--claims FEED] [--pages DIR]… [--news FILE]
// --json prints the figures only; --quick is a smoke run without browsers; --page measures in browsers (N times, one unless told) and nothing else;
// FEED holds ClaimReviews (.json or .json.gz), its claims take the place of generated ones; DIR holds more labelled pages for the
// accuracy section; FILE ordinary news (news.ts), read where it lies beside the project unless told. Flags and files that cannot be
// used end it at once, with exit code 2 (given.ts).
import { existsSync } from 'node:fs';
import { compile } from '../../src/claims/compile.ts';
import { textsOf } from '../../src/claims/texts.ts';
import { open } from '../../src/match/open.ts';
import { loadPack } from '../cli/load-pack.ts';
import {
  claimFreeArticle,
  countWords,
  demoArticle,
  LABELLED,
  labelledPages,
  newsArticles,
  prose,
  typicalArticle,
} from './articles.ts';
import { benchAccuracy, benchRule, sentencesOf } from './bench-accuracy.ts';
import { benchArticle, benchNews } from './bench-article.ts';
import { benchEngines } from './bench-engines.ts';
import type { PageFigure } from './bench-page.ts';
import { benchScale } from './bench-scale.ts';
import { claimsOf } from './claims.ts';
import { generateClaims, newGenerator } from './generate.ts';
import { type Given, givenBy, messageOf } from './given.ts';
import { machineOf } from './machine.ts';
import { NEWS, readNews } from './news.ts';
import { type Report, readable, readablePages } from './report.ts';

const judged = (): Given => {
  try {
    return givenBy(process.argv.slice(2));
  } catch (error) {
    console.error(`bench: ${messageOf(error)}`);
    process.exit(2);
  }
};
const options = judged();

const SEED = 20_231_201;
/** Sentences of the page that make one of the first claims: the page is not all silence, and the same ones in every size. */
const PLANTED = 20;
/** Claims of the largest public set of fact-checked statements at hand, and of Dispute Finder's. */
const FEED_CLAIMS = 19_250;
const RULE_CLAIMS = 2_609;

const PLAN = options.quick
  ? {
      pages: /[57]\.json$/,
      article: { words: 300, rounds: 3, news: 5 },
      page: { words: 500, rounds: 3 },
      sizes: [100, 500],
      engines: { claims: 500, sentences: 40, rounds: 1, samples: { miniSearch: 5, flexSearch: 5, fuse: 1 } },
      rule: { claims: 200, rounds: 3 },
    }
  : {
      pages: /\.json$/,
      article: { words: 1000, rounds: 200, news: 300 },
      page: { words: 10_000, rounds: 31 },
      sizes: [1000, 10_000, 100_000],
      engines: { claims: FEED_CLAIMS, sentences: 1000, rounds: 3, samples: { miniSearch: 20, flexSearch: 200, fuse: 2 } },
      rule: { claims: RULE_CLAIMS, rounds: 31 },
    };

const started = performance.now();
const say = (what: string): void => {
  if (!options.json) process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${what}\n`);
};

const machine = machineOf();
const pack = loadPack();
const bundled = open(compile(pack));
const pages = labelledPages(LABELLED, PLAN.pages);

const inBrowsers = async (): Promise<readonly PageFigure[] | null> => {
  if (options.quick) return null;
  say('pages in browsers');
  const { benchInBrowsers } = await import('./page-kinds.ts');
  try {
    return await benchInBrowsers(pages, bundled, options.rounds);
  } catch (error) {
    // No build, or no browser: the minutes before are not lost by it.
    console.error(`bench: pages in browsers are left out: ${messageOf(error)}`);
    if (options.page) process.exit(2);
    return null;
  }
};
if (options.page) {
  const page = (await inBrowsers()) ?? [];
  console.log(options.json ? JSON.stringify({ machine, page }, null, 2) : readablePages(page));
  process.exit(0);
}

say('articles');
const { words: articleWords, rounds: articleRounds } = PLAN.article;
const articles = [demoArticle(articleWords), typicalArticle(pages, articleWords), claimFreeArticle(pages, articleWords)].map(
  (article) => benchArticle(bundled, article, articleRounds),
);

const newsGiven = newsArticles(options.news ?? (existsSync(NEWS) ? readNews(NEWS) : []), articleWords, PLAN.article.news);
const news = newsGiven.length === 0 ? null : benchNews(bundled, newsGiven);

say('generated claims');
const generator = newGenerator(
  pages.flatMap(({ page }) => sentencesOf(page.blocks)),
  SEED,
);
const statements = generateClaims(generator, Math.max(...PLAN.sizes, PLAN.engines.claims));
const page = generator.page(PLAN.page.words, statements.slice(0, PLANTED));
const generated = claimsOf(statements);
const pageWords = page.reduce((sum, { text }) => sum + countWords(text), 0);
const scale = [benchScale('generated', generated, PLAN.sizes, page, pageWords, PLAN.page.rounds)];

// Real claims are measured on real sentences, generated ones on generated sentences: else hardly a word would be shared.
const given = options.claims;
const text = prose(pages, PLAN.page.words);
if (given) {
  say('given claims');
  const sizes = [...PLAN.sizes.filter((size) => size < given.length), Math.min(given.length, Math.max(...PLAN.sizes))];
  scale.push(benchScale('given', given, sizes, text.blocks, text.words, PLAN.page.rounds));
}
const claims = given ?? generated;
const blocks = given ? text.blocks : page;

say('other engines');
const { engines: engine, rule } = PLAN;
const sentences = sentencesOf(blocks).slice(0, engine.sentences);
const engines = benchEngines(claims.slice(0, engine.claims), given !== null, sentences, engine.samples, engine.rounds);

say("Dispute Finder's rule");
const ruleSpeed = benchRule(claims.slice(0, rule.claims), blocks, given ? text.words : pageWords, rule.rounds);

say('accuracy');
const accuracy = [{ folder: LABELLED, labelled: pages }, ...options.pages].map(({ folder, labelled }) => {
  const note =
    folder === LABELLED
      ? `${folder} (the decision was learned from these pages; see learn-wordings.ts for held-out figures)`
      : folder;
  return { pages: note, engines: benchAccuracy(pack, bundled, labelled) };
});

const pagesInBrowsers = await inBrowsers();

const report: Report = {
  machine,
  seed: SEED,
  quick: options.quick,
  pack: {
    id: pack.id,
    version: pack.version,
    claims: pack.claims.length,
    texts: pack.claims.reduce((sum, claim) => sum + textsOf(claim).length, 0),
  },
  articles,
  news,
  scale,
  engines,
  rule: ruleSpeed,
  accuracy,
  page: pagesInBrowsers,
  seconds: (performance.now() - started) / 1000,
};
console.log(options.json ? JSON.stringify(report, null, 2) : readable(report));
