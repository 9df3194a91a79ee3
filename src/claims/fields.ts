// The small schemas that a pack is made of: text, ids, addresses, dates. Every message says what was expected.
// What is dangerous or invisible in foreign text ends here: bidi controls, tag characters, lone
// surrogates, addresses with a user name. Markup stays as the plain text it is; no view of ours parses it.
import * as v from 'valibot';
import { isPartialDate } from './dates.ts';

/** Characters in one field, after NFKC (one character can unfold to eighteen). */
export const FIELD_LIMIT = 2000;
/** Ids travel in messages and keys; the platform's messages take no longer ones. */
export const ID_LIMIT = 200;

const INVISIBLE = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu;
const CONTROLS = /\p{Cc}+/gu;
const PLAIN = /^[ -~]*$/;

/** Text without bidi controls and tag characters, control characters as spaces, trimmed. */
export const cleaned = (text: string): string =>
  (PLAIN.test(text) ? text : text.replace(INVISIBLE, '').replace(CONTROLS, ' ')).trim();

/** The beginning of a text, never half a character; no longer after normalising (NFKC) either. */
export function shortened(text: string, units: number): string {
  const cut = text.slice(0, units);
  const unfolded = cut.normalize('NFKC');
  return (unfolded.length > units ? unfolded.slice(0, units) : cut).toWellFormed().trim();
}

const TEXT = `text of 1 to ${FIELD_LIMIT} characters`;
const HALF = 'text without half characters (lone surrogates)';
const UNFOLDED = `text of at most ${FIELD_LIMIT} characters after normalising (NFKC)`;
// One step for cleaning and checking: a pack of 250,000 claims has millions of texts, nearly all of them plain.
export const text = v.pipe(
  v.string(TEXT),
  v.minLength(1, TEXT),
  v.maxLength(FIELD_LIMIT, TEXT),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    const plain = PLAIN.test(value);
    const clean = plain ? value.trim() : cleaned(value);
    const wrong =
      clean === ''
        ? TEXT
        : plain
          ? null
          : !value.isWellFormed()
            ? HALF
            : clean.normalize('NFKC').length > FIELD_LIMIT
              ? UNFOLDED
              : null;
    if (wrong === null) return clean;
    addIssue({ message: wrong });
    return NEVER;
  }),
);

const ID = `an id of 1 to ${ID_LIMIT} visible characters`;
export const id = v.pipe(
  v.string(ID),
  v.minLength(1, ID),
  v.maxLength(ID_LIMIT, ID),
  v.check((value) => value.isWellFormed() && cleaned(value) === value, ID),
);

const PACK_ID = 'a pack id of at most 100 small letters, digits, "-", "_" or "."';
export const packId = v.pipe(v.string(PACK_ID), v.regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, PACK_ID));

const DATE = 'an ISO date such as "2023-12-01", "2023-12" or "2023"';
export const date = v.pipe(v.string(DATE), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, DATE), v.check(isPartialDate, DATE));

const LANGUAGE = 'a language tag such as "en" or "pt-BR"';
export const language = v.pipe(v.string(LANGUAGE), v.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}$/, LANGUAGE));

/** The address as the browser writes it, or null when it is none that a reader should be offered. */
export function safeAddress(address: string, base?: string): string | null {
  if (cleaned(address) !== address || /\s/.test(address) || !address.isWellFormed()) return null;
  const url = URL.parse(address, base);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  return url.username === '' && url.password === '' && url.href.length <= FIELD_LIMIT ? url.href : null;
}

const ADDRESS = `an https or http address of at most ${FIELD_LIMIT} characters, without user name, spaces or control characters`;
export const address = v.pipe(
  v.string(ADDRESS),
  v.maxLength(FIELD_LIMIT, ADDRESS),
  v.regex(/^https?:\/\//i, ADDRESS),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const safe = safeAddress(dataset.value);
    if (safe !== null) return safe;
    addIssue({ message: ADDRESS });
    return NEVER;
  }),
);
