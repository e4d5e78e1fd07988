import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { LINE_KINDS } from '../../services/cleaner/core/junk/line-words.ts';

/** Where expressions stand that see bytes of strangers. */
const ROOT = join(import.meta.dirname, '../..');
const FOREIGN = [
  'services/fetcher/{core,http,warc,politeness}/**/*.ts',
  'services/cleaner/core/**/*.ts',
  'services/deduplicator/core/**/*.ts',
  'services/classifier/core/**/*.ts',
  'packages/shared/{text,query,feeds,http,outlets}/**/*.ts',
  'services/dashboard/{security,websub,core}/**/*.ts',
];

/** A regular expression, and the most characters that its callers give it where its comment names them. */
export interface Expression {
  at: string;
  source: string;
  flags: string;
  sees: number;
}

const SEES = /[Ss]ees at most ([\d,]+) characters/;
/** Lines between such a comment and its expression. */
const NEAR = 3;

/** Without one of these an expression looks at a few characters from each place. */
const UNBOUNDED = /[*+]|\{\d+,\}/;

/** Every expression of the sources that see foreign bytes, once, that may go on without end: those written as such, and those put together when a module is loaded. */
export async function foreignExpressions(): Promise<Expression[]> {
  const files = FOREIGN.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).filter(
    (file) => !/\.test\.ts$/.test(file),
  );
  // Each kind of line has its own bound, for two of them would cost two to the power of their words.
  const lines = LINE_KINDS.map(({ kind, max, pattern: { source, flags } }) => ({
    at: `a line: ${kind}`,
    source,
    flags,
    sees: max,
  }));
  const made = (await composed(files)).filter(({ at }) => !at.includes('line-words.ts'));
  const found = [...files.flatMap(literals), ...made, ...lines];
  const seen = new Map<string, Expression>();
  for (const one of found) {
    if (!UNBOUNDED.test(one.source)) continue;
    const key = `${one.source}/${one.flags}`;
    // Of two places that write one expression the less bounded one counts.
    if (!seen.has(key) || seen.get(key)!.sees < one.sees) seen.set(key, one);
  }
  return [...seen.values()];
}

function literals(file: string): Expression[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const lines = text.split('\n');
  const found: Expression[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const child of node) walk(child);
      return;
    }
    const { type, regex, start } = node as { type?: string; regex?: { pattern: string; flags: string }; start: number };
    if (type === 'Literal' && regex) {
      const line = text.slice(0, start).split('\n').length;
      found.push({ at: `${file}:${line}`, source: regex.pattern, flags: regex.flags, sees: seenAt(lines, line) });
      return;
    }
    for (const child of Object.values(node)) walk(child);
  };
  walk(parseSync(file, text).program);
  return found;
}

/** The bound that the comments name for the expression in a line. */
function seenAt(lines: readonly string[], line: number): number {
  const near = lines.slice(Math.max(0, line - 1 - NEAR), line);
  const all = lines.slice(0, line).filter((each) => each.includes('Every expression below'));
  const named = [...near, ...all].map((each) => SEES.exec(each)?.[1]).findLast((each) => each !== undefined);
  return named === undefined ? Number.POSITIVE_INFINITY : Number(named.replaceAll(',', ''));
}

/** The place in our sources that a stack names first, but for this file. */
const OUR_FRAME = /\n[^\n]*?((?:services|packages)\/[^\n:]+?):(\d+):\d+/;

async function composed(files: readonly string[]): Promise<Expression[]> {
  const found: Expression[] = [];
  const Written = globalThis.RegExp;
  const lines = new Map<string, string[]>();
  globalThis.RegExp = new Proxy(Written, {
    construct(target, args, as) {
      const made = Reflect.construct(target, args, as) as RegExp;
      const [, file, line] = OUR_FRAME.exec(new Error().stack ?? '') ?? [];
      // A library that is loaded on the way makes its own.
      if (file === undefined || !files.includes(file)) return made;
      if (!lines.has(file)) lines.set(file, readFileSync(join(ROOT, file), 'utf8').split('\n'));
      found.push({
        at: `${file}:${line}`,
        source: made.source,
        flags: made.flags,
        sees: seenAt(lines.get(file)!, Number(line)),
      });
      return made;
    },
  });
  try {
    for (const file of files) await import(join(ROOT, file));
  } finally {
    globalThis.RegExp = Written;
  }
  return found;
}
