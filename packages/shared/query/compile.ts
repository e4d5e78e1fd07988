import type { Query, ValueField } from './ast.ts';
import { boundSpan } from './dates.ts';
import type { PreparedDocument, TokenList } from './document.ts';
import { countPhrase, isNear } from './proximity.ts';

/** What matched: the document's words or values that the query names (for highlighting), and how well. */
export interface QueryMatch {
  matched: string[];
  /**
   * The sum over the matched words of boost x (1 + ln(times in the text)), a hit in the title counting double;
   * negated parts give nothing. Comparable between documents for one query, not between queries.
   */
  score: number;
}

export interface CompiledQuery {
  /** @param now milliseconds since 1970, what `now-7d` in a date is measured from */
  match(document: PreparedDocument, now: number): QueryMatch | null;
}

const TITLE_BOOST = 2;

type Test = (document: PreparedDocument, now: number, found: Set<string>) => number | null;

/** A query as a matcher. Its parts are compiled once; a match walks only them. */
export function compileQuery(query: Query): CompiledQuery {
  const test = compile(query);
  return {
    match(document, now) {
      const found = new Set<string>();
      const score = test(document, now, found);
      return score === null ? null : { matched: [...found], score: Math.round(score * 1000) / 1000 };
    },
  };
}

function compile(query: Query): Test {
  switch (query.type) {
    case 'all':
      return () => 0;
    case 'and': {
      const clauses = query.clauses.map(compile);
      const optional = query.optional.map(compile);
      return (document, now, found) => {
        const own = new Set<string>();
        let sum = 0;
        for (const clause of clauses) {
          const score = clause(document, now, own);
          if (score === null) return null;
          sum += score;
        }
        for (const clause of optional) sum += clause(document, now, own) ?? 0;
        for (const word of own) found.add(word);
        return sum;
      };
    }
    case 'or': {
      const clauses = query.clauses.map(compile);
      return (document, now, found) => {
        let sum: number | null = null;
        for (const clause of clauses) {
          const score = clause(document, now, found);
          if (score !== null) sum = (sum ?? 0) + score;
        }
        return sum;
      };
    }
    case 'not': {
      const clause = compile(query.clause);
      return (document, now) => (clause(document, now, new Set()) === null ? 0 : null);
    }
    case 'term':
      return query.prefix ? prefixTest(query) : termTest(query);
    case 'phrase':
      return phraseTest(query);
    case 'value':
      return (document, _now, found) => {
        const hits = document.values[query.field].filter((value) => valueMatches(query.field, value, query));
        for (const hit of hits) found.add(hit);
        return hits.length === 0 ? null : query.boost;
      };
    case 'date':
      return dateTest(query);
  }
}

type Term = Query & { type: 'term' };
type Phrase = Query & { type: 'phrase' };

function termTest({ field, word, boost }: Term): Test {
  return (document, _now, found) => {
    const score = weigh(document, field, (list) => list.positions(word).length);
    if (score === 0) return null;
    found.add(word);
    return score * boost;
  };
}

function prefixTest({ field, word, boost }: Term): Test {
  return (document, _now, found) => {
    const score = weigh(document, field, (list) => {
      let count = 0;
      for (const full of list.beginning(word)) {
        found.add(full);
        count += list.positions(full).length;
      }
      return count;
    });
    return score === 0 ? null : score * boost;
  };
}

function phraseTest({ field, words, slop, boost }: Phrase): Test {
  return (document, _now, found) => {
    const score = weigh(document, field, (list) =>
      slop === 0 ? countPhrase(list, words) : Number(isNear(list, words, slop)),
    );
    if (score === 0) return null;
    if (slop === 0) found.add(words.join(' '));
    else for (const word of words) found.add(word);
    return score * boost;
  };
}

function weigh(document: PreparedDocument, field: 'title' | 'text' | null, count: (list: TokenList) => number): number {
  const inTitle = field === 'text' ? 0 : count(document.title);
  const inText = field === 'title' ? 0 : count(document.text);
  return (inTitle > 0 ? TITLE_BOOST : 0) + (inText > 0 ? 1 + Math.log(inText) : 0);
}

const BY_WORDS = new Set<ValueField>(['outlet', 'house', 'first', 'credit', 'entity', 'topic']);

/** Codes match as a whole, a CAMEO or topic code also by a broader one (`04` finds `042`); names by their words in order. */
export function valueMatches(
  field: ValueField,
  value: string,
  { value: asked, prefix }: { value: string; prefix: boolean },
): boolean {
  if (prefix) return value.startsWith(asked);
  if (value === asked) return true;
  if (field === 'event') return /^\d+$/.test(asked) && value.startsWith(asked);
  return BY_WORDS.has(field) && ` ${value} `.includes(` ${asked} `);
}

function dateTest(query: Query & { type: 'date' }): Test {
  return (document, now) => {
    const published = document.publishedAt;
    if (!published) return null;
    const from = query.from === null ? null : boundSpan(query.from, now);
    const to = query.to === null ? null : boundSpan(query.to, now);
    // A day-only date lies within a range that any part of that day lies in.
    if (from && published.end <= (query.includeFrom ? from.start : from.end)) return null;
    if (to && published.start >= (query.includeTo ? to.end : to.start)) return null;
    return 0;
  };
}
