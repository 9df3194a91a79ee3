// A short key made of a text, for ids and storage keys.

/** FNV-1a: for telling apart, not for safety. @param radix of the digits it is written in */
export function fingerprint(text: string, radix = 36): string {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(radix);
}
