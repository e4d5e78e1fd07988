import { foldWord } from './fold.ts';
import { canonicalPlace } from './place-canonical.ts';
import { TokenTrie } from './trie.ts';

/**
 * What a phrase of the gazetteer is to its country. `body`: a national institution, party or armed group; `company`: a firm at home there;
 * `money`: a currency;
 * `firm`: a company's legal form; `ticker`: a share's exchange; `seat`: an international body that sits there;
 * `area`: a sea, a region, a continent (no country); `block`: looks like a place but is none ("Latin American").
 */
export type PlaceKind =
  | 'name'
  | 'people'
  | 'capital'
  | 'place'
  | 'body'
  | 'company'
  | 'money'
  | 'firm'
  | 'ticker'
  | 'seat'
  | 'area'
  | 'block';

/** One phrase of the gazetteer. */
export interface Place {
  phrase: string;
  /** The one name over all languages. */
  canonical: string;
  country: string;
  kind: PlaceKind;
  /** Capitals only ("US", "UAE"): never matched in a word that is written otherwise. */
  acronym: boolean;
  /** An ordinary word or a usual personal name too ("Nice", "Charlotte"): counts only with support. */
  weak: boolean;
  /** May be written without a capital (adjectives outside English). */
  lower: boolean;
}

/** The contents of lists/places.json, places-extra.json. */
export interface PlaceLists {
  base: [phrase: string, country: string, kind: string][];
  names: Record<string, [phrase: string, country: string][]>;
  /** Adjective and people stems of other languages. */
  adjectives: Record<string, [stem: string, country: string][]>;
  weak: string[];
  block: string[];
  areas: string[];
  money: [phrase: string, country: string][];
  firms: [phrase: string, country: string][];
  seats: [phrase: string, country: string][];
  /** Exchange codes of share symbols ("<BARC.L>", "NYSE: T"); the empty code is a symbol without one. */
  exchanges: Record<string, string>;
  /** Companies, agencies and papers by the country they are at home in. */
  companies: [phrase: string, country: string][];
  institutions: [phrase: string, country: string][];
  /** Words after which an adjective of a country names its money only. */
  currencies: string[];
}

/** Compiled place lists. */
export interface Gazetteer {
  exchanges: Record<string, string>;
  currencies: Set<string>;
  base: TokenTrie<Place>;
  /** Names, adjectives and peoples in one other language each, under inflection-free keys. */
  byLanguage: Map<string, TokenTrie<Place>>;
}

const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** The folded words of a phrase, as a scan cuts them. */
export function phraseKeys(phrase: string): string[] {
  return (phrase.match(WORDS) ?? []).map(foldWord);
}

/** Ukrainian names whose last vowel changes where an ending follows: "Київ", "у Києві"; "Харків", "з Харкова". */
function withOpenSyllable(phrase: string, language: string): string[] {
  const open = language === 'uk' ? phrase.replace(/їв$/u, 'єв').replace(/ів$/u, 'ов') : phrase;
  return open === phrase ? [phrase] : [phrase, open];
}

/** Compiles the lists once; the result is read-only and may be shared. */
export function createGazetteer(lists: PlaceLists, stem: (key: string, language: string) => string): Gazetteer {
  const base = new TokenTrie<Place>();
  const weak = new Set(lists.weak);
  const english = new Map<string, { names: string[]; capitals: string[] }>();
  const ofCountry = (country: string) => {
    const held = english.get(country) ?? { names: [], capitals: [] };
    english.set(country, held);
    return held;
  };
  for (const [phrase, country, kind] of lists.base) {
    if (kind === 'capital') ofCountry(country).capitals.push(phrase);
    else if (kind === 'name') ofCountry(country).names.push(phrase);
  }
  for (const [phrase, country, kind] of lists.base) {
    base.add(phraseKeys(phrase), {
      phrase,
      canonical: kind === 'name' ? canonicalPlace(phrase, country, ofCountry(country)) : phrase,
      country,
      kind: kind as PlaceKind,
      acronym: /^[A-Z]{2,4}$/.test(phrase),
      weak: weak.has(phrase),
      lower: false,
    });
  }
  for (const [kind, phrases] of [
    ['block', lists.block],
    ['area', lists.areas],
  ] as const) {
    for (const phrase of phrases) {
      base.add(phraseKeys(phrase), {
        phrase,
        canonical: phrase,
        country: '',
        kind,
        acronym: false,
        weak: false,
        lower: false,
      });
    }
  }
  for (const [kind, rows] of [
    ['money', lists.money],
    ['firm', lists.firms],
    ['seat', lists.seats],
    ['body', lists.institutions],
    ['company', lists.companies],
  ] as const) {
    for (const [phrase, country] of rows) {
      const acronym = /^[A-Z]{2,4}$/.test(phrase);
      base.add(phraseKeys(phrase), {
        phrase,
        canonical: phrase,
        country,
        kind,
        acronym,
        weak: false,
        lower: phrase === phrase.toLowerCase(),
      });
    }
  }
  const byLanguage = new Map<string, TokenTrie<Place>>();
  for (const language of new Set([...Object.keys(lists.names), ...Object.keys(lists.adjectives)])) {
    const trie = new TokenTrie<Place>();
    for (const [phrase, country] of lists.names[language] ?? []) {
      const place: Place = {
        phrase,
        canonical: canonicalPlace(phrase, country, ofCountry(country)),
        country,
        kind: 'name',
        acronym: /^\p{Lu}{2,4}$/u.test(phrase),
        weak: false,
        lower: false,
      };
      for (const form of withOpenSyllable(phrase, language))
        trie.add(
          phraseKeys(form).map((k) => stem(k, language)),
          place,
        );
    }
    for (const [phrase, country] of lists.adjectives[language] ?? []) {
      trie.add(
        phraseKeys(phrase).map((k) => stem(k, language)),
        { phrase, canonical: phrase, country, kind: 'people', acronym: false, weak: false, lower: true },
      );
    }
    byLanguage.set(language, trie);
  }
  return { exchanges: lists.exchanges, currencies: new Set(lists.currencies), base, byLanguage };
}
