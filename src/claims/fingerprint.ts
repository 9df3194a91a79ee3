// A short key made of a text, for ids.

/** FNV-1a in base 36: for telling apart, not for safety. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
