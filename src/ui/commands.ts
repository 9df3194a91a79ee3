// What the popup, the panel and the keyboard ask of the script in the page.
import type { Scanner } from '../page/scanner.ts';
import type { Answers, Found, Look, ReaderCommand, ReaderSight, ReaderState } from '../platform/messages.ts';
import { showSelected } from './selected.ts';
import type { ReaderView, Shown } from './view-parts.ts';

/** Brings the passage to the middle of the window, in whatever scrolls around it. */
function scrollTo(passage: Shown): void {
  const range = passage.stretches[0]?.range;
  const parent = range?.startContainer.parentElement;
  if (range === undefined || !parent) return;
  const isInView = (): boolean => {
    const { top, bottom } = range.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  };
  if (!isInView()) parent.scrollIntoView({ block: 'center', behavior: 'instant' });
  // A paragraph higher than the window: its middle need not be where the passage is.
  if (!isInView()) scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 3, behavior: 'instant' });
}

function stateOf(scanner: Scanner<Found>): ReaderState {
  const { passages, checked, limit } = scanner.state;
  return {
    checked,
    limit,
    passages: passages.map(({ id, quote, found: { block: _block, end: _end, ...found } }) => ({
      passage: id,
      quote,
      found,
    })),
  };
}

/** At least partly in the window. */
function sightOf(scanner: Scanner<Found>): ReaderSight {
  return {
    inView: scanner.state.passages.flatMap(({ id, stretches }) => {
      const rect = stretches[0]?.range.getBoundingClientRect();
      return rect !== undefined && rect.bottom > 0 && rect.top < innerHeight ? [id] : [];
    }),
  };
}

/** Answers commands. A frame inside the page leaves all but `stop` to the top one. */
export function commands(
  scanner: Scanner<Found>,
  view: ReaderView,
  acts: Readonly<Record<'hide' | 'mute', (passage: Shown) => void>>,
  stop: () => void,
  wear: (look: Look) => void,
  isTop: boolean,
): (command: ReaderCommand) => Answers[ReaderCommand['kind']] | undefined {
  let current: Shown | null = null;

  const show = (passage: Shown | undefined): boolean => {
    if (passage === undefined) return false;
    current = passage;
    scrollTo(passage);
    const { passages } = scanner.state;
    view.point(passage, passages);
    return true;
  };
  const named = (passage: number): Shown | undefined => scanner.state.passages.find(({ id }) => id === passage);
  /** From the last one reached; else the first that is in view or below. */
  const step = (by: 1 | -1): boolean => {
    const { passages } = scanner.state;
    const at = current === null ? -1 : passages.findIndex(({ id }) => id === current?.id);
    if (at >= 0) return show(passages[(at + by + passages.length) % passages.length]);
    const below = passages.findIndex(({ stretches }) => (stretches[0]?.range.getBoundingClientRect().bottom ?? -1) >= 0);
    return show(passages[below < 0 ? 0 : by === 1 ? below : (below - 1 + passages.length) % passages.length]);
  };

  return (command) => {
    if (command.kind === 'stop') {
      stop();
      return { stopped: true };
    }
    if (command.kind === 'look') {
      wear(command.look);
      return { worn: true };
    }
    if (!isTop) return undefined;
    switch (command.kind) {
      case 'state':
        return stateOf(scanner);
      case 'selected':
        return { shown: showSelected(command, view) };
      case 'next':
        return { shown: step(1) };
      case 'previous':
        return { shown: step(-1) };
      case 'scroll':
        return { done: show(named(command.passage)) };
      case 'view':
        return sightOf(scanner);
      case 'hide':
      case 'mute': {
        const passage = named(command.passage);
        if (passage !== undefined) acts[command.kind](passage);
        return { done: passage !== undefined };
      }
      case 'open': {
        const passage = scanner.state.passages.find(({ id }) => id === current?.id) ?? scanner.state.passages[0];
        if (passage !== undefined) {
          scrollTo(passage);
          view.open([passage], null);
        }
        return { shown: passage !== undefined };
      }
    }
  };
}
