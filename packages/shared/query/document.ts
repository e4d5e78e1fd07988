import type { ValueField } from './ast.ts';
import { searchTokens } from './search-tokens.ts';

/** What a query is matched against: one article with its labels. */
export interface QueryDocument {
  title: string;
  text: string;
  language: string;
  /** As in the record: with the page's own offset, or a day only; null where none is known. */
  publishedAt: string | null;
  outlet: { name: string; host: string } | null;
  /** ISO 3166 alpha-3. */
  countries: readonly string[];
  topics: readonly { code: string; label: string }[];
  events: readonly { plover: string; cameo: string | null }[];
  entities: readonly { name: string; canonical?: string | undefined }[];
  /** Whom its page credits. */
  credit?: string | null;
  /** Where it stands among the copies; left out where nobody may ask for it. */
  standing?: {
    relation: string;
    group: string;
    story: string | null;
    /** Names of its outlet's house. */
    house: readonly string[];
    /** Names of whoever had its text first. */
    first: readonly string[];
  } | null;
}

/** A document taken apart once, for any number of queries. */
export interface PreparedDocument {
  title: TokenList;
  text: TokenList;
  /** Values by field as queries compare them. */
  values: Readonly<Record<ValueField, readonly string[]>>;
  publishedAt: { start: number; end: number } | null;
}

/** How much of a text is looked at: bounds the time that a text of 1 MB takes. */
const MAX_TOKENS = 20_000;
const DAY = 86_400_000;

/** The tokens of one field and where each stands. */
export class TokenList {
  readonly tokens: readonly string[];
  #positions: Map<string, number[]> | null = null;
  #sorted: string[] | null = null;

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  /** Every distinct token. */
  words(): Iterable<string> {
    return this.#index().keys();
  }

  /** Where a token stands, ascending; empty where it does not. */
  positions(word: string): readonly number[] {
    return this.#index().get(word) ?? NONE;
  }

  /** The distinct tokens that begin with `prefix`. */
  beginning(prefix: string): string[] {
    this.#sorted ??= [...this.words()].sort();
    const sorted = this.#sorted;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < prefix) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < sorted.length && sorted[end]!.startsWith(prefix)) end += 1;
    return sorted.slice(low, end);
  }

  #index(): Map<string, number[]> {
    if (this.#positions) return this.#positions;
    const positions = new Map<string, number[]>();
    for (const [at, token] of this.tokens.entries()) {
      const known = positions.get(token);
      if (known) known.push(at);
      else positions.set(token, [at]);
    }
    this.#positions = positions;
    return positions;
  }
}

const NONE: readonly number[] = [];

export function prepareDocument(document: QueryDocument): PreparedDocument {
  const { standing } = document;
  return {
    title: new TokenList(searchTokens(document.title)),
    text: textTokens(document.text),
    values: {
      outlet: document.outlet ? [phrase(document.outlet.name), phrase(document.outlet.host)] : [],
      country: document.countries.map((code) => code.toUpperCase()),
      event: document.events.flatMap(({ plover, cameo }) => [plover.toUpperCase(), ...(cameo ? [cameo] : [])]),
      topic: document.topics.flatMap(({ code, label }) => [code.replace(/^medtop:/, ''), phrase(label)]),
      // By what the text calls it and by its one name: "Владимира Путина" is found as Putin.
      entity: [
        ...new Set(document.entities.flatMap(({ name, canonical = name }) => [phrase(name), phrase(canonical)])),
      ],
      language: [document.language.toLowerCase()],
      credit: document.credit ? [phrase(document.credit)] : [],
      relation: standing ? [standing.relation] : [],
      group: standing ? [standing.group] : [],
      story: standing?.story ? [standing.story] : [],
      house: standing?.house.map(phrase) ?? [],
      first: standing?.first.map(phrase) ?? [],
    },
    publishedAt: publishedSpan(document.publishedAt),
  };
}

let last: { text: string; tokens: TokenList } | null = null;

/** Remembers one text: watches and the search index ask for the same article one after the other. */
function textTokens(text: string): TokenList {
  if (last?.text !== text) last = { text, tokens: new TokenList(searchTokens(text).slice(0, MAX_TOKENS)) };
  return last.tokens;
}

function phrase(text: string): string {
  return searchTokens(text).join(' ');
}

/** A day is the whole day (UTC); an instant is itself. */
function publishedSpan(publishedAt: string | null): { start: number; end: number } | null {
  if (publishedAt === null) return null;
  const start = Date.parse(publishedAt);
  if (Number.isNaN(start)) return null;
  return { start, end: /^\d{4}-\d{2}-\d{2}$/.test(publishedAt) ? start + DAY : start + 1 };
}
