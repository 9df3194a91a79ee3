import { expect, it } from 'vitest';
import { loadPack } from './load-pack.ts';
import { IN, pageAround } from './pack/read-on-page.ts';

const pack = loadPack();

it('a wording stands among statements of other claims than its own, others for other wordings', () => {
  const seen = new Set<string>();
  for (const claim of pack.claims)
    for (const text of [`One way to say ${claim.id}`, `Another way to say ${claim.id}`]) {
      const { blocks } = pageAround(pack, text, claim.id);
      expect(blocks[IN]?.text).toBe(text);
      const others = blocks.slice(IN + 1).map((block) => block.text);
      expect(new Set(others).size).toBe(4);
      expect(others).not.toContain(claim.statement);
      for (const other of others) seen.add(other);
    }
  expect(seen.size).toBeGreaterThan(60);
});
