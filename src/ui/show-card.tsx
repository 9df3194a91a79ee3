// Puts the card of a passage into its place: that it is being looked up at once, the card when it is there.
import { render } from 'preact';
import type { Card as CardData } from '../claims/types.ts';
import type { Passage } from '../page/passage.ts';
import type { Found } from '../platform/messages.ts';
import { Card } from './card.tsx';

interface Shows {
  /** Whether the place still shows this passage: the card may come late. */
  readonly isOpen: () => boolean;
  /** Null when it cannot be had. */
  readonly fetchCard: (found: Found) => Promise<CardData | null>;
  /** Among the passages that the reader opened together. */
  readonly position: { readonly at: number; readonly of: number; readonly go: (next: number) => void };
  readonly hide: () => void;
  readonly mute: () => void;
  readonly browse: () => void;
  readonly close: () => void;
}

/** @returns whether it could be copied */
async function copy(text: string): Promise<boolean> {
  return (
    (await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )) ?? false
  );
}

/** Renders into `into`: the passage with its claim at once, and what is known of the claim when it is there. */
export function showCard(
  into: HTMLElement,
  passage: Passage<Found>,
  { isOpen, fetchCard, position, hide, mute, browse, close }: Shows,
): void {
  const show = (card: CardData | null | 'none'): void => {
    if (!isOpen()) return;
    const actions = { hide, mute, browse, address: () => location.href, copy };
    render(<Card key={passage.id} cited={passage} card={card} position={position} actions={actions} close={close} />, into);
  };
  show(null);
  void fetchCard(passage.found).then(
    (card) => show(card ?? 'none'),
    () => show('none'),
  );
}
