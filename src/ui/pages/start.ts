// How each page of ours begins: in the reader's language and direction, with the texts of its views, and in the reader's theme.
import { counted, text, uiLanguage } from '../../platform/i18n.ts';
import { speak } from '../texts.ts';
import { followTheme } from './theme.ts';

/** Prepares the page, then calls `open` with the element that it is drawn into. Without a `title` the page keeps its own. */
export function startPage(open: (root: HTMLElement) => unknown, title?: string): void {
  const page = document.documentElement;
  page.lang = text('locale');
  page.dir = text('direction') === 'rtl' ? 'rtl' : 'ltr';
  if (title !== undefined) document.title = title;
  speak({ text, counted, language: uiLanguage() });
  void followTheme(page);
  const root = document.getElementById('root');
  if (root) open(root);
}
