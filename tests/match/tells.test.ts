import { describe, expect, it } from 'vitest';
import { compile } from '../../src/claims/compile.ts';
import { parsePack } from '../../src/claims/schema.ts';
import { open } from '../../src/match/open.ts';
import { NO_TELLS, tellOf } from '../../src/match/wordings/tells.ts';
import { newLexicon } from '../../src/text/lexicon.ts';
import { newTeller } from '../bench/learn-tells.ts';
import { loadPack } from '../cli/load-pack.ts';

const CLAIM = 'Valery Zaluzhny and Valery Gerasimov are negotiating peace in secret, Seymour Hersh reported.';
const pack = loadPack();
const found = (given: typeof pack): number => open(compile(given)).match([{ text: CLAIM }], { language: 'en' }).length;
const analysis = (...stems: number[]) => ({ words: stems.length, stem: Int32Array.from(stems) });

describe('what words tell', () => {
  it('adds up the weights of a sentence and divides by the root of its length', () => {
    const tells = Float32Array.of(1, -2, 4, -3, 0.5);
    expect(tellOf(tells, analysis(0, 1, 2, -1))).toBe(0.5 + (1 - 2 + 4 - 3) / 2);
    expect(tellOf(tells, analysis())).toBe(0.5);
  });

  it('says that a pack brings none', () => {
    expect(tellOf(new Float32Array(0), analysis(0, 1))).toBe(NO_TELLS);
  });

  it('leaves a sentence dark that they speak against, and finds it in a pack that brings none', () => {
    expect(found(pack)).toBeGreaterThan(0);
    expect(found({ ...pack, tells: { base: -20, unknown: 0, stems: [] } })).toBe(0);
    expect(found({ ...pack, tells: undefined })).toBeGreaterThan(0);
  });

  it('are read from a pack, or refused with what was expected where', () => {
    const tells = { base: -2.5, unknown: -3, stems: [{ nats: 1.5, of: ['general'] }] };
    const read = parsePack({ ...pack, tells });
    expect(read.ok && read.pack.tells).toEqual(tells);
    const bad = parsePack({ ...pack, tells: { ...tells, stems: [{ nats: 'much', of: ['general'] }] } });
    expect(bad).toEqual({
      ok: false,
      problems: [{ path: 'tells.stems[0].nats', expected: 'a number of nats from -50 to 50', got: '"much"' }],
    });
  });

  it('are learned: what sentences that make a claim say counts for it, what others say against it', () => {
    const teller = newTeller(['The generals talk peace.'], newLexicon());
    const sentences = [
      ...Array.from({ length: 40 }, () => teller.sentence('The generals talk peace.', true, 1)),
      ...Array.from({ length: 40 }, (_, i) => teller.sentence(`Rain on day ${i}.`, false, 1)),
    ];
    const { stems, base } = teller.learn(sentences);
    expect(stems.get('rain')).toBeLessThan(0);
    expect(stems.get('peac')).toBeGreaterThan(0);
    for (const nats of [base, ...stems.values()]) expect(nats * 2).toBe(Math.round(nats * 2));
    expect(teller.learn(sentences)).toEqual(teller.learn(sentences));
  });
});
