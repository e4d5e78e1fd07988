import { foldWord } from '../fold.ts';
import { LOWER, type Scan } from '../scan.ts';
import { isHead } from './body-heads.ts';
import { foreignBody } from './foreign-bodies.ts';
import { plainForm } from './leader-at.ts';
import { mention, type NameMention, type Reading } from './name-mention.ts';
import { CONNECT_PERSON, isGiven, isTitle } from './word-kinds.ts';

const HONORIFICS = new Set('mr mrs ms miss dr prof professor sir lady dame lord former ex late then the'.split(' '));

/** The list's full name where the text's form is its end ("Sarkozy"), else the text's own ("Mao"). */
export function leaderName(reading: Reading, name: string, from: number, to: number): string {
  const last = reading.scanned.key[to - 1] as string;
  // Another script's spelling: the list's name is the one that all languages share.
  if (!/\p{Script=Latin}/u.test(last)) return name;
  const bare = reading.language === 'de' && last.endsWith('s') ? last.slice(0, -1) : last;
  return foldWord(name).endsWith(last) || foldWord(name).endsWith(bare)
    ? name
    : reading.scanned.text.slice(reading.scanned.start[from], reading.scanned.end[to - 1]);
}

/** A title and its name may be parted by the full stop of an abbreviation ("Sen. Kerry"), not by a comma. */
export function titleGoesOn(scanned: Scan, i: number): boolean {
  return scanned.breaks[i] === 0 || scanned.text[scanned.end[i] as number] === '.';
}

/** The word after a person's name that starts at `from`. */
export function personEnd(reading: Reading, from: number, stop: number): number {
  const { scanned, lexicon, language } = reading;
  let i = from;
  let words = 0;
  while (i < stop && words < 5) {
    if (i > from && lexicon.leaders.longest(scanned.key, i, stop)?.values[0]?.full) break;
    if (scanned.shape[i] === LOWER) {
      const joins =
        CONNECT_PERSON.has(scanned.key[i] as string) &&
        i + 1 < stop &&
        scanned.breaks[i] === 0 &&
        (scanned.shape[i + 1] !== LOWER || CONNECT_PERSON.has(scanned.key[i + 1] as string));
      if (
        !joins ||
        scanned.key[i] === 'e' ||
        (scanned.key[i] === 'y' && /^(?:la|el|los|las)$/.test(scanned.key[i + 1] as string)) ||
        (language === 'de' && !isGermanParticle(scanned, i))
      )
        break;
    } else {
      const key = scanned.key[i] as string;
      if (
        words > 0 &&
        (isGermanNoun(reading, i, words) ||
          lexicon.notNames.has(key) ||
          isTitle(reading, key) ||
          (language !== 'en' && isHead(lexicon.heads, key, language)) ||
          lexicon.bodies.has(key) ||
          isPlaceAfter(reading, from, i))
      )
        break;
      words += 1;
    }
    i += 1;
    if (scanned.breaks[i - 1] === 1) break;
  }
  while (i > from && scanned.shape[i - 1] === LOWER) i--;
  return i;
}

/** In German "der" and "des" are articles, unless they follow "von": "Vertreter der Gesellschaft" is no name. */
function isGermanParticle(scanned: Scan, i: number): boolean {
  const key = scanned.key[i] as string;
  const before = scanned.key[i - 1] as string;
  return !/^(?:der|den|das|des|die)$/.test(key) || before === 'von' || before === 'van' || before === 'auf';
}

/** After given name and surname a German noun follows ("warf Landrat Jo Brahm Untätigkeit vor"), unless a second given name went before. */
function isGermanNoun(reading: Reading, i: number, words: number): boolean {
  const { scanned, language } = reading;
  // "Sevim Bergen-Kurz": one surname.
  if (scanned.text[(scanned.start[i] as number) - 1] === '-') return false;
  return language === 'de' && words >= 2 && scanned.shape[i - 1] !== LOWER && !isGiven(reading, i - 1);
}

