import { calendarMonth, type NamedMonth } from './calendars.ts';
import { foldName, known } from './intl-names.ts';

/** Locales whose month names are read on any page; names come from the runtime's own CLDR data. */
export const LOCALES =
  'en de fr es it pt nl sv da nb fi et lv lt pl cs sk sl hr sr sr-Latn bs hu ro bg mk ru uk be kk tr az el sq ar ar-EG ar-SY ar-MA ar-DZ ar-MR fa he hi bn ta te ur id ms fil sw vi th ka hy ca gl eu is ga mt af lb mn ky uz am'.split(
    ' ',
  );
/** Two locales give the name to different months: Polish and Croatian `listopada`. */
const AMBIGUOUS = 0;
/** Letters from which the beginning of a month's name stands for it ("сен"). */
const SHORTEST_BEGINNING = 3;

let everywhere: Map<string, number> | null = null;
const byLanguage = new Map<string, ReadonlyMap<string, number>>();
/** Languages whose names are kept: a page cannot fill the memory by what it says of itself. */
const MAX_LANGUAGES = 300;

/**
 * The month of a name: as the page's languages call it, else as all locales that know the name agree. Null where they do not:
 * a wrong month is worse than none. Abbreviation points, prefixes and the marks over Arabic letters do not count.
 * @param languages BCP 47, the most likely first
 */
export function monthOf(name: string, languages: readonly string[] = []): NamedMonth | null {
  const spellings = spellingsOf(foldName(name));
  for (const language of languages) {
    const own = namesOf(language);
    for (const spelling of spellings) {
      const month = own.get(spelling);
      if (month) return { calendar: 'gregory', month };
    }
  }
  everywhere ??= collected();
  for (const spelling of spellings) {
    const month = everywhere.get(spelling);
    if (month) return { calendar: 'gregory', month };
    if (month === AMBIGUOUS) return null;
  }
  for (const spelling of spellings) {
    const other = calendarMonth(spelling);
    if (other) return other;
  }
  const short = spellings[0] as string;
  for (const language of short.length >= SHORTEST_BEGINNING ? languages : []) {
    const month = onlyBeginning(short, namesOf(language));
    if (month) return { calendar: 'gregory', month };
  }
  return null;
}

/** As written, and without what is joined to it: `d'octubre`, Hebrew `באוקטובר`. */
function spellingsOf(name: string): string[] {
  const bare = name.replace(/^\p{L}{1,2}['’]/u, '').replace(/^ב(?=\p{sc=Hebr}{3})/u, '');
  return bare === name ? [name] : [name, bare];
}

/** The one month whose names begin so. */
function onlyBeginning(beginning: string, names: ReadonlyMap<string, number>): number | null {
  let only: number | null = null;
  for (const [name, month] of names) {
    if (!name.startsWith(beginning)) continue;
    if (only !== null && only !== month) return null;
    only = month;
  }
  return only;
}

function namesOf(language: string): ReadonlyMap<string, number> {
  let names = byLanguage.get(language);
  if (!names) {
    names = known(language) ? namesIn(language) : new Map();
    if (byLanguage.size < MAX_LANGUAGES) byLanguage.set(language, names);
  }
  return names;
}

function collected(): Map<string, number> {
  const all = new Map<string, number>();
  for (const locale of LOCALES)
    for (const [name, month] of namesOf(locale)) {
      const before = all.get(name);
      all.set(name, before === undefined || before === month ? month : AMBIGUOUS);
    }
  // What English says is read on pages of all languages.
  for (const [name, month] of namesOf('en')) all.set(name, month);
  return all;
}

/** The names of one language, alone and within a date, long and short; what two months share is left out. */
function namesIn(locale: string): Map<string, number> {
  const names = new Map<string, number>();
  const put = (name: string, month: number): void => {
    const key = foldName(name);
    if (key.length < 2 || /\d/.test(key)) return;
    const before = names.get(key);
    names.set(key, before === undefined || before === month ? month : AMBIGUOUS);
  };
  for (const style of ['long', 'short'] as const) {
    const tag = `${locale}-u-ca-gregory-nu-latn`;
    const inDate = new Intl.DateTimeFormat(tag, { month: style, day: 'numeric', year: 'numeric', timeZone: 'UTC' });
    const alone = new Intl.DateTimeFormat(tag, { month: style, timeZone: 'UTC' });
    for (let month = 0; month < 12; month += 1) {
      const day = new Date(Date.UTC(2021, month, 15));
      put(alone.format(day), month + 1);
      const parts = inDate.formatToParts(day);
      const at = parts.findIndex((p) => p.type === 'month');
      const name = parts[at]?.value ?? '';
      put(name, month + 1);
      // What a language joins to the name within a date: Basque "martxoaren".
      const joined = /^\p{L}+/u.exec(parts[at + 1]?.value ?? '')?.[0];
      if (joined) put(name + joined, month + 1);
    }
  }
  if (locale.startsWith('en')) names.set('sept', 9);
  return names;
}
