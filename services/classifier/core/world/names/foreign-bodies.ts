import { LOWER, type Scan } from '../scan.ts';
import { stemName } from '../stem-name.ts';
import { isGermanCompound, isHead } from './body-heads.ts';
import type { Reading } from './name-mention.ts';
import { isGiven, isTitle } from './word-kinds.ts';

/** Words of a body's name at most. */
const MOST_WORDS = 11;
/** Parts joined by "de", "pour", "für" at most: more are a sentence about it. */
const MOST_PARTS = 3;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/**
 * The end of a body's whole name that begins at word `i`, in the languages whose bodies are called by a word in front or behind and what
 * belongs to it ("Comité para la Protección de los Ríos", "Tarım ve Orman Bakanlığı"); 0 where none begins.
 */
export function foreignBody(reading: Reading, i: number, stop: number): number {
  const last = Math.min(stop, i + MOST_WORDS);
  switch (reading.language) {
    case 'de':
      return germanBody(reading, i, last);
    case 'fr':
    case 'es':
      return romanceBody(reading, i, last);
    case 'tr':
      return turkishBody(reading, i, last);
    case 'ru':
    case 'uk':
      return slavicBody(reading, i, last);
    default:
      return 0;
  }
}

const DE_LINK = words('fur zum zur gegen');
const DE_OF = words('der des');
const DE_ARTICLE = words('der die das den dem des');
/** Bodies whose genitive tells their name; of others ("Partei der Kanzlerin") it tells whose they are. */
const DE_OWNED =
  /(?:verband|verein|union|bund|rat|vereinigung|ministerium|komitee|gesellschaft|allianz|bundnis|liga|forum|amt|institut|akademie|stiftung)(?:e?s)?$/;
/** Bodies that stand right before what they are for: "Gewerkschaft Erziehung und Wissenschaft". */
const DE_APPOSED = /^(?:gewerkschaft|partei|bewegung|initiative|bundnis|stiftung|organisation)$/;
/** What is done, which goes on with what it is done to: "zur Bekämpfung der Geldwäsche". */
const DE_DOING = /(?:ung|schutz|abwehr|hilfe|aufsicht)$/;
const DE_ADJECTIVE = /(?:e|er|en|es|em)$/;

function germanBody(reading: Reading, i: number, stop: number): number {
  const { scanned, lexicon } = reading;
  const isCapital = (k: number) => k < stop && scanned.shape[k] !== LOWER;
  if (!isCapital(i)) return 0;
  const key = (k: number) => scanned.key[k] as string;
  const isBody = (k: number) => isCapital(k) && isHead(lexicon.heads, key(k), 'de');
  let head = i;
  if (!isBody(i)) {
    if (!DE_ADJECTIVE.test(key(i)) || !isBody(i + 1) || scanned.breaks[i] !== 0) return 0;
    head = i + 1;
  }
  let end = head + 1;
  for (let parts = 0; parts < MOST_PARTS && goesOn(scanned, end, stop); parts += 1) {
    const link = key(end);
    let at = end;
    if (DE_LINK.has(link)) at = end + (DE_ARTICLE.has(key(end + 1)) ? 2 : 1);
    else if (DE_OF.has(link) && DE_OWNED.test(key(head)) && !(key(head).endsWith('amt') && parts === 0)) at = end + 1;
    else if (DE_OF.has(link) && parts > 0 && DE_DOING.test(key(end - 1))) at = end + 1;
    else if (link === 'und' && parts > 0) at = end + 1;
    else if (!(parts === 0 && DE_APPOSED.test(key(head)) && isCapital(end) && key(end + 1) === 'und')) break;
    if (!isCapital(at) || isGiven(reading, at) || isTitle(reading, key(at))) break;
    end = nounsEnd(reading, at, stop);
  }
  if (end > head + 1) return end;
  return isGermanCompound(lexicon.heads, key(head)) && /ministerium|gerichtshof|^bundes/.test(key(head)) ? end : 0;
}

