// Whether a page has become another one without being loaded: many sites exchange the article, its title and its language
// under the same address bar.
import type { Page } from './document.ts';

export class Turnover {
  #page: Pick<Page, 'title' | 'language'> | null = null;
  #gone = 0;

  /** Everything is read as this page. */
  begin({ title, language }: Page): void {
    this.#page = { title, language };
    this.#gone = 0;
  }

  /**
   * Takes note of a scan: `gone` of the `before` blocks that were known are no longer there. True when title or language
   * have changed, and since the page was last another one most of its blocks have gone. A title that only counts news has
   * the same text under it.
   */
  isOther(page: Page, gone: number, before: number): boolean {
    const last = this.#page;
    this.#gone += gone;
    const isSame = last?.title === page.title && last.language === page.language;
    if (isSame || (last !== null && this.#gone * 2 <= before)) return false;
    this.begin(page);
    return last !== null && before > 0;
  }
}
