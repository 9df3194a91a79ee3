// Makes src/text/frequencies.data.ts, the background table of document frequencies, from a list of words.
//   node tests/cli/make-frequencies.ts ../shared/data/words.tsv.gz
// Input: a comment line "# N articles, …", then word<TAB>articles<TAB>count. Words are stemmed; the articles of the forms
// of one stem are added up (an upper bound of the true figure, capped at the most frequent form's 1.6-fold).
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { stemOf } from '../../src/text/stem.ts';
import { hashWord } from '../../src/text/words.ts';

const [file] = process.argv.slice(2);
if (!file) throw new Error('expected the path of words.tsv.gz');
const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
const articles = Number(/(\d+) articles/.exec(lines[0] ?? '')?.[1]);
if (!(articles > 0)) throw new Error('expected a first line "# N articles, …"');
const sums = new Map<string, { sum: number; max: number }>();
for (const line of lines.slice(1)) {
  const [word = '', count = '0'] = line.split('\t');
  const stem = stemOf(word);
  const seen = sums.get(stem) ?? { sum: 0, max: 0 };
  sums.set(stem, { sum: seen.sum + Number(count), max: Math.max(seen.max, Number(count)) });
}
const FORMS_CAP = 1.6;
const STEPS_PER_NAT = 24;
const pair = new Int32Array(2);
const rows: [number, number][] = [];
for (const [stem, { sum, max }] of sums) {
  const frequency = Math.min(sum, max * FORMS_CAP, articles);
  hashWord(stem, pair);
  rows.push([(pair[0] ?? 0) >>> 0, Math.min(255, Math.round(STEPS_PER_NAT * Math.log(articles / frequency)))]);
}
rows.sort((a, b) => a[0] - b[0]);
const bytes: number[] = [];
let before = 0;
let kept = 0;
for (const [hash, idf] of rows) {
  let delta = hash - before;
  if (delta === 0 && kept > 0) continue;
  before = hash;
  kept++;
  do {
    bytes.push((delta & 127) | (delta > 127 ? 128 : 0));
    delta = Math.floor(delta / 128);
  } while (delta > 0);
  bytes.push(idf);
}
const text = Buffer.from(bytes).toString('base64');
writeFileSync(
  new URL('../../src/text/frequencies.data.ts', import.meta.url),
  `// Made by tests/cli/make-frequencies.ts from 37,554 news articles of 2012 to 2020 (Article-Bias-Prediction, Apache-2.0).\n// For each stem, by rising hash: the difference to the hash before as a varint, then ${STEPS_PER_NAT} × ln(articles / articles with it) in one byte.\nexport const STEMS = ${kept};\nexport const STEPS_PER_NAT = ${STEPS_PER_NAT};\nexport const TABLE =\n  '${text}';\n`,
);
console.log(`${kept} stems, ${bytes.length} bytes`);
