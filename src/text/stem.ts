// Stems of English words: Porter2 by the `porter2` package, with the irregular forms that news writing uses.
import { stem as porter2 } from 'porter2';

// Irregular forms, each line: base form, then its forms. Porter2 only strips endings.
const IRREGULAR =
  'be am is are was were been being;say said;go went gone goes;give gave given;take took taken;tell told;think thought;come came;hold held;keep kept;leave left;' +
  'lose lost;make made;meet met;pay paid;put;run ran;see saw seen;seek sought;sell sold;send sent;speak spoke spoken;stand stood;swear swore sworn;teach taught;' +
  'win won;write wrote written;bring brought;buy bought;catch caught;choose chose chosen;draw drew drawn;drive drove driven;eat ate eaten;fall fell fallen;' +
  'fight fought;find found;fly flew flown;forbid forbade forbidden;freeze froze frozen;get got gotten;grow grew grown;hear heard;hide hid hidden;know knew known;' +
  'lay laid;lead led;let;lie lied;mean meant;rise rose risen;shake shook shaken;shrink shrank shrunk;sing sang sung;sink sank sunk;sit sat;sleep slept;spend spent;' +
  'steal stole stolen;strike struck stricken;swing swung;throw threw thrown;understand understood;wear wore worn;withdraw withdrew withdrawn;break broke broken;' +
  'begin began begun;become became;build built;feel felt;foresee foresaw foreseen;forget forgot forgotten;rebuild rebuilt;overcome overcame;undergo underwent undergone;' +
  'man men;woman women;child children;foot feet;die dying;blow blew blown;bear bore borne;bind bound;feed fed;hang hung;ride rode ridden;ring rang rung;' +
  'stick stuck;wake woke woken;wind wound;shoot shot;dig dug;sow sown;tear tore torn;spring sprang sprung;weave wove woven;retell retold;mislead misled;resell resold;uphold upheld;withhold withheld;' +
  'army armies;country countries;ally allies;party parties;worse worst;better best;more most;less least';

const base = new Map<string, string>();
for (const family of IRREGULAR.split(';')) {
  const [first = '', ...forms] = family.split(' ');
  for (const form of forms) base.set(form, porter2(first));
}

/** The stem of a word in normal form (lower case, no marks). Words with digits are their own stem. */
export const stemOf = (word: string): string => base.get(word) ?? (/^[a-z]+$/.test(word) ? porter2(word) : word);
