// Makes src/match/statement/vectors.data.ts: a vector for each stem of the commonest words, four bits a component.
//   node tests/bench/learn-vectors.ts words.tsv.gz vectors-64.i8
// words.tsv.gz: two header lines, then word, articles, occurrences by tab, most frequent first. vectors-64.i8: 64 signed
// bytes a word in that order (fastText skip-gram on 37,554 news articles of Article-Bias-Prediction, Apache-2.0). A stem's
// vector is the mean of its words' unit vectors, weighted by their occurrences.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { stemOf } from '../../src/text/stem.ts';
import { hashWord } from '../../src/text/words.ts';

const DIMENSIONS = 64;
const HEADERS = 2;
/** Largest component in four bits: −7 … 7. */
const STEPS = 7;

const [wordFile, vectorFile] = process.argv.slice(2);
if (wordFile === undefined || vectorFile === undefined) throw new Error('expected words.tsv.gz and vectors-64.i8');
const lines = gunzipSync(readFileSync(wordFile)).toString().trim().split('\n').slice(HEADERS);
const bytes = readFileSync(vectorFile);
const given = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);

const sums = new Map<number, Float64Array>();
const hashes = new Int32Array(2);
for (let row = 0; row * DIMENSIONS < given.length; row++) {
  const [word = '', , occurrences = ''] = (lines[row] ?? '').split('\t');
  const vector = given.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
  const length = Math.hypot(...vector) || 1;
  hashWord(stemOf(word), hashes);
  const key = (hashes[0] ?? 0) >>> 0;
  const sum = sums.get(key) ?? new Float64Array(DIMENSIONS);
  vector.forEach((x, d) => {
    sum[d] = (sum[d] ?? 0) + (Number(occurrences) * x) / length;
  });
  sums.set(key, sum);
}

const packed: number[] = [];
let last = 0;
for (const [key, sum] of [...sums].sort(([a], [b]) => a - b)) {
  let delta = key - last;
  last = key;
  while (delta > 127) {
    packed.push((delta % 128) | 128);
    delta = Math.floor(delta / 128);
  }
  packed.push(delta);
  const top = sum.reduce((most, x) => Math.max(most, Math.abs(x)), 1e-9);
  const small = Array.from(sum, (x) => Math.round((x / top) * STEPS) + STEPS + 1);
  for (let d = 0; d < DIMENSIONS; d += 2) packed.push((small[d] ?? 0) | ((small[d + 1] ?? 0) << 4));
}
const table = Buffer.from(packed).toString('base64');
writeFileSync(
  new URL('../../src/match/statement/vectors.data.ts', import.meta.url),
  `// Made by tests/bench/learn-vectors.ts from word vectors trained on 37,554 news articles of 2012 to 2020 (Article-Bias-Prediction,
// Apache-2.0). For each stem, by rising hash: the difference to the hash before as a varint, then ${DIMENSIONS} components of four bits.
export const STEMS = ${sums.size};
export const DIMENSIONS = ${DIMENSIONS};
export const TABLE =
  '${table}';
`,
);
console.log(`${sums.size} stems, ${packed.length} bytes`);
