// Spellings and names of English public affairs that count as one concept, and how amounts are written. A short list of
// general knowledge: what a pack's own thesaurus would hold does not exist for imported fact-checks.
import { stemOf } from '../../text/stem.ts';

/** Word → concept, both in normal form. */
export const ALIASES: ReadonlyMap<string, string> = new Map(
  (
    'us:america usa:america american:america americans:america gop:republicans dem:democrats dems:democrats democratic:democrats repub:republicans rep:representative reps:representatives ' +
    'sen:senator sens:senators gov:governor govs:governors pres:president potus:president prez:president vp:vice-president flotus:first-lady scotus:supreme-court ' +
    'coronavirus:covid corona:covid ppl:people govt:government admin:administration dept:department prof:professor tv:television pic:photograph pics:photograph photo:photograph ' +
    'photos:photograph picture:photograph pictures:photograph image:photograph images:photograph vid:video vids:video footage:video clip:video bn:billion obamas:obama clintons:clinton nyc:new-york ny:new-york nj:new-jersey dc:washington ' +
    'tx:texas fla:florida fl:florida ' +
    'kid:child kids:child teen:teenager teens:teenager cop:police cops:police policeman:police policemen:police auto:car autos:car cellphone:phone cellphones:phone smartphone:phone ' +
    'immigrants:immigrant migrant:immigrant migrants:immigrant immigration:immigrant lawyer:attorney lawyers:attorney retweet:tweet retweeted:tweet retweets:tweet tweeted:tweet ' +
    'jan:january feb:february aug:august sept:september sep:september oct:october nov:november dec:december obamacare:obamacare daesh:isis isil:isis xmas:christmas ' +
    'quran:koran qaeda:qaida alqaida:qaida alqaeda:qaida qaida:qaida romneycare:romneycare dreamers:dreamer hilary:hillary'
  )
    .split(' ')
    .map((entry): [string, string] => {
      const [from = '', to = ''] = entry.split(':');
      return [from, to];
    }),
);

interface Phrase {
  /** Stems; the first is the key of PHRASES. */
  readonly words: readonly string[];
  readonly concept: string;
  /** Most characters between two words. */
  readonly gap: number;
  readonly capital: boolean;
}

const phrases: readonly (readonly [string, string, boolean?])[] = [
  ['u s', 'america', true],
  ['u s a', 'america', true],
  ['united states of america', 'america'],
  ['united states', 'america'],
  ['u k', 'britain', true],
  ['united kingdom', 'britain'],
  ['u n', 'united-nations', true],
  ['united nations', 'united-nations'],
  ['white house', 'white-house'],
  ['supreme court', 'supreme-court'],
  ['vice president', 'vice-president'],
  ['first lady', 'first-lady'],
  ['new york', 'new-york'],
  ['new jersey', 'new-jersey'],
  ['new hampshire', 'new-hampshire'],
  ['new mexico', 'new-mexico'],
  ['new orleans', 'new-orleans'],
  ['north carolina', 'north-carolina'],
  ['south carolina', 'south-carolina'],
  ['north korea', 'north-korea'],
  ['south korea', 'south-korea'],
  ['north dakota', 'north-dakota'],
  ['south dakota', 'south-dakota'],
  ['rhode island', 'rhode-island'],
  ['west virginia', 'west-virginia'],
  ['puerto rico', 'puerto-rico'],
  ['hong kong', 'hong-kong'],
  ['los angeles', 'los-angeles'],
  ['san francisco', 'san-francisco'],
  ['las vegas', 'las-vegas'],
  ['saudi arabia', 'saudi-arabia'],
  ['middle east', 'middle-east'],
  ['social security', 'social-security'],
  ['health care', 'healthcare'],
  ['wall street', 'wall-street'],
  ['planned parenthood', 'planned-parenthood'],
  ['affordable care act', 'obamacare'],
  ['patient protection and affordable care act', 'obamacare'],
  ['al qaeda', 'qaida'],
  ['al qaida', 'qaida'],
  ['islamic state', 'isis'],
  ['minimum wage', 'minimum-wage'],
  ['climate change', 'climate-change'],
  ['global warming', 'climate-change'],
  ['super bowl', 'super-bowl'],
  ['fox news', 'fox-news'],
  ['world series', 'world-series'],
  ['ronald reagan', 'reagan'],
  ['per cent', 'percent'],
];

const byFirst = new Map<string, Phrase[]>();
/** Letters with a point between them lie one character apart, words of a phrase at most two (hyphen and space). */
const GAP = 2;
for (const [text, concept, capital = false] of phrases) {
  const words = text.split(' ').map(stemOf);
  const key = words[0] ?? '';
  byFirst.set(
    key,
    [...(byFirst.get(key) ?? []), { words, concept, gap: GAP, capital }].sort((a, b) => b.words.length - a.words.length),
  );
}

/** Phrases by the stem they begin with, longest first. */
export const PHRASES: ReadonlyMap<string, readonly Phrase[]> = byFirst;

/** What multiplies the number before it, by stem. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
]);
