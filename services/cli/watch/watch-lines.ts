import type { WatchLineText } from '@wirewatch/shared/contracts/watch.ts';
import type { Watch } from '@wirewatch/shared/query/watch-index.ts';
import { watchLines } from '@wirewatch/shared/query/watch-lines.ts';
import { readNewWatch } from '@wirewatch/shared/watches/read-watch.ts';
import { UsageError } from '../usage-error.ts';

/** How a watch's lines stand on the command line: each query an argument, the rest lists by comma in the same order. */
export interface LineOptions {
  weight?: string;
  language?: string;
  threshold?: string;
}

/** A watch as the command line says it. */
export interface SaidWatch {
  name: string;
  lines: WatchLineText[];
  threshold: number;
}

/**
 * Reads queries with their weights and languages.
 * @throws UsageError, with the place in the query and what was expected there
 */
export function watchOf(
  name: string,
  queries: string[],
  options: LineOptions,
): SaidWatch & { watch: Watch; warnings: string[] } {
  const { weight = '1', language = 'any' } = options;
  for (const one of weight.split(',')) numberOf('--weight', one.trim());
  const said = watchLines(queries, { weights: weight, languages: language });
  if ('problem' in said) {
    const { list, given } = said.problem;
    const option = list === 'weights' ? `--weight ${weight}` : `--language ${language}`;
    throw new UsageError(`${option}: ${given} values for ${queries.length} queries; expected one, or one for each`);
  }
  const { lines } = said;
  const threshold = numberOf('--threshold', options.threshold ?? '1');
  const read = readNewWatch({ id: 'new', name, lines, threshold });
  if (read.ok) return { name, lines, threshold, watch: read.watch, warnings: read.warnings };
  const { message, line, query } = read.problem;
  const which = line === null || queries.length === 1 ? 'watch' : `watch: query ${line + 1}`;
  const place = line === null || query === null ? '' : `\n  ${queries[line]}\n  ${' '.repeat(query.at)}^`;
  throw new UsageError(`${which}: ${message}${place}`);
}

function numberOf(option: string, text: string): number {
  const value = text === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new UsageError(`${option} ${text}: expected a number`);
  return value;
}
