// Shows the answer to "Check selection against known claims" beside the selection: the nearest claims as cards, or that
// none is known.
import type { Found, Selected } from '../platform/messages.ts';
import { spoken } from './texts.ts';
import type { ReaderView, Shown } from './view-parts.ts';

/** The claims as passages that all stand on the selected range; their ids are none of the page's. */
export function passagesOn(range: Range, { text, near }: Selected): readonly Shown[] {
  const inside = range.commonAncestorContainer;
  const element = inside instanceof Element ? inside : inside.parentElement;
  if (element === null) return [];
  return near.map((one, at): Shown => {
    const found: Found = { ...one, block: 0, start: 0, end: text.length };
    const stretches = [{ range, text: range.toString() }];
    return { id: -1 - at, found, quote: text, block: { text, element, segments: [] }, stretches, parents: new Set([element]) };
  });
}

/** False where nothing is selected that could be seen: the text stood in a frame or in a field. */
export function showSelected(selected: Selected, view: Pick<ReaderView, 'open' | 'say'>): boolean {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return false;
  const range = selection.getRangeAt(0).cloneRange();
  const passages = passagesOn(range, selected);
  if (passages.length > 0) view.open(passages, null);
  else view.say(spoken().counted('selected_none', selected.checked), [range]);
  return true;
}
