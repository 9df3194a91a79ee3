// What the view in the page is made from, and what can be asked of it (reader-view.tsx).
import type { Card as CardData } from '../claims/types.ts';
import type { Passage } from '../page/passage.ts';
import type { Found } from '../platform/messages.ts';
import type { Theme } from '../platform/settings-items.ts';
import type { Texts } from './texts.ts';

export type Shown = Passage<Found>;

export interface ViewParts {
  readonly texts: Texts;
  readonly css: string;
  /** Null when it cannot be had. */
  readonly fetchCard: (found: Found) => Promise<CardData | null>;
  /** The passage whose card is open, for painting. */
  readonly mark: (passage: Shown | null) => void;
  readonly hide: (passage: Shown) => void;
  readonly mute: (passage: Shown) => void;
  readonly browse: (passage: Shown) => void;
}

export interface ReaderView {
  readonly isOurs: (node: Node) => boolean;
  /** The pointer rests on these passages (on none). */
  readonly hover: (passages: readonly Shown[], rect: DOMRect | null) => void;
  /** Opens the card of the first of `passages`; the others are a switch away. */
  readonly open: (passages: readonly Shown[], rect: DOMRect | null) => void;
  /** Shows the chip of a passage that the keyboard reached, with the focus on it and a list of `all` passages after it. */
  readonly point: (passage: Shown, all: readonly Shown[]) => void;
  readonly close: () => void;
  /** The passages of the page are now these: what is shown for one of them goes with it, or closes with it. */
  readonly keep: (passages: readonly Shown[]) => void;
  /** Shows a few words beside `ranges`, where a card would stand. */
  readonly say: (words: string, ranges: readonly Range[]) => void;
  readonly theme: (theme: Theme) => void;
}
