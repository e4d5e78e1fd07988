import type { Query } from './ast.ts';
import { type CompiledQuery, compileQuery } from './compile.ts';
import type { PreparedDocument } from './document.ts';
import { type Key, requiredKeys } from './required-keys.ts';

/** One line of a watch: a query, how much it counts, and the only language it is for (null: any). */
export interface WatchLine {
  query: Query;
  weight: number;
  language: string | null;
}

/** An analyst's own topic: fires where the weights of the lines that match reach the threshold. A negative weight argues against. */
export interface Watch {
  id: string;
  name: string;
  lines: readonly WatchLine[];
  threshold: number;
}

/** A watch that fired, with the document's words that made it (for highlighting). */
export interface WatchHit {
  id: string;
  name: string;
  matched: string[];
  /** The sum of the weights of the lines that matched. */
  weight: number;
}

export interface WatchIndex {
  /** The watches that fire on a document, in the order in which they were given. */
  match(document: PreparedDocument, now: number): WatchHit[];
}

interface CompiledWatch {
  watch: Watch;
  lines: { query: CompiledQuery; weight: number; language: string | null }[];
}

/**
 * Thousands of watches at the cost of those that could match: each is filed under words that it cannot do without,
 * and only watches one of whose words a document has are looked at.
 */
export function createWatchIndex(watches: readonly Watch[]): WatchIndex {
  const compiled: CompiledWatch[] = watches.map((watch) => ({
    watch,
    lines: watch.lines.map(({ query, weight, language }) => ({ query: compileQuery(query), weight, language })),
  }));
  const byKey = new Map<Key, number[]>();
  const always: number[] = [];
  for (const [at, watch] of watches.entries()) {
    const keys = watchKeys(watch);
    if (keys === null) always.push(at);
    for (const key of keys ?? []) {
      const known = byKey.get(key);
      if (known) known.push(at);
      else byKey.set(key, [at]);
    }
  }
  const prefixLengths = [
    ...new Set([...byKey.keys()].filter((key) => key.startsWith('p:')).map((key) => key.length - 2)),
  ];

  return {
    match(document, now) {
      const candidates = new Set<number>(always);
      const add = (key: Key) => {
        for (const at of byKey.get(key) ?? []) candidates.add(at);
      };
      for (const list of [document.title, document.text]) {
        for (const word of list.words()) {
          add(`w:${word}`);
          for (const length of prefixLengths) if (length <= word.length) add(`p:${word.slice(0, length)}`);
        }
      }
      for (const code of document.values.country) add(`country:${code}`);
      for (const language of document.values.language) add(`language:${language}`);
      const hits: WatchHit[] = [];
      for (const at of [...candidates].sort((a, b) => a - b)) {
        const hit = matchWatch(compiled[at]!, document, now);
        if (hit) hits.push(hit);
      }
      return hits;
    },
  };
}

/** One of these must be there for the watch to fire, null where none is needed. Lines that argue against need not match. */
function watchKeys({ lines, threshold }: Watch): Key[] | null {
  if (threshold <= 0) return null;
  const keys = new Set<Key>();
  for (const { query, weight } of lines) {
    if (weight <= 0) continue;
    const own = requiredKeys(query);
    if (own === null) return null;
    for (const key of own) keys.add(key);
  }
  return [...keys];
}

function matchWatch({ watch, lines }: CompiledWatch, document: PreparedDocument, now: number): WatchHit | null {
  const matched = new Set<string>();
  let weight = 0;
  for (const line of lines) {
    if (line.language !== null && !document.values.language.includes(line.language)) continue;
    const match = line.query.match(document, now);
    if (!match) continue;
    weight += line.weight;
    if (line.weight > 0) for (const word of match.matched) matched.add(word);
  }
  if (weight < watch.threshold) return null;
  return { id: watch.id, name: watch.name, matched: [...matched], weight: Math.round(weight * 1000) / 1000 };
}
