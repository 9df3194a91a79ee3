// Words of a pack inside a text of ours. They are in the pack's language, not in the interface's, and a screen reader is to say
// them so (WCAG 3.1.2): an attribute needs an element of its own around them.
import type { ComponentChildren } from 'preact';

/** Stands in the text for the element. For private use: no text has it. */
const PLACE = '\ue000';

interface Props {
  /** Our text around whatever it is given for the words. */
  readonly said: (words: string) => string;
  readonly children: ComponentChildren;
}

export function Within({ said, children }: Props) {
  const [before, after] = said(PLACE).split(PLACE);
  return (
    <>
      {before}
      {children}
      {after}
    </>
  );
}
