import { foldWord } from '../fold.ts';
import { LOWER, type Scan } from '../scan.ts';
import { mention, type NameMention, type Reading } from './name-mention.ts';
import { CONNECT_PERSON, isGiven } from './word-kinds.ts';

const HONORIFICS = new Set('mr mrs ms miss dr prof professor sir lady dame lord former ex late then the'.split(' '));

/** The list's full name where the text's form is its end ("Sarkozy"), else the text's own ("Mao"). */
export function leaderName(r: Reading, name: string, from: number, to: number): string {
  const last = r.s.key[to - 1] as string;
  // Another script's spelling: the list's name is the one that all languages share.
  if (!/\p{Script=Latin}/u.test(last)) return name;
  return foldWord(name).endsWith(last) ? name : r.s.text.slice(r.s.start[from], r.s.end[to - 1]);
}

/** A title and its name may be parted by the full stop of an abbreviation ("Sen. Kerry"), not by a comma. */
export function titleGoesOn(s: Scan, i: number): boolean {
  return s.breaks[i] === 0 || s.text[s.end[i] as number] === '.';
}

/** The word after a person's name that starts at `from`. */
export function personEnd(r: Reading, from: number, stop: number): number {
  const { s, lexicon } = r;
  let i = from;
  let words = 0;
  while (i < stop && words < 5) {
    if (i > from && lexicon.leaders.longest(s.key, i, stop)?.values[0]?.full) break;
    if (s.shape[i] === LOWER) {
      const joins =
        CONNECT_PERSON.has(s.key[i] as string) &&
        i + 1 < stop &&
        s.breaks[i] === 0 &&
        (s.shape[i + 1] !== LOWER || CONNECT_PERSON.has(s.key[i + 1] as string));
      if (!joins || s.key[i] === 'e') break;
    } else {
      const key = s.key[i] as string;
      if (
        words > 0 &&
        (lexicon.notNames.has(key) || lexicon.titles.has(key) || lexicon.bodies.has(key) || isPlaceAfter(r, from, i))
      )
        break;
      words++;
    }
    i++;
    if (s.breaks[i - 1] === 1) break;
  }
  while (i > from && s.shape[i - 1] === LOWER) i--;
  return i;
}

/** A place ends a name, unless it is the one surname after a given name: "Paul London". */
function isPlaceAfter(r: Reading, from: number, i: number): boolean {
  const place = r.placeAt[i];
  if (!place || isGiven(r, i) || place.place.kind === 'place') return false;
  return !(
    i === from + 1 &&
    place.to === i + 1 &&
    place.place.kind === 'capital' &&
    r.lexicon.given.has(r.s.key[from] as string)
  );
}

/** The person after a title at word `title`. */
export function titledPerson(r: Reading, title: number, from: number, start: number, stop: number): NameMention | null {
  const { s, lexicon } = r;
  let to = personEnd(r, from, stop);
  if (to === from) return null;
  // In a headline only the first words after a title are the name: "President Putin Visits ...".
  const titled = r.titled[s.sentence[from] as number] === true;
  if (titled) to = Math.min(to, from + (isGiven(r, from) ? 2 : 1));
  if (lexicon.bodies.has(s.key[to - 1] as string)) return null;
  const leader = lexicon.leaders.longest(s.key, from, stop);
  if (leader && leader.end > to) to = leader.end;
  const known = leader && leader.end === to ? leader.values[0] : undefined;
  if (titled && !known)
    return mention(r, 'person', from, to, { office: '?', rule: 'title before the name', sure: false });
  return mention(r, 'person', from, to, {
    office: longOffice(r, title, from, start),
    country: known?.country ?? countryBefore(r, title, start) ?? holderCountry(r, from, to),
    role: 'GOV',
    rule: known ? 'list of leaders' : 'title before the name',
    sure: true,
    name: known && leaderName(r, known.name, from, to),
  });
}

/** Words of an office after its title that are looked at: "of", "for" and the matter. */
const LONG_OFFICE = 9;
const OF_OFFICE = new Set('of for and the to des de du der für'.split(' '));

/**
 * Where the name begins after a title that goes on: "Deputy Commissioner for Transit Affairs Lena Korr", "minister of the interior Jan
 * Brakkel". At the first given name, for nothing else tells the matter of an office from a name; null where none follows.
 */
export function nameAfterOffice(r: Reading, title: number, stop: number): number | null {
  const { s, lexicon } = r;
  const isPart = (i: number) => lexicon.titleParts.has(s.key[i] as string);
  if (title + 2 >= stop || !(OF_OFFICE.has(s.key[title + 1] as string) || isPart(title + 1))) return null;
  const last = Math.min(stop - 1, title + LONG_OFFICE);
  for (let i = title + 1; i < last; i++) {
    if (s.breaks[i - 1] === 1) return null;
    if (
      i > title + 1 &&
      s.shape[i] !== LOWER &&
      s.shape[i + 1] !== LOWER &&
      isGiven(r, i) &&
      !isPart(i) &&
      s.breaks[i] === 0
    )
      return lexicon.bodies.has(s.key[i + 1] as string) || isPart(i + 1) ? null : i;
    if (s.shape[i] === LOWER && !OF_OFFICE.has(s.key[i] as string) && !isPart(i)) return null;
  }
  return null;
}

/** The office written before word `i`: "Egyptian Foreign Minister" gives "foreign minister". */
export function titleBefore(r: Reading, i: number, start: number): string | null {
  const { s, lexicon } = r;
  let from = i;
  while (from > start && i - from < 6) {
    const key = s.key[from - 1] as string;
    if (!lexicon.titles.has(key) && !lexicon.titleParts.has(key)) break;
    if (s.breaks[from - 1] === 1 && !(from - 1 === i - 1 && s.text[s.end[from - 1] as number] === '.')) break;
    from--;
  }
  while (from < i && (s.key[from] === 'of' || s.key[from] === 'and' || s.key[from] === 'the' || s.key[from] === 'for'))
    from++;
  while (from < i && HONORIFICS.has(s.key[from] as string)) from++;
  if (from === i || !hasTitle(r, from, i)) return null;
  return s.text.slice(s.start[from], s.end[i - 1]).toLowerCase();
}

/** The office with its matter, where that stands between title and name. */
function longOffice(r: Reading, title: number, from: number, start: number): string | null {
  const { s } = r;
  const office = titleBefore(r, title + 1, start);
  if (office === null || from <= title + 1) return office;
  return `${office} ${s.text.slice(s.start[title + 1], s.end[from - 1]).toLowerCase()}`;
}

function hasTitle(r: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (r.lexicon.titles.has(r.s.key[i] as string)) return true;
  return false;
}

/** The country or people that stands before a title. */
function countryBefore(r: Reading, title: number, start: number): string | null {
  const { s, lexicon } = r;
  let i = title;
  while (
    i >= start &&
    (lexicon.titles.has(s.key[i] as string) || lexicon.titleParts.has(s.key[i] as string) || s.key[i] === 's')
  )
    i--;
  return (i >= start && r.placeAt[i]?.place.country) || null;
}

/** The country of an office holder of the lists by that full name. */
export function holderCountry(r: Reading, from: number, to: number): string | null {
  if (to - from < 2) return null;
  const line = r.lexicon.holders.get(r.s.key.slice(from, to).join(' '));
  return line ? line.slice(0, 3) : null;
}

/** "al-", "bin", "van": small words that only names of people have. */
export function hasParticle(s: Scan, from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i++)
    if (['al', 'bin', 'ibn', 'abu', 'el', 'van', 'von', 'ul'].includes(s.key[i] as string)) return true;
  return false;
}
