// Our own icons, drawn on a grid of 16. They take the text's colour and say nothing to a screen reader: a word stands beside.
import type { Stance } from '../claims/types.ts';

const PATHS = {
  /** A tick. */
  corroborates: 'M3 8.5 6.5 12 13 4.5',
  /** A stroke through, not a cross: it argues against, it does not forbid. */
  rebuts: 'M4 4l8 8M12 4l-8 8',
  /** Three lines of a note. */
  context: 'M3 4.5h10M3 8h10M3 11.5h6',
  repeats: 'M4.5 6.5V5a1.5 1.5 0 0 1 1.5-1.5h6A1.5 1.5 0 0 1 13.5 5v5a1.5 1.5 0 0 1-1.5 1.5h-1.5M2.5 6.5h7v6h-7z',
  close: 'M4 4l8 8M12 4l-8 8',
  out: 'M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3 7.5 8.5',
  back: 'M10 3.5 5.5 8l4.5 4.5',
  on: 'M6 3.5 10.500 8 6 12.5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName | Stance }) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