/** A place ends a name, unless it is the one surname after a given name: "Paul London". */
function isPlaceAfter(reading: Reading, from: number, i: number): boolean {
  const place = reading.placeAt[i];
  if (!place || isGiven(reading, i) || place.place.kind === 'place') return false;
  return !(
    i === from + 1 &&
    place.to === i + 1 &&
    place.place.kind === 'capital' &&
    reading.lexicon.given.has(reading.scanned.key[from] as string)
  );
}

/** The person after a title at word `title`. */
export function titledPerson(
  reading: Reading,
  title: number,
  from: number,
  start: number,
  stop: number,
): NameMention | null {
  const { scanned, lexicon } = reading;
  if (foreignBody(reading, from, stop) > 0) return null;
  let to = personEnd(reading, from, stop);
  if (to === from) return null;
  // In a headline only the first words after a title are the name: "President Putin Visits ...".
  const titled = reading.titled[scanned.sentence[from] as number] === true;
  if (titled) to = Math.min(to, from + (isGiven(reading, from) ? 2 : 1));
  if (lexicon.bodies.has(scanned.key[to - 1] as string)) return null;
  const leader = lexicon.leaders.longest(scanned.key, from, stop);
  if (leader && leader.end > to) to = leader.end;
  const known = leader && leader.end === to ? leader.values[0] : undefined;
  if (titled && !known)
    return mention(reading, 'person', from, to, { office: '?', rule: 'title before the name', sure: false });
  return mention(reading, 'person', from, to, {
    office: longOffice(reading, title, from, start),
    country: known?.country ?? countryBefore(reading, title, start) ?? holderCountry(reading, from, to),
    role: 'GOV',
    rule: known ? 'list of leaders' : 'title before the name',
    sure: true,
    name: known && leaderName(reading, known.name, from, to),
    form: known && plainForm(reading, known, from, to),
    canonical: known?.name,
  });
}

/** Words of an office after its title that are looked at: "of", "for" and the matter. */
const LONG_OFFICE = 9;
const OF_OFFICE = new Set(
  'of for and the to des de du der für fur aux au a la los las del y e et und της του των'.split(' '),
);

/**
 * Where the name begins after a title that goes on: "Deputy Commissioner for Transit Affairs Lena Korr", "minister of the interior Jan
 * Brakkel". At the first given name, for nothing else tells the matter of an office from a name; null where none follows.
 */
export function nameAfterOffice(reading: Reading, title: number, stop: number): number | null {
  const { scanned, lexicon } = reading;
  const isPart = (i: number) =>
    lexicon.titleParts.has(scanned.key[i] as string) || isSlavicMatter(reading, i) || isRetired(reading, i);
  if (title + 2 >= stop || !(OF_OFFICE.has(scanned.key[title + 1] as string) || isPart(title + 1))) return null;
  const last = Math.min(stop - 1, title + LONG_OFFICE);
  for (let i = title + 1; i < last; i += 1) {
    if (scanned.breaks[i - 1] === 1) return null;
    // "заместитель председателя Комитета по транспорту": a body, which has a name of its own.
    if (isSlavic(reading) && scanned.shape[i] !== LOWER && foreignBody(reading, i, stop) > 0) return null;
    if (
      i > title + 1 &&
      scanned.shape[i] !== LOWER &&
      (scanned.shape[i + 1] !== LOWER || CONNECT_PERSON.has(scanned.key[i + 1] as string)) &&
      (isGiven(reading, i) || isSlavicMatter(reading, i - 1) || isRetired(reading, i - 1)) &&
      !isPart(i) &&
      scanned.breaks[i] === 0
    )
      return lexicon.bodies.has(scanned.key[i + 1] as string) || isPart(i + 1) ? null : i;
    if (scanned.shape[i] === LOWER && !OF_OFFICE.has(scanned.key[i] as string) && !isPart(i)) return null;
  }
  return null;
}

