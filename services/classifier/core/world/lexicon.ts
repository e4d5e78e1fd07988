import { foldWord } from './fold.ts';
import { phraseKeys } from './gazetteer.ts';
import { type BodyHeads, bodyHeads } from './names/body-heads.ts';
import { endingsOf, stemName } from './stem-name.ts';
import { TokenTrie } from './trie.ts';

/** The contents of lists/names.json; the long ones are words parted by spaces. */
export interface NameLists {
  given: string;
  /** Given names that are ordinary words too. */
  givenToo: string;
  titles: string;
  titleParts: string;
  bodies: string;
  notNames: string;
  /** `canonical`: the one name of a body that goes by several, in several languages; its own where none is written. */
  organisations: [name: string, country: string | null, role: string | null, canonical?: string][];
  /** Words that bodies are called by in other languages, by language. */
  heads: Record<string, string>;
  /** Titles in scripts without capitals, two words joined by a low line. */
  uncasedTitles: string;
  /** Given names in such scripts, and as newspapers write them in Latin letters. */
  givenUncased: Record<string, string>;
}

/** The contents of lists/people.json. */
export interface PeopleLists {
  leaders: [name: string, shortForms: string, country: string, office: string, from: number, to: number][];
  /** Lines `name|country|from|to`. */
  holders: string;
}

/** A person the lists know. Years of office; 0 where open. */
/** One who holds or held an office, by one name of his. */
export interface Leader {
  name: string;
  country: string;
  office: string;
  from: number;
  to: number;
  /** The phrase is the whole name, not a short form. */
  full: boolean;
  /** The forms that he goes by, in several scripts. */
  forms: readonly string[];
}

/** An organisation the lists know. */
interface Body {
  /** The one name that all texts share. */
  canonical: string;
  name: string;
  country: string | null;
  role: string | null;
  acronym: boolean;
}

/** Compiled name lists. */
export interface NameLexicon {
  given: Set<string>;
  givenToo: Set<string>;
  titles: Set<string>;
  titleParts: Set<string>;
  bodies: Set<string>;
  notNames: Set<string>;
  leaders: TokenTrie<Leader>;
  /** Leaders by the last names that they go by alone, without endings, in scripts whose names take them. */
  inflected: Map<string, Leader[]>;
  organisations: TokenTrie<Body>;
  /** Folded full names to `country|from|to`. */
  holders: Map<string, string>;
  heads: BodyHeads;
  uncasedTitles: Set<string>;
  givenUncased: Map<string, string>;
}

/** Endings that a Russian or Ukrainian title takes after its stem. */
const TITLE_CASES = 'а у ом е ы и я ю ем ов ев ам ами ой ого ому ым'.split(' ');

/** Titles, those in Cyrillic with their cases: "министра", "депутатом". */
function withCases(titles: Set<string>): Set<string> {
  for (const title of [...titles]) {
    if (endingsOf(title) !== 'ru') continue;
    const stem = stemName(title, 'ru').replace(/[ьй]$/u, '');
    for (const ending of TITLE_CASES) titles.add(stem + ending);
  }
  return titles;
}

const words = (list: string): Set<string> => new Set(list.split(' ').map(foldWord));

/** Compiles the lists of names once. */
export function createNameLexicon(names: NameLists, people: PeopleLists): NameLexicon {
  const leaders = new TokenTrie<Leader>();
  const inflected = new Map<string, Leader[]>();
  for (const [name, short, country, office, from, to] of people.leaders) {
    const forms = short.split(';').filter((form) => form !== '');
    leaders.add(phraseKeys(name), { name, country, office, from, to, full: true, forms });
    for (const form of forms) {
      const keys = phraseKeys(form);
      const leader = { name, country, office, from, to, full: form.includes(' '), forms };
      leaders.add(keys, leader);
      const [only] = keys;
      const language = only && keys.length === 1 ? endingsOf(only) : null;
      if (only && language) {
        const stem = stemName(only, language);
        inflected.set(stem, [...(inflected.get(stem) ?? []), leader]);
      }
    }
  }
  const organisations = new TokenTrie<Body>();
  for (const [name, country, role, canonical = name] of names.organisations) {
    organisations.add(phraseKeys(name), { canonical, name, country, role, acronym: /^\p{Lu}{2,5}$/u.test(name) });
  }
  const holders = new Map<string, string>();
  for (const line of people.holders.split('\n')) {
    const cut = line.indexOf('|');
    if (cut > 0) holders.set(line.slice(0, cut).replace(/[^\p{L}]+/gu, ' '), line.slice(cut + 1));
  }
  return {
    given: words(names.given),
    givenToo: words(names.givenToo),
    titles: withCases(words(names.titles)),
    titleParts: words(names.titleParts),
    bodies: words(names.bodies),
    notNames: words(names.notNames),
    leaders,
    inflected,
    organisations,
    holders,
    heads: bodyHeads(names.heads),
    uncasedTitles: new Set(names.uncasedTitles.split(' ').map(foldWord)),
    givenUncased: new Map(
      Object.entries(names.givenUncased).map(([name, latin]) => [phraseKeys(name).join(' '), latin]),
    ),
  };
}
