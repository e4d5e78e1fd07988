import { foldWord } from './fold.ts';
import { type Place, phraseKeys } from './gazetteer.ts';
import { LOWER, type Scan } from './scan.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' ').map(foldWord));

/** Names and adjectives that are everyday words too, by language: "financial", "sung", "they admitted", "a building", a man's name. */
const EVERYDAY: Readonly<Record<string, ReadonlySet<string>>> = {
  ar: words('مالي'),
  fa: words('مالی غنا'),
  he: words('הודו בנין דני'),
  tr: words('mali'),
};

/** What stands before the name of a state and seldom before such a word. */
const BEFORE: Readonly<Record<string, ReadonlySet<string>>> = {
  ar: words('في الى دولة جمهورية حكومة رئيس رئيسة جيش سفير سفارة عاصمة شمال جنوب شرق غرب وسط شعب حدود من بين'),
  fa: words('در دولت جمهوری کشور رئیس‌جمهور جمهور ارتش سفیر سفارت پایتخت شمال جنوب شرق غرب مردم مرز از بین'),
  he: words('ממשלת נשיא נשיאת צבא שגריר שגרירות בירת מדינת צפון דרום מזרח מערב גבול בין לבין עם של נגד'),
};

/** Verbs that make one with the word before them: "ترک کرد", left. */
const LIGHT_VERBS = words('کرد کردند کرده کردن کردم کنند کند کنم نمود نموده شد شده');

const GOES_ON = foldWord('می');

/** Letters and the article that Arabic writes as one with a name; what is looked at is whether the article is there. */
const ARTICLE = /^[وف]?(?:بال|كال|لل|ال)(?=.{2})/u;
const AND = /^[وف](?=.{3})/u;
/** "and", "in", "to", with "and" before one of them; "as" only before a longer name, for it begins words of its own ("كسرت", broken, is no "as Sirte"). */
const PARTICLES = /^[وف]?[بل]?$/u;
const PARTICLES_OR_AS = /^[وف]?[بلك]?$/u;
const LEAST_AFTER_AS = 5;

interface Found {
  from: number;
  to: number;
  place: Place;
}

/**
 * Whether a phrase found by its stem is the name and not a word that shares the stem. In Arabic and Persian names take no endings ("لبنان" is no
 * "لبن", milk) and have the article always or never ("مالي" is not "المالي", the financial); a Turkish people has a capital.
 */
export function isOwnForm(place: Place, scanned: Scan, at: { from: number; to: number }, language: string): boolean {
  if (language === 'tr') return place.kind !== 'people' || scanned.shape[at.from] !== LOWER;
  if (language !== 'ar' && language !== 'fa') return true;
  if (place.kind === 'people') return !endsInMaqsura(scanned, at.to - 1, place) && !isVerb(scanned, at.to, language);
  const keys = phraseKeys(place.phrase);
  return keys.every((key, k) => isSame(key, scanned.key[at.from + k] as string));
}

/** The same word, what is joined before it aside, with the article in both or in neither. */
function isSame(listed: string, key: string): boolean {
  if (ARTICLE.test(listed)) return ARTICLE.test(key) && listed.replace(ARTICLE, '') === key.replace(ARTICLE, '');
  const particles = listed.length < LEAST_AFTER_AS ? PARTICLES : PARTICLES_OR_AS;
  return key.endsWith(listed) && particles.test(key.slice(0, key.length - listed.length));
}

/** "اليمنى", the right one, is written apart from "اليمني", the Yemeni, by its last letter alone. */
function endsInMaqsura({ text, end }: Scan, i: number, { phrase }: Place): boolean {
  return text[(end[i] as number) - 1] === 'ى' && !phrase.endsWith('ى');
}

function isVerb({ key }: Scan, next: number, language: string): boolean {
  // "ترک می‌کنند": a particle of its own before the verb.
  const verb = key[next] === GOES_ON ? next + 1 : next;
  return language === 'fa' && LIGHT_VERBS.has(key[verb] as string);
}

/** Without the mentions that are everyday words too, where neither what stands round them nor another mention tells the country. */
export function withoutEveryday<T extends Found>(scanned: Scan, found: T[], language: string): T[] {
  const everyday = EVERYDAY[language];
  if (!everyday) return found;
  const isDoubtful = ({ from, to, place }: Found) => to === from + 1 && everyday.has(foldWord(place.phrase));
  return found.filter(
    (one) =>
      !isDoubtful(one) ||
      isInPlace(scanned, one, language) ||
      found.some((other) => other.place.country === one.place.country && !isDoubtful(other)),
  );
}

function isInPlace(scanned: Scan, { from, to, place }: Found, language: string): boolean {
  // A Turkish name is parted from its case by an apostrophe.
  if (language === 'tr')
    return /^['’]/.test(scanned.text.slice(scanned.end[to - 1], (scanned.end[to - 1] as number) + 1));
  const before = from > 0 ? (scanned.key[from - 1] as string) : '';
  if (BEFORE[language]?.has(before) || BEFORE[language]?.has(before.replace(AND, ''))) return true;
  // "בהודו": in it, where "in" is no part of the word.
  return language === 'he' && place.phrase !== 'בנין' && scanned.key[from] !== foldWord(place.phrase);
}