/** Capital nouns with the adjectives before them, "und" and "Osteuropa- und Internationale" among them. */
function nounsEnd(reading: Reading, from: number, stop: number): number {
  const { scanned } = reading;
  let i = from + 1;
  while (i < stop) {
    const gap = scanned.text.slice(scanned.end[i - 1], scanned.start[i]);
    if (scanned.breaks[i - 1] !== 0 && gap !== '- ') break;
    const isLink =
      scanned.key[i] === 'und' && i + 1 < stop && scanned.shape[i + 1] !== LOWER && scanned.breaks[i] === 0;
    if (!isLink && (scanned.shape[i] === LOWER || !DE_ADJECTIVE.test(scanned.key[i - 1] as string))) break;
    if (isLink ? isGiven(reading, i + 1) || isTitle(reading, scanned.key[i + 1] as string) : isGiven(reading, i)) break;
    i += isLink ? 2 : 1;
  }
  return i;
}

function goesOn(scanned: Scan, end: number, stop: number): boolean {
  return end < stop && scanned.breaks[end - 1] === 0;
}

const ROMANCE_LINK = words('de du des d del pour para por contre contra sur sans sin aux au a');
const ROMANCE_ARTICLE = words('la le les l el los las');
/** "à une amende": what follows is no name. */
const ROMANCE_ONE = words('un une una unos unas');
const PURPOSE = words('pour para por contre contra');
const ROMANCE_AND = words('et y e');
/** Bodies whose name is written small as often. */
const SMALL_HEADS = words('ministere ministerio');
const ADJECTIVE = {
  fr: /(?:al|ale|aux|ales|iques?|ics?|iens?|iennes?|ains?|aines?|ines|ais|aises?|ifs?|ives?|eurs?|eures?|unis|unies?|ois|oises?|aires?|(?:n|c|r|t|u)iel(?:le)?s?|[nu]el(?:le)?s?|istes?|eens?|eennes?)$/,
  es: /(?:ales?|ic[oa]s?|an[oa]s?|enses?|en[oa]s?|or|ora|ari[oa]s?|iv[oa]s?|unid[oa]s|ol|ola|istas?|eo|ea|dor|dora)$/,
} as const;
const LEAST_ADJECTIVE = 5;
const LEAST_NOUN = 3;
/** Adjectives that stand before a body's word: "Alto Comisionado". */
const BEFORE_HEAD = words('alto alta gran haut haute grand grande nuevo nueva nouveau nouvelle supremo suprema');

/** A small word that looks like an adjective; "criticó" is a verb. */
function isAdjective(scanned: Scan, i: number, language: 'fr' | 'es'): boolean {
  const key = scanned.key[i] as string;
  const isVerb = /[áéíó]/.test(scanned.text[(scanned.end[i] as number) - 1] as string);
  return key.length >= LEAST_ADJECTIVE && !isVerb && ADJECTIVE[language].test(key);
}

