import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { compile } from '../../src/claims/compile.ts';
import { open } from '../../src/match/open.ts';
import { loadPack } from '../cli/load-pack.ts';
import { readText } from '../cli/read-page.ts';
import { readLabelled } from './labelled.ts';
const pack = loadPack();
let t = performance.now(); const bytes = compile(pack); console.log('compile', performance.now() - t, bytes.length);
t = performance.now(); const m = open(bytes); console.log('open', performance.now() - t);
const news = gunzipSync(readFileSync('../shared/data/news-negatives.jsonl.gz')).toString().trim().split('\n').slice(0, 300).map((l) => readText(JSON.parse(l).text).blocks);
const pages = readLabelled('../shared/data/pages').map((p) => p.page.blocks);
const seg = new Intl.Segmenter('en', { granularity: 'word' });
for (const [name, set] of [['news', news], ['pages', pages]] as const) {
  for (let r = 0; r < 4; r++) {
    let a = performance.now(); let n = 0; for (const p of set) for (const b of p) for (const s of seg.segment(b.text)) if (s.isWordLike) n++; const ta = performance.now() - a;
    a = performance.now(); let k = 0; for (const p of set) k += m.match(p, {}).length; const tb = performance.now() - a;
    console.log(name, n, 'words; seg', ta.toFixed(1), 'match', tb.toFixed(1), 'ratio', (tb / ta).toFixed(2), k);
  }
}
