// A hostile page: a trial, and which of the 36 kinds it is one of.
import { CLAIMS, HEADLINE, LEAP, WEAPONS } from '../claims.ts';
import { page, paragraphs, type Trial } from '../trial.ts';

export interface Hostile extends Trial {
  readonly kind: number;
}

/** What most of them carry, in the order of the page. */
export const LIT: readonly string[] = [LEAP, WEAPONS];
export const ARTICLE = `<h1>${HEADLINE}</h1>${paragraphs(...LIT)}`;
export const ALL = `<h1>${HEADLINE}</h1>${paragraphs(...CLAIMS)}`;
/** An article with a style sheet or a script of its own. */
export const article = (head = '', attributes = ''): string => page(ARTICLE, head, attributes);
export const script = (code: string): string => `<script>${code}</script>`;
