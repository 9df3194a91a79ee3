// How a source's title is written.
import type { Source } from './types.ts';

/** In brackets where it is the pack's description, the document's own title not having been seen; else as `own` has it. */
export const titleOf = ({ title, described }: Pick<Source, 'title' | 'described'>, own = title): string =>
  described === true ? `[${title}]` : own;