function romanceBody(reading: Reading, from: number, stop: number): number {
  const { scanned, lexicon } = reading;
  const language = reading.language as 'fr' | 'es';
  const key = (k: number) => scanned.key[k] as string;
  const isCapital = (k: number) => scanned.shape[k] !== LOWER;
  const isLater =
    isCapital(from) &&
    BEFORE_HEAD.has(key(from)) &&
    from + 1 < stop &&
    scanned.breaks[from] === 0 &&
    isCapital(from + 1);
  const i = isLater ? from + 1 : from;
  const isSmall = !isCapital(i);
  if (isSmall && !SMALL_HEADS.has(key(i))) return 0;
  if (!isHead(lexicon.heads, key(i), language)) return 0;
  const isOf = (word: string | undefined) => word !== undefined && /^(?:de|du|des|del|d)$/.test(word);
  const isPerson = (k: number) => isCapital(k) && (isGiven(reading, k) || isTitle(reading, key(k)));
  let end = i + 1;
  let parts = 0;
  let isFor = false;
  while (goesOn(scanned, end, stop) && parts <= MOST_PARTS) {
    // "de los Puertos Tadeo Brahm": two capitals in a row behind a whole name are a person.
    const isTwo = isCapital(end) && parts > 0 && end + 1 < stop && isCapital(end + 1) && scanned.breaks[end] === 0;
    if (isTwo && !(isAdjective(scanned, end, language) && isAdjective(scanned, end + 1, language))) break;
    if (isCapital(end) ? !isPerson(end) : isAdjective(scanned, end, language)) {
      end += 1;
      continue;
    }
    let at = end;
    const isAnd = ROMANCE_AND.has(key(at));
    if (isAnd) at += 1;
    let linked = isAnd;
    while (
      at < stop &&
      scanned.breaks[at - 1] === 0 &&
      (isLink(scanned, at, language) || ROMANCE_ARTICLE.has(key(at)))
    ) {
      linked ||= !ROMANCE_ARTICLE.has(key(at));
      isFor ||= PURPOSE.has(key(at));
      at += 1;
    }
    if (!linked || at >= stop || scanned.breaks[at - 1] !== 0 || isPerson(at) || ROMANCE_ONE.has(key(at))) break;
    // "et des conducteurs", "et forêts de Valmorin": what is joined has the name's own link before it or behind it.
    const isJoined = isAnd && parts > 0 && (isOf(key(end + 1)) || (isOf(key(at + 1)) && !isTitle(reading, key(at))));
    if (isAnd && (end === i + 1 || (!isCapital(at) && !isFor && !isJoined) || isHead(lexicon.heads, key(at), language)))
      break;
    if (!isCapital(at) && (isSmall || (key(at).length < LEAST_NOUN && !isFor))) break;
    // "et l'ONU": another body.
    if (end > i + 1 && lexicon.organisations.longest(scanned.key, at, stop)) break;
    // "du Mali" after a whole name is whose it is.
    const place = reading.placeAt[at];
    if (place && end > i + 1 && (place.place.kind === 'name' || place.place.kind === 'capital')) break;
    end = at + 1;
    parts += 1;
  }
  return end > i + 1 ? end : 0;
}

/** "à" belongs to names, "a" is French for "has" and Spanish for "to". */
function isLink(scanned: Scan, i: number, language: 'fr' | 'es'): boolean {
  const key = scanned.key[i] as string;
  return key === 'a' ? language === 'fr' && scanned.text[scanned.start[i] as number] === 'à' : ROMANCE_LINK.has(key);
}

/** Words that stand before a Turkish name with a capital only where they open a sentence. */
const TR_OPENING = words(
  'bu dun bugun ancak ayrica yeni eski bir iki son ve ise cunku ote ardindan onceki turk turkiye',
);

