// What stands in a block before its first sentence and after its last one without being part of them: bylines, dates, the
// dateline of an agency's report ("KYIV, Dec 2 (Reuters) - "), rubrics, addresses, the name of the site. Their names and
// numbers are not what the sentence speaks of. Left alone: what may tell who says it ("Kremlin: …", "… – Hersh"), and the
// date at the head of a chronology's entry ("1 November 2023: …").

const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const YEAR = '(?:19|20)\\d\\d';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )?';
const FULL_DATE = `${WEEKDAY}(?:${YEAR}-\\d\\d-\\d\\d|\\d{1,2}[./]\\d{1,2}[./]${YEAR}|${DAY} ${MONTH},? ${YEAR}|${MONTH} ${DAY},? ${YEAR})`;
const ZONE = '(?:GMT|UTC|BST|CES?T|EES?T|WES?T|MSK|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T)\\b';
const CLOCK = `\\d{1,2}[:.]\\d\\d(?: ?[ap]\\.?m\\.?)?(?: ${ZONE})?`;
/** Without a date beside it: 2.50 may be anything. */
const HOUR = `(?:\\d{1,2}:\\d\\d(?: ?[ap]\\.?m\\.?)?(?: ${ZONE})?|\\d{1,2}\\.\\d\\d ${ZONE})`;
const TIME = `(?:,? (?:at |[-–—] )?${CLOCK})?`;
const NAME = "\\p{Lu}[\\p{L}.'’-]+(?: (?:(?:de|van|von|al) )?\\p{Lu}[\\p{L}.'’-]*){1,3}";
/** A sentence begins here: nobody goes on in the middle of one with a capital. */
const OPENING = '(?=["\'“‘«(]?[\\p{Lu}\\p{N}])';
const LABEL =
  '(?:(?:[Dd]ated?|(?:[Ff]irst |[Ll]ast )?(?:[Pp]ublished|[Pp]osted|[Uu]pdated|[Mm]odified)|DATE|PUBLISHED|POSTED|UPDATED)(?: on| at)?:? )';
const BYLINE = `B(?:y|Y) ${NAME}(?:(?:,| and) ${NAME}){0,3}(?: ?[|·•] ?| [-–—] |,? (?=${LABEL}?${FULL_DATE}))`;
const AGO = '\\d{1,2} ?(?:m|h|d|min(?:ute)?s?|hours?|days?) (?:ago|read)';
const STAMP = `(?:${LABEL}${FULL_DATE}${TIME}(?: ?[|·•:–—] ?| --? | )|(?:${FULL_DATE}${TIME}|${HOUR}|${AGO})(?: ?[|·•] ?| ))`;

const CAPITALS = "(?:ST\\. )?\\p{Lu}[\\p{Lu}'’-]{2,}(?:[ /]\\p{Lu}[\\p{Lu}.'’-]+){0,3}";
const PLACE = '\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+){0,3}';
const SOME_REGION = '(?:, \\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+){0,2}| \\(\\p{Lu}\\p{L}+\\))';
const REGION = `${SOME_REGION}?`;
const SHORT_DATE = `(?:${MONTH} ${DAY}|${DAY} ${MONTH})(?:,? ${YEAR})?`;
const SOME_WHEN = `(?:[,.] ${SHORT_DATE})`;
const WHEN = `${SOME_WHEN}?`;
// Other words in brackets tell who speaks ("Peskov (Kremlin) – …"), or that it is false.
const WIRE =
  '(?:(?!TRUE|FALSE|FAKE|MYTH|HOAX|LIES?\\b|NOT\\b)[A-Z]{2,5}|Reuters|dpa|Xinhua|Interfax(?:-Ukraine)?|Bloomberg|Kyodo|Yonhap|Ukrinform|Sputnik|RIA Novosti|(?:\\p{Lu}\\p{L}+ )?(?:\\p{Lu}\\p{L}*[Ww]ire|Press|Newswire|News Agency))';
