// What the page script shows: the chip beside a passage and the card, in the shadow root of our host. Owns focus and closing.
import { render } from 'preact';
import { own } from '../page/document.ts';
import { successorOf } from '../page/passage.ts';
import { announce } from './announce.ts';
import { TITLE } from './card.tsx';
import { Chip } from './chip.tsx';
import { ClaimList, spokenClaim } from './claim-list.tsx';
import { focusBefore } from './focus.ts';
import { createHost, layer } from './host.ts';
import { Note } from './note.tsx';
import { type Anchor, anchorOf, placeBeside } from './place.ts';
import { ringAround } from './ring.ts';
import { showCard } from './show-card.tsx';
import { speak } from './texts.ts';
import type { ReaderView, Shown, ViewParts } from './view-parts.ts';

/** Long enough to move the pointer over the gap between line and chip. */
const CHIP_STAYS_MS = 180;

/** What is still to be said when the focus comes. */
const said = (words: string): string | undefined => (announce(words) ? undefined : words);

/** Builds the view; it leaves the page when `signal` aborts. */
export function createView(parts: ViewParts, signal: AbortSignal): ReaderView {
  const { texts } = parts;
  speak(texts);
  const host = createHost(parts.css, signal);
  const chip = layer(host.root, 'tip', texts);
  const dialog = layer(host.root, 'dialog', texts);
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-labelledby', TITLE);
  dialog.tabIndex = -1;
  let release = { chip: () => {}, dialog: () => {}, ring: () => {} };
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let hovered: readonly Shown[] = [];
  let opened: Shown | null = null;
  let turn = 0;
  const { remember, giveBack } = focusBefore(host.element);
  /** What has become of a passage that was shown; of a passage that the list never had, itself. */
  let latest = (passage: Shown): Shown | undefined => passage;

  const settle = (): void => {
    if (chip.hidden && dialog.hidden) host.hide();
  };
  const anchor = (passage: Shown, rect: DOMRect | null, whole: boolean): Anchor =>
    anchorOf(
      passage.stretches.map(({ range }) => range),
      rect,
      [...passage.parents][0] ?? own.root(),
      whole,
    );

  const mark = (passage: Shown | null): void => {
    parts.mark(passage);
    release.ring();
    const ranges = passage?.stretches.map(({ range }) => range);
    release = { ...release, ring: ranges === undefined ? () => {} : ringAround(host.root, ranges) };
  };

  const hideChip = (): void => {
    clearTimeout(leaving);
    leaving = undefined;
    hovered = [];
    release.chip();
    release = { ...release, chip: () => {} };
    chip.hidden = true;
    host.element.removeAttribute('data-over');
    render(null, chip);
    if (dialog.hidden) mark(null);
    settle();
  };
  const showChip = (passages: readonly Shown[], rect: DOMRect | null, all?: readonly Shown[]): void => {
    const first = passages[0];
    if (first === undefined) return;
    clearTimeout(leaving);
    leaving = undefined;
    hovered = passages;
    render(
      <>
        <Chip
          found={passages.map(({ found }) => found)}
          isReached={all !== undefined}
          label={all && said(spokenClaim(first, all.indexOf(first), all.length))}
          open={() => open(passages, rect)}
        />
        {all && <ClaimList passages={all} open={(passage) => open([passage], null)} />}
      </>,
      chip,
    );
    const line = anchor(first, rect, false);
    if (chip.hidden) {
      chip.hidden = false;
      host.show(line.context);
    }
    release.chip();
    release = { ...release, chip: placeBeside(chip, line, 'top-start') };
  };

  const close = (focus = true): void => {
    if (dialog.hidden) return;
    const inside = host.root.activeElement !== null;
    release.dialog();
    release = { ...release, dialog: () => {} };
    dialog.hidden = true;
    opened = null;
    mark(null);
    render(null, dialog);
    settle();
    if (focus && inside) giveBack();
  };
  const open = (passages: readonly Shown[], rect: DOMRect | null, at = 0): void => {
    const passage = passages[at] && latest(passages[at]);
    if (passage === undefined || signal.aborted) return;
    remember();
    hideChip();
    opened = passage;
    const now = ++turn;
    mark(passage);
    // The card goes and the highlight with it: where they stood, it is said that this was meant, and how to undo it.
    const leave = (act: (passage: Shown) => void, means: string) => () => {
      close();
      act(passage);
      note(texts.text(means), anchor(passage, null, true));
    };
    showCard(dialog, passage, {
      isOpen: () => opened !== null && turn === now,
      fetchCard: parts.fetchCard,
      position: { at, of: passages.length, go: (next) => open(passages, rect, next) },
      hide: leave(parts.hide, 'card_hidden'),
      mute: leave(parts.mute, 'card_muted'),
      browse: () => parts.browse(passage),
      close: () => close(),
    });
    const line = anchor(passage, rect, true);
    dialog.hidden = false;
    host.show(line.context);
    release.dialog();
    release = { ...release, dialog: placeBeside(dialog, line, 'bottom-start') };
    dialog.focus({ preventScroll: true });
  };

  const keep = (passages: readonly Shown[]): void => {
    latest = (passage) => successorOf(passage, passages);
    const card = opened && latest(opened);
    if (card === undefined) close();
    else if (card !== opened && card !== null) {
      opened = card;
      mark(card);
      release.dialog();
      release = { ...release, dialog: placeBeside(dialog, anchor(card, null, true), 'bottom-start') };
    }
    const [pointed] = hovered;
    if (chip.hidden || pointed === undefined) return;
    const now = latest(pointed);
    const inside = host.root.activeElement !== null;
    if (now === undefined) {
      hideChip();
      if (inside) giveBack();
    } else if (now !== pointed) {
      hovered = hovered.flatMap((one) => latest(one) ?? []);
      if (inside) mark(now);
      release.chip();
      release = { ...release, chip: placeBeside(chip, anchor(now, null, false), 'top-start') };
    }
  };

  const note = (words: string, line: Anchor): void => {
    remember();
    hideChip();
    close(false);
    render(<Note words={words} close={() => close()} />, dialog);
    dialog.hidden = false;
    host.show(line.context);
    release = { ...release, dialog: placeBeside(dialog, line, 'bottom-start') };
    dialog.focus({ preventScroll: true });
  };

  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !event.isTrusted || (dialog.hidden && chip.hidden)) return;
    if (host.root.activeElement !== null) {
      event.preventDefault();
      event.stopPropagation();
    }
    const inside = host.root.activeElement !== null;
    if (!dialog.hidden) close();
    else {
      hideChip();
      if (inside) giveBack();
    }
  };
  const outside = (event: Event): void => {
    if (!dialog.hidden && !event.composedPath().includes(host.element)) close(false);
  };
  addEventListener('keydown', keys, { capture: true, signal });
  addEventListener('pointerdown', outside, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    release.chip();
    release.dialog();
    release.ring();
    clearTimeout(leaving);
    render(null, chip);
    render(null, dialog);
  });

  return {
    isOurs: (node) => host.element === node || host.element.contains(node),
    open,
    keep,
    say: (words, ranges) => note(words, anchorOf(ranges, null, own.root(), true)),
    close: () => close(),
    theme(theme) {
      for (const element of [chip, dialog]) element.style.colorScheme = theme === 'system' ? '' : theme;
    },
    hover(passages, rect) {
      // The keyboard is at work here; the pointer only happens to lie on the page.
      if (!chip.hidden && host.root.activeElement !== null) return;
      if (passages.length === 0 || !dialog.hidden) {
        if (!chip.hidden) leaving ??= setTimeout(hideChip, CHIP_STAYS_MS);
        host.element.removeAttribute('data-over');
        return;
      }
      const same = passages[0] === hovered[0] && passages.length === hovered.length;
      if (same) {
        clearTimeout(leaving);
        leaving = undefined;
      } else showChip(passages, rect);
      host.element.setAttribute('data-over', '');
    },
    point(passage, all) {
      remember();
      close(false);
      showChip([passage], null, all);
      mark(passage);
      chip.querySelector('button')?.focus({ preventScroll: true });
    },
  };
}
