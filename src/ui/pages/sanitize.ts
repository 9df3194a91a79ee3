// The one place where foreign HTML is parsed: at import, in an extension page. What comes out is plain text.
import createPurify from 'dompurify';
import { TEXT } from '../../page/dom.ts';

/** All that is left of the markup, for the text of these does not run into the next; they lose their attributes. Of other
 * elements only the text stays, of those that hold no text (scripts, styles) nothing. */
const BLOCKS = ['p', 'br', 'ul', 'ol', 'li', 'blockquote'];

/** A function that makes plain text of HTML; throws where the browser cannot do so safely. */
export function purifier(view: Window & typeof globalThis): (html: string) => string {
  const purify = createPurify(view);
  if (!purify.isSupported) throw new Error('this browser cannot clean HTML');
  return (html) => {
    // Null, whatever its type says, where a frameset stands in the place of a body.
    const fragment: Node | null = purify.sanitize(html, { ALLOWED_TAGS: BLOCKS, ALLOWED_ATTR: [], RETURN_DOM_FRAGMENT: true });
    return fragment === null ? '' : textOf(fragment).replace(/\s+/gu, ' ').trim();
  };
}

function textOf(node: Node): string {
  if (node.nodeType === TEXT) return node.textContent ?? '';
  const inner = [...node.childNodes].map(textOf).join('');
  return BLOCKS.includes(node.nodeName.toLowerCase()) ? ` ${inner} ` : inner;
}