const AGENCY = `(?:\\(${WIRE}\\)|/${WIRE}/)`;
const DASH = '(?: ?[–—] ?| --? )';
// Whatever else stands in capitals before a dash may be the subject ("KREMLIN – …", "UKRAINE–RUSSIA TALKS") or a verdict ("FALSE – …").
const CITY =
  '(?:KYIV|KIEV|LVIV|ODESA|ODESSA|KHARKIV|KHERSON|MOSCOW|MINSK|WARSAW|VILNIUS|RIGA|TALLINN|HELSINKI|STOCKHOLM|OSLO|COPENHAGEN|BERLIN|PARIS|LONDON|BRUSSELS|THE HAGUE|GENEVA|VIENNA|ROME|MADRID|PRAGUE|BUDAPEST|BUCHAREST|CHISINAU|ISTANBUL|ANKARA|JERUSALEM|TEL AVIV|DUBAI|RIYADH|TOKYO|BEIJING|SEOUL|WASHINGTON|NEW YORK|UNITED NATIONS|CHICAGO|LOS ANGELES|SAN FRANCISCO|PHILADELPHIA|DENVER|CLEVELAND|BOSTON|MIAMI|ATLANTA|DALLAS|HOUSTON|TORONTO|OTTAWA)';
/** In small letters, with its country and without an agency: "Kyiv, Ukraine — ". "Ukraine, Russia — …" may be the subject. */
const TOWN = CITY.replace(/(?<=\p{Lu})\p{Lu}+/gu, (capitals) => capitals.toLowerCase());
const COUNTRY =
  '(?:Ukraine|Russia|Belarus|Moldova|Poland|Romania|Hungary|Slovakia|Finland|Estonia|Latvia|Lithuania|Germany|France|Belgium|Austria|Switzerland|Italy|Spain|England|Scotland|Ireland|Turkey|Türkiye|Israel|Canada|Australia|India|China|Japan)';
/** A word in capitals after it belongs to what stands before: "KYIV–MOSCOW TALKS". */
const IN_SMALL = '(?!\\p{Lu}{3,})';
const DATELINE = [
  `${CITY}${DASH}${IN_SMALL}`,
  `${CAPITALS}(?:${SOME_REGION}${WHEN}(?:,? ${AGENCY})?|${SOME_WHEN}(?:,? ${AGENCY})?|,? ${AGENCY})${DASH}${IN_SMALL}`,
  `${PLACE}${REGION}${WHEN},? ${AGENCY}${DASH}(?!(?:We|I)\\b)`,
  `${TOWN}, ${COUNTRY}${DASH}${IN_SMALL}`,
  `(?:${SHORT_DATE} )?${AGENCY}${DASH}`,
  `${CAPITALS}${REGION}${WHEN}\\.? ${AGENCY}\\. `,
].join('|');

const RUBRIC =
  '(?:(?:(?:[Bb]reaking|[Ee]xclusive|[Aa]nalysis|[Oo]pinion|[Cc]omment|[Ee]ditorial|[Ll]ive|[Ww]atch|[Ll]isten|[Vv]ideo|[Ii]n [Pp]ictures|[Uu]pdate|[Ee]xplainer|[Ff]actbox|[Rr]ead (?:also|more)|(?:[Pp]hoto|[Pp]icture)(?: [Cc]aption)?|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|COMMENT|EDITORIAL|LIVE|WATCH|LISTEN|VIDEO|UPDATE|EXPLAINER|FACTBOX|JUST IN)(?: ?[:|] | [–—-] ))|(?:RT )?@\\w{2,30}:? |\\d{1,3}[.)] )';

const LEAD_IN = new RegExp(
  `^(?:${RUBRIC}${OPENING})?(?:${BYLINE}${OPENING})?(?:(?:${STAMP}){1,2}${OPENING})?(?:(?:${DATELINE})${OPENING})?`,
  'u',
);
/** Nothing of the above does without one of these. */
const SIGN = /[|·•–—:@]| --? |\/\.|\d{4}|^\d/u;

// Few words before the noun: "… – Kremlin Slams Fake News" says something.
const OUTLET =
  "(?:The )?(?:(?:\\p{Lu}[\\p{L}&.'’]* ){0,2}(?:Times|Post|Herald|Tribune|Gazette|Journal|Mail|Telegraph|Guardian|Independent|Magazine)|(?!Fake)(?:\\p{Lu}[\\p{L}&.'’]* )?(?:News|Online)|Reuters|AP|AFP|dpa|BBC|CNN|NPR|\\p{L}+\\.(?:com|org|net|ru|ua|de|uk))";
// Some tags say what to think of a text.
const TAG = '#(?![Ff]ake|[Ff]alse|[Hh]oax|[Ll]ie|[Mm]yth|[Dd]ebunk|[Dd]isinf)[\\p{L}\\p{N}_]+';
const BUTTON =
  '(?:Read more|Read on|Continue reading|Show more|Learn more|See more|Advertisement|Share|Tweet|Print|Save|Subscribe)(?: ?[»›→…])?';
