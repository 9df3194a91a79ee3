// Opens compiled bytes as a matcher: views on the bytes, no parsing. Which regime compiled them stands in their sections.
import { IndexError, unpack } from './container.ts';
import type { Matcher } from './types.ts';
import { MARK } from './wordings/layout.ts';
import { openWordings } from './wordings/open.ts';

/**
 * @param bytes what `compile` of src/claims/ made, as stored
 * @throws IndexError when they are cut, damaged or of another version; the pack must then be compiled anew
 */
export const open = (bytes: Uint8Array): Matcher => {
  const sections = unpack(bytes);
  if (sections.has(MARK)) return openWordings(sections);
  throw new IndexError('expected an index of claims with wordings or of bare statements; these bytes hold neither');
};
