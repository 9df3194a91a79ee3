// What a page may say of itself at most. The reader cuts what is longer, for the background refuses it
// (src/platform/message-schema.ts), and then nothing would be read.

export const LONGEST_TITLE = 4000;
/** A language tag has some ten characters. */
export const LONGEST_TAG = 100;
