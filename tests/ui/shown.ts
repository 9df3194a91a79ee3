// Passages as the view in the page has them, made by hand.
import { passageOf } from '../../src/page/passage.ts';
import type { Found } from '../../src/platform/messages.ts';
import type { Shown } from '../../src/ui/view-parts.ts';

/** The passage of the whole of a paragraph. */
export function passage(id: number, text: string, claim = 'c', more: Partial<Found> = {}): Shown {
  const element = document.createElement('p');
  element.textContent = text;
  document.body.append(element);
  const node = element.firstChild as Text;
  const found = { pack: 'p', claim, statement: 'A claim.', topic: 't', standing: null, balance: { corroborates: 0, rebuts: 0 } };
  const rest = { block: 0, start: 0, end: text.length, relation: 'asserts', confidence: 1, reason: { wording: 0, agreed: [] } };
  const segments = [{ node, from: 0, to: text.length, start: 0, end: text.length, spaced: false, gap: false }];
  return passageOf(id, { ...found, ...rest, ...more } as unknown as Found, { text, element, segments }) as Shown;
}