function turkishBody(reading: Reading, i: number, stop: number): number {
  const { scanned, lexicon } = reading;
  if (
    scanned.shape[i] === LOWER ||
    (TR_OPENING.has(scanned.key[i] as string) && !/^turk/.test(scanned.key[i] as string))
  )
    return 0;
  let end = 0;
  for (let k = i; k < stop; k += 1) {
    if (k > i && scanned.breaks[k - 1] !== 0) break;
    const key = scanned.key[k] as string;
    if (scanned.shape[k] === LOWER) {
      if (key !== 've' || k + 1 >= stop || scanned.shape[k + 1] === LOWER) break;
      continue;
    }
    if (k > i && isTitle(reading, key)) break;
    if (k > i && isHead(lexicon.heads, key, 'tr')) end = k + 1;
    // An apostrophe parts a name from its case: "Sendikası'nın".
    if (/^['’]/.test(scanned.text.slice(scanned.end[k], (scanned.end[k] as number) + 1))) break;
  }
  return end;
}

/** A Slavic body's name with its head word in the first case, so that all cases of one name are one; null where that is not known. */
export function plainBody({ scanned, lexicon, language }: Reading, i: number, end: number): string | null {
  if (language !== 'ru' && language !== 'uk') return null;
  const plain = lexicon.heads.get(language)?.get(stemName(scanned.key[i] as string, language));
  const head = scanned.text.slice(scanned.start[i], scanned.end[i]);
  if (plain === undefined || plain === head.toLowerCase()) return null;
  const capital = head[0] === head[0]?.toLowerCase() ? plain : plain[0]?.toUpperCase() + plain.slice(1);
  return capital + scanned.text.slice(scanned.end[i], scanned.end[end - 1]);
}

const RU_LINK = words('по за против и з із зі щодо проти та і');
const RU_AND = words('и та і');
const RU_VERB = /(?:л|ла|ло|ли|лся|лась|лось|лись|ть|ться|ет|ит|ют|ят|ут|ат|ются|ется|ится)$/;
/** Endings of folded words, in which й is и. */
const RU_GENITIVE = /(?:ого|его|ои|еи|ых|их|а|я|ы|и|ов|ев|ств|оі|іи|ів|нь|і)$/;
const RU_DATIVE = /(?:ам|ям|у|ю|е|ои|еи|ому|ему|ым|им|и)$/;
const RU_ADJECTIVE = /(?:ыи|ии|ои|ая|яя|ое|ее|ого|его|ому|ему|ым|им|ом|ем|ую|юю|еи|(?:н|ськ|цьк)(?:а|у|оі|іи|ою))$/;
const RU_SMALL = words('под над при для без что как это его их она они был так уже еще или также через после перед');
const RU_MATTER = /^(?:по|за|против|із|зі|з|проти|щодо)$/;
const LEAST_WORD = 3;

function slavicBody(reading: Reading, i: number, stop: number): number {
  const { scanned, lexicon, language } = reading;
  const key = (k: number) => scanned.key[k] as string;
  const isCapital = (k: number) => scanned.shape[k] !== LOWER;
  const isBody = (k: number) => k < stop && isHead(lexicon.heads, key(k), language);
  let head = i;
  if (!isBody(i)) {
    while (head < i + 2 && head < stop && RU_ADJECTIVE.test(key(head)) && scanned.breaks[head] === 0) head += 1;
    if (!isCapital(i) || head === i || !isBody(head)) return 0;
  } else if (!isCapital(i) && !key(i).startsWith('министерств') && !key(i).startsWith('міністерств')) return 0;
  let end = head + 1;
  // "за мир и порядок": what it is for stands in any case.
  let isFor = false;
  while (goesOn(scanned, end, stop)) {
    const link = RU_LINK.has(key(end));
    const isAnd = RU_AND.has(key(end));
    if (isAnd && end === head + 1) break;
    const at = link ? end + 1 : end;
    if (at >= stop || scanned.breaks[at - 1] !== 0 || key(at).length < LEAST_WORD || isTitle(reading, key(at))) break;
    const isMatter = link && !isAnd;
    if (RU_VERB.test(key(at)) || RU_SMALL.has(key(at))) break;
    // "по защите рек": what is looked after may have no ending.
    const bare = RU_MATTER.test(key(end - 2)) && key(at).length < 6;
    isFor ||= isMatter && key(end) !== 'по';
    if (!(RU_GENITIVE.test(key(at)) || bare || (link && (isFor || RU_DATIVE.test(key(at)))))) break;
    // Two capitals in a row are a person: "Всемирного банка Аджая Бангу".
    if (
      isCapital(at) &&
      (isGiven(reading, at) || (at + 1 < stop && scanned.shape[at + 1] !== LOWER && scanned.breaks[at] === 0))
    )
      break;
    end = at + 1;
  }
  return end > i + 1 ? end : 0;
}