/** Words that a Slavic office goes on with, by their endings: "министра природных ресурсов по вопросам лесного хозяйства". */
const SLAVIC_MATTER = /(?:ого|его|ои|еи|ых|их|ам|ям|ов|ев|ств|[аяыиуюе])$/;
const SLAVIC_LINK = new Set('по и з із зі при в у'.split(' '));
const SLAVIC_VERB = /(?:л[аои]?|лся|лась|л[ои]сь|ть|ться|[еию]т|[ую]ть|[иеюя]ться|[иеую]тся|[аиуя]в|вся)$/;

function isSlavic({ language }: Reading): boolean {
  return language === 'ru' || language === 'uk';
}

function isSlavicMatter(reading: Reading, i: number): boolean {
  const { scanned } = reading;
  if (!isSlavic(reading) || scanned.shape[i] !== LOWER) return false;
  const key = scanned.key[i] as string;
  return SLAVIC_LINK.has(key) || (key.length > 3 && SLAVIC_MATTER.test(key) && !SLAVIC_VERB.test(key));
}

/** "Generalleutnant a. D. Volkmar Brahm": out of service. */
function isRetired({ scanned, language }: Reading, i: number): boolean {
  if (language !== 'de') return false;
  const key = scanned.key[i];
  return (key === 'a' && scanned.key[i + 1] === 'd') || (key === 'd' && scanned.key[i - 1] === 'a');
}

const SMALL_WORDS = new Set('of and the for la le les l el los las de del du des der die das dem den'.split(' '));

/** The office written before word `i`: "Egyptian Foreign Minister" gives "foreign minister". */
export function titleBefore(reading: Reading, i: number, start: number): string | null {
  const { scanned, lexicon } = reading;
  let from = i;
  while (from > start && i - from < 6) {
    const key = scanned.key[from - 1] as string;
    if (!isTitle(reading, key) && !lexicon.titleParts.has(key)) break;
    if (
      scanned.breaks[from - 1] === 1 &&
      !(from - 1 === i - 1 && scanned.text[scanned.end[from - 1] as number] === '.')
    )
      break;
    from -= 1;
  }
  while (from < i && SMALL_WORDS.has(scanned.key[from] as string)) from += 1;
  while (from < i && HONORIFICS.has(scanned.key[from] as string)) from++;
  if (from === i || !hasTitle(reading, from, i)) return null;
  return scanned.text.slice(scanned.start[from], scanned.end[i - 1]).toLowerCase();
}

/** The office with its matter, where that stands between title and name. */
function longOffice(reading: Reading, title: number, from: number, start: number): string | null {
  const { scanned } = reading;
  const office = titleBefore(reading, title + 1, start);
  if (office === null || from <= title + 1) return office;
  return `${office} ${scanned.text.slice(scanned.start[title + 1], scanned.end[from - 1]).toLowerCase()}`;
}

function hasTitle(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (isTitle(reading, reading.scanned.key[i] as string)) return true;
  return false;
}

/** The country or people that stands before a title. */
function countryBefore(reading: Reading, title: number, start: number): string | null {
  const { scanned, lexicon } = reading;
  let i = title;
  while (
    i >= start &&
    (isTitle(reading, scanned.key[i] as string) ||
      lexicon.titleParts.has(scanned.key[i] as string) ||
      scanned.key[i] === 's')
  )
    i -= 1;
  return (i >= start && reading.placeAt[i]?.place.country) || null;
}

/** The country of an office holder of the lists by that full name. */
export function holderCountry(reading: Reading, from: number, to: number): string | null {
  if (to - from < 2) return null;
  const line = reading.lexicon.holders.get(reading.scanned.key.slice(from, to).join(' '));
  return line ? line.slice(0, 3) : null;
}

/** "al-", "bin", "van": small words that only names of people have. */
export function hasParticle(scanned: Scan, from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i += 1)
    if (['al', 'bin', 'ibn', 'abu', 'el', 'van', 'von', 'ul'].includes(scanned.key[i] as string)) return true;
  return false;
}
