// The language in which a screen reader would say some words of a view.

/** The nearest `lang` around the text that is exactly `words`; null where there is none; 'not there' where the words are not. */
export function languageOf(root: Node, words: string): string | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    if (walker.currentNode.nodeValue === words)
      return walker.currentNode.parentElement?.closest('[lang]')?.getAttribute('lang') ?? null;
  return 'not there';
}
