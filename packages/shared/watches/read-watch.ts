import type { WatchLineText } from '../contracts/watch.ts';
import { isStandingField, type ParsedQuery, type Query, type QueryError } from '../query/ast.ts';
import { parseChecked, parseQuery } from '../query/parse.ts';
import { matchesEverything } from '../query/required-keys.ts';
import type { Watch } from '../query/watch-index.ts';

/** A watch as its author wrote it. */
export interface WatchText {
  id: string;
  name: string;
  lines: readonly WatchLineText[];
  threshold: number;
}

/** Why a watch cannot be: in words, and where it is a query's fault, which line (from 0) and where in it. */
export interface WatchProblem {
  message: string;
  line: number | null;
  query: QueryError | null;
}

export type ReadWatch = { ok: true; watch: Watch; warnings: string[] } | { ok: false; problem: WatchProblem };

/** A topic in several languages takes some tens of lines; more is a list that wants another form. */
const MAX_LINES = 100;
const MAX_NAME = 200;

/** The same for a watch that somebody writes now: values of closed sets are checked, and what changes later is not for watches. */
export function readNewWatch(text: WatchText): ReadWatch {
  return read(text, (query) => {
    const parsed = parseChecked(query);
    const standing = parsed.ok ? standingIn(parsed.query) : null;
    if (standing === null) return parsed;
    const message = `${standing}: is for searches: where an article stands among the copies is settled after a watch has seen it`;
    return { ok: false, error: { at: 0, expected: 'another field', message } };
  });
}

/** The first field of a query that says where an article stands, or null. */
function standingIn(query: Query): string | null {
  switch (query.type) {
    case 'value':
      return isStandingField(query.field) ? query.field : null;
    case 'not':
      return standingIn(query.clause);
    case 'and':
      return [...query.clauses, ...query.optional].map(standingIn).find((field) => field !== null) ?? null;
    case 'or':
      return query.clauses.map(standingIn).find((field) => field !== null) ?? null;
    default:
      return null;
  }
}

/** Reads a watch: its queries parsed, and warnings where it would fire on (nearly) everything or never. */
export function readWatch(text: WatchText): ReadWatch {
  return read(text, parseQuery);
}

function read(text: WatchText, parse: (query: string) => ParsedQuery): ReadWatch {
  const { id, name, threshold } = text;
  const problem = (message: string, line: number | null = null, query: QueryError | null = null): ReadWatch => ({
    ok: false,
    problem: { message, line, query },
  });
  if (name.trim() === '' || name.length > MAX_NAME) return problem(`a name of 1 to ${MAX_NAME} characters is needed`);
  if (text.lines.length === 0) return problem('a watch needs at least one query');
  if (text.lines.length > MAX_LINES) return problem(`${text.lines.length} queries; a watch has at most ${MAX_LINES}`);
  if (!Number.isFinite(threshold) || threshold <= 0)
    return problem(`a threshold of ${threshold}: expected a number above 0`);
  const lines: Watch['lines'][number][] = [];
  for (const [at, { query, weight, language }] of text.lines.entries()) {
    if (!Number.isFinite(weight) || weight === 0)
      return problem(`a weight of ${weight}: expected a number other than 0`, at);
    const parsed = parse(query);
    if (!parsed.ok) return problem(parsed.error.message, at, parsed.error);
    lines.push({ query: parsed.query, weight, language: language === null ? null : language.toLowerCase() });
  }
  return { ok: true, watch: { id, name, lines, threshold }, warnings: warningsOf(lines, threshold) };
}

function warningsOf(lines: Watch['lines'], threshold: number): string[] {
  const warnings: string[] = [];
  const always = lines.filter(({ query, weight }) => weight > 0 && matchesEverything(query));
  const anyLanguage = always.filter(({ language }) => language === null);
  if (sum(anyLanguage) >= threshold) warnings.push('it matches everything: no query asks for a word or label');
  else if (sum(always) >= threshold) warnings.push('it matches everything in a language');
  const most = sum(lines.filter(({ weight }) => weight > 0));
  if (most < threshold)
    warnings.push(`it can never match: all weights together are ${most}, the threshold is ${threshold}`);
  return warnings;
}

function sum(lines: Watch['lines']): number {
  return lines.reduce((total, { weight }) => total + weight, 0);
}
