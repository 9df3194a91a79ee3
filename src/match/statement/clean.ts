// What a post on a social network holds beside words: links, handles, hashtags, a signature. Used on selections only;
// articles are matched as they stand.
import { dayWritten } from './occasion.ts';

const LINK = /(?:https?:\/\/|pic\.twitter\.com\/|t\.co\/|www\.)[^\s—]*/gi;
/** "— Name (@handle) January 14, 2020": who posted it and when. White space belongs to the name, so that it is read once. */
const SIGNATURE = /[—–]([^—–]*?)\((@\w+)\)\s*(?:([A-Z][a-z]+) (\d{1,2}), (\d{2,4}))?/gu;
/** Characters of the longest name; networks allow 50. */
const LONGEST_NAME = 80;
const TAG = /[#@](\w+)/g;

/** "AustralianFires2020" → "Australian Fires 2020". */
const spread = (tag: string): string =>
  tag
    .replace(/_/g, ' ')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .replace(/(\p{L})(?=\p{N})|(\p{N})(?=\p{L}{3})/gu, '$1$2 ');

/** The words of a post, and apart from them who signed it and on which day (since 1970, 0 unknown). */
export const cleanPost = (text: string): { readonly text: string; readonly signature: string; readonly day: number } => {
  const signatures: string[] = [];
  let day = 0;
  const words = text
    .replace(SIGNATURE, (found, before: string, handle: string, month = '', date = '', year = '') => {
      const name = before.trim();
      if (name.length > LONGEST_NAME) return found;
      day = dayWritten(month, date, year);
      signatures.push(name, spread(handle.slice(1)));
      return '. ';
    })
    .replace(LINK, ' ')
    .replace(TAG, (_, tag: string) => ` ${spread(tag)} `);
  return { text: words, signature: signatures.join(' '), day };
};
