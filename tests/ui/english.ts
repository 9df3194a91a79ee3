// The English texts as the browser would give them; a text that is missing throws.
import messages from '../../assets/_locales/en/messages.json' with { type: 'json' };
import type { Texts } from '../../src/ui/texts.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
const known = messages as Readonly<Record<string, Message>>;
/** Keys that a locale may leave out. */
const OPTIONAL: ReadonlySet<string> = new Set(['direction']);

function text(key: string, ...subs: readonly (string | number)[]): string {
  const found = known[key];
  if (found === undefined && OPTIONAL.has(key)) return key;
  if (found === undefined) throw new Error(`expected a text for ${key}, found none`);
  return found.message
    .replace(/\$([A-Z_]+)\$/gu, (_, name) => found.placeholders?.[name.toLowerCase()]?.content ?? '')
    .replace(/\$(\d)/gu, (_, at) => String(subs[Number(at) - 1] ?? ''));
}

export const ENGLISH: Texts = {
  text,
  counted: (key, count, ...subs) => text(`${key}_${new Intl.PluralRules('en').select(count)}`, count, ...subs),
  language: 'en',
};
