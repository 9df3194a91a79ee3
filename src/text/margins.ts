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
const CLOCK = '\\d{1,2}[:.]\\d\\d(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{2,4}\\b)?';
const TIME = `(?:,? (?:at |[-–—] )?${CLOCK})?`;
const NAME = "\\p{Lu}[\\p{L}.'’-]+(?: (?:(?:de|van|von|al) )?\\p{Lu}[\\p{L}.'’-]*){1,3}";
/** A sentence begins here: nobody goes on in the middle of one with a capital. */
const OPENING = '(?=["\'“‘«(]?[\\p{Lu}\\p{N}])';
const LABEL =
  '(?:(?:[Dd]ated?|(?:[Ff]irst |[Ll]ast )?(?:[Pp]ublished|[Pp]osted|[Uu]pdated|[Mm]odified)|DATE|PUBLISHED|POSTED|UPDATED)(?: on| at)?:? )';
const BYLINE = `B(?:y|Y) ${NAME}(?:(?:,| and) ${NAME}){0,3}(?: ?[|·•] ?| [-–—] |,? (?=${LABEL}?${FULL_DATE}))`;
const AGO = '\\d{1,2} ?(?:m|h|d|min(?:ute)?s?|hours?|days?) (?:ago|read)';
const STAMP = `(?:${LABEL}${FULL_DATE}${TIME}(?: ?[|·•:–—] ?| --? | )|(?:${FULL_DATE}${TIME}|${CLOCK}|${AGO})(?: ?[|·•] ?| ))`;

const CAPITALS = "(?:ST\\. )?\\p{Lu}[\\p{Lu}'’-]{2,}(?:[ /]\\p{Lu}[\\p{Lu}.'’-]+){0,3}";
const PLACE = '\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+){0,3}';
const REGION = '(?:, \\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+){0,2}| \\(\\p{Lu}\\p{L}+\\))?';
const SHORT_DATE = `(?:${MONTH} ${DAY}|${DAY} ${MONTH})(?:,? ${YEAR})?`;
const WHEN = `(?:[,.] ${SHORT_DATE})?`;
const AGENCY = '(?:\\(\\p{L}[\\p{L}\\d./& ]{1,24}\\)|/\\p{Lu}[\\p{L} ]{1,24}/)';
const DASH = '(?: ?[–—] ?| --? )';
// An organisation in capitals is a subject: “NATO — Ukraine's hope — …”.
const ORGANISATION = '(?!(?:NATO|USA|USSR|OSCE|IAEA|CIA|FBI|NSA|FSB|SBU|GUR|BBC|CNN|TASS)\\b[^,(/]{0,3}[-–—])';
const DATELINE = [
  `${ORGANISATION}${CAPITALS}${REGION}${WHEN}(?:,? ${AGENCY})?${DASH}`,
  `${PLACE}${REGION}${WHEN},? ${AGENCY}${DASH}`,
  `(?:${SHORT_DATE} )?${AGENCY}${DASH}`,
  `${CAPITALS}${REGION}${WHEN}\\.? ${AGENCY}\\. `,
].join('|');

const RUBRIC =
  '(?:(?:(?:[Bb]reaking|[Ee]xclusive|[Aa]nalysis|[Oo]pinion|[Cc]omment|[Ee]ditorial|[Ll]ive|[Ww]atch|[Ll]isten|[Vv]ideo|[Ii]n [Pp]ictures|[Uu]pdate|[Ee]xplainer|[Ff]actbox|[Rr]ead (?:also|more)|(?:[Pp]hoto|[Pp]icture)(?: [Cc]aption)?|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|COMMENT|EDITORIAL|LIVE|WATCH|LISTEN|VIDEO|UPDATE|EXPLAINER|FACTBOX|JUST IN)(?: ?[:|] | [–—-] ))|(?:RT )?@\\w{2,30}:? |\\d{1,3}[.)] |\\d{1,2}\\.\\d{1,2} )';

const LEAD_IN = new RegExp(
  `^(?:${RUBRIC}${OPENING})?(?:${BYLINE}${OPENING})?(?:(?:${STAMP}){1,2}${OPENING})?(?:(?:${DATELINE})${OPENING})?`,
  'u',
);
/** Nothing of the above does without one of these. */
const SIGN = /[|·•–—:@]| --? |\/\.|\d{4}|^\d/u;

const OUTLET =
  "(?:The )?(?:\\p{Lu}[\\p{L}&.'’]* ){0,3}(?:News|Times|Post|Herald|Tribune|Gazette|Journal|Mail|Telegraph|Guardian|Independent|Magazine|Online|Reuters|AP|AFP|dpa|BBC|CNN|NPR|\\p{L}+\\.(?:com|org|net|ru|ua|de|uk))";
const LEAD_OUT = new RegExp(
  [
    '\\s*(?:https?://|www\\.)\\S+',
    '(?:\\s+#[\\p{L}\\p{N}_]+)+',
    ` [-–—|·•] ${OUTLET}`,
    '\\s*\\((?:Photo|Image|Picture|Video|Credit|Source)s?: ?[^()]{1,60}\\)',
    `\\s*\\(${OUTLET}(?:, ${FULL_DATE})?\\)\\.?`,
    '(?<=[.?!…]["”’»)]?)\\s*(?:… ?)?(?:Read more|Read on|Continue reading|Show more|Learn more|See more|Advertisement|Share|Tweet|Subscribe)(?: ?[»›→…])?',
  ]
    .map((pattern) => `(?:${pattern})$`)
    .join('|'),
  'u',
);
/** A block that ends as a sentence does ends with one. */
const ENDED = /[^)][.?!…]["”’»]?$/u;
/** Such things may follow each other: an address behind a hashtag. */
const MOST_ENDS = 3;
/** So much of a block's start and end is looked at. */
const REACH = 160;

/** Offsets in UTF-16 units between which the sentences of a block stand. */
export const margins = (text: string): [from: number, to: number] => {
  const start = text.slice(0, REACH);
  const from = SIGN.test(start) ? (LEAD_IN.exec(start)?.[0].length ?? 0) : 0;
  let to = text.length;
  for (let i = 0; i < MOST_ENDS; i++) {
    const end = text.slice(Math.max(from, to - REACH), to).trimEnd();
    const out = ENDED.test(end) ? null : LEAD_OUT.exec(end);
    if (!out) break;
    to = Math.max(from, to - REACH) + out.index;
  }
  return to > from ? [from, to] : [0, text.length];
};
