// Opens compiled bytes as a matcher: views on the bytes, no parsing. Which regime compiled them stands in their sections.
import { isEnglish } from '../text/language.ts';
import { IndexError, unpack } from './container.ts';
import { TAG } from './statement/layout.ts';
import { openStatements } from './statement/open.ts';
import type { Matcher } from './types.ts';
import { MARK } from './wordings/layout.ts';
import { openWordings } from './wordings/open.ts';

// Both regimes know English words only; a page in another language is left alone.
const inEnglish = (matcher: Matcher): Matcher => ({
  ...matcher,
  match: (blocks, context) => (isEnglish(context?.language, blocks) ? matcher.match(blocks, context) : []),
});

/**
 * @param bytes what `compile` of src/claims/ made, as stored
 * @throws IndexError when they are cut, damaged or of another version; the pack must then be compiled anew
 */
export const open = (bytes: Uint8Array): Matcher => {
  const sections = unpack(bytes);
  if (sections.has(MARK)) return inEnglish(openWordings(sections));
  if (sections.has(TAG)) return inEnglish(openStatements(sections));
  throw new IndexError(
    `expected an index with a section "${MARK}" (wordings) or "${TAG}" (bare statements); these bytes hold neither`,
  );
};
