// The one place where foreign HTML is parsed: at import, in an extension page. What comes out is plain text.
import createPurify from 'dompurify';

const NARROW = {
  ALLOWED_TAGS: ['b', 'i', 'em', 'strong', 'p', 'br', 'ul', 'ol', 'li', 'blockquote', 'a'],
  ALLOWED_ATTR: ['href'],
  ALLOWED_URI_REGEXP: /^https?:\/\//i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  SANITIZE_NAMED_PROPS: true,
  RETURN_DOM_FRAGMENT: true,
} as const;
/** Their text does not run into the next. */
const BLOCKS = new Set(['p', 'br', 'ul', 'ol', 'li', 'blockquote']);

/** A function that makes plain text of HTML; throws where the browser cannot do so safely. */
export function purifier(view: Window & typeof globalThis): (html: string) => string {
  const purify = createPurify(view);
  if (!purify.isSupported) throw new Error('this browser cannot clean HTML');
  return (html) => {
    const fragment = purify.sanitize(html, {
      ...NARROW,
      ALLOWED_TAGS: [...NARROW.ALLOWED_TAGS],
      ALLOWED_ATTR: [...NARROW.ALLOWED_ATTR],
    });
    return textOf(fragment).replace(/\s+/gu, ' ').trim();
  };
}

function textOf(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? '';
  const inner = [...node.childNodes].map(textOf).join('');
  return BLOCKS.has(node.nodeName.toLowerCase()) ? ` ${inner} ` : inner;
}