// What may stand at the end, each by itself: one pattern for all takes twenty times as long.
const ADDRESS = /\(?(?:https?:\/\/|www\.)\S+$/u;
// One tag within a sentence is one of its words.
const TAGS = new RegExp(`(?:(?<=[.?!…]["”’»)]?)(?:\\s+${TAG})+|(?:\\s+${TAG}){2,})$`, 'u');
const SITE = new RegExp(`^[-–—|·•] ${OUTLET}$`, 'u');
const CREDIT = [
  '(?:[\\p{L}.]+ )?(?:Photo|Image|Picture|Video|Credit|Source)s?(?:/|: ?)[^()]{1,80}',
  `(?:Photo|Image|Picture|Video)s? by ${NAME}(?:/[^()]{1,40})?`,
  `(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by ${NAME}[^()]{0,180}`,
].join('|');
const SOURCE = new RegExp(`^\\((?:${CREDIT}|${OUTLET}(?:, ${FULL_DATE})?)\\)\\.?$`, 'u');
const BUTTONS = new RegExp(`(?<=[.?!…]["”’»)]?)\\s*(?:… ?)?${BUTTON}(?: ${BUTTON})*$`, 'u');
const ENDS_IN_BUTTON = new RegExp(`${BUTTON}$`, 'u');
const LONGEST_BUTTON = 24;
const LONGEST_SITE = 100;

const SPACE = ' ';
const isSpace = (code: number): boolean => code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x3000;

/** Where the white space before `at` begins. */
const trimmed = (text: string, at: number): number => {
  let to = at;
  while (to > 0 && isSpace(text.charCodeAt(to - 1))) to--;
  return to;
};

/** Place of the last sign that stands between spaces, or -1. */
const lastApart = (text: string): number => {
  for (let i = text.length - 2; i > 0 && i > text.length - LONGEST_SITE; i--)
    if (text[i - 1] === SPACE && text[i + 1] === SPACE && '-–—|·•'.includes(text.charAt(i))) return i;
  return -1;
};

/** Where the last thing that is no sentence begins, in a text without white space at its end; -1 where there is none. */
const leadOut = (text: string): number => {
  const bracket = text.endsWith(')') || text.endsWith(').') ? text.lastIndexOf('(') : -1;
  if (bracket >= 0 && SOURCE.test(text.slice(bracket))) return trimmed(text, bracket);
  const word = text.slice(text.lastIndexOf(SPACE) + 1);
  const address = ADDRESS.exec(word);
  if (address) return trimmed(text, text.length - word.length + address.index);
  if (word.startsWith('#')) return TAGS.exec(text)?.index ?? -1;
  const apart = lastApart(text);
  if (apart >= 0 && SITE.test(text.slice(apart))) return apart - 1;
  return ENDS_IN_BUTTON.test(text.slice(-LONGEST_BUTTON)) ? (BUTTONS.exec(text)?.index ?? -1) : -1;
};

/** Whether what stands from `from` to `to` ends as a sentence does: then one stands at its end. A bracket before the stop may be a source's. */
const isEnded = (text: string, from: number, to: number): boolean => {
  const last = '"”’»'.includes(text.charAt(to - 1)) ? to - 2 : to - 1;
  return last > from && '.?!…'.includes(text.charAt(last)) && text.charAt(last - 1) !== ')';
};
/** Such things may follow each other: an address behind a hashtag. */
const MOST_ENDS = 3;
/** So much of a block's start is looked at, and of its end, where an address may be long. */
const REACH = 160;
const REACH_BACK = 400;

/** Offsets in UTF-16 units between which the sentences of a block stand. */
export const margins = (text: string): [from: number, to: number] => {
  const start = text.slice(0, REACH);
  const from = SIGN.test(start) ? (LEAD_IN.exec(start)?.[0].length ?? 0) : 0;
  let to = text.length;
  for (let i = 0; i < MOST_ENDS; i++) {
    const first = Math.max(from, to - REACH_BACK);
    const end = Math.max(first, trimmed(text, to));
    const at = isEnded(text, first, end) ? -1 : leadOut(text.slice(first, end));
    if (at < 0) break;
    to = first + at;
  }
  return to > from ? [from, to] : [0, text.length];
};
