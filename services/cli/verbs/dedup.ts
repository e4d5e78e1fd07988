import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Engine } from '@wirewatch/deduplicator/engine.ts';
import { MemoryPort } from '@wirewatch/deduplicator/memory-port.ts';
import { takeInWhole } from '@wirewatch/deduplicator/whole-set.ts';
import { DedupInput, type Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { Command } from 'commander';
import { type LineError, LineProblem, lineError, openInput, readLines, writeLine } from '../jsonl.ts';
import { UsageError } from '../usage-error.ts';

/** `wirewatch dedup`: clean texts in order of arrival to their groups, as they stand after the last one. */
export function command(): Command {
  return new Command('dedup')
    .description('finds out which texts are copies of which')
    .argument('[file]', 'JSON lines of articles, also gzipped')
    .option('--jsonl', 'read JSON lines from standard input')
    .action(async (file: string | undefined, options: { jsonl?: boolean }) => {
      if ((file === undefined) === !options.jsonl) throw new UsageError('give either a file or --jsonl');
      const input = file === undefined ? process.stdin : openInput(file);
      await run(file?.endsWith('.gz') ? input.pipe(createGunzip()) : input);
    });
}

async function run(input: Readable): Promise<void> {
  const port = new MemoryPort();
  const lines: ({ id: string } | LineError)[] = [];
  // Of an article that comes again the last state counts.
  const articles = new Map<string, DedupInput>();
  for await (const line of readLines(input)) {
    if ('problem' in line) {
      lines.push(line.problem);
      continue;
    }
    try {
      const article = parse(line.value);
      articles.set(article.id, article);
      lines.push({ id: article.id });
    } catch (error) {
      lines.push(lineError(line.value.id, error));
    }
  }
  const failed = new Map<string, LineError>();
  await takeInWhole(new Engine(port), [...articles.values()], (id, error) => failed.set(id, lineError(id, error)));
  for (const line of lines) {
    if ('error' in line) await writeLine(line);
    else await writeLine(failed.get(line.id) ?? { id: line.id, ...standing(port.syndication.get(line.id)!) });
  }
}

function parse(value: Record<string, unknown>): DedupInput {
  const parsed = DedupInput.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new LineProblem('bad-input', `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not an article'}`);
}

function standing(row: Syndication): object {
  const { group, relation, originalId, original, coverage, originalCoverage, lagSeconds, basis, confidence, reason } =
    row;
  return {
    cluster: group,
    relation,
    original_id: originalId,
    original,
    ...(row.sourceId ? { source_id: row.sourceId } : {}),
    coverage,
    original_coverage: originalCoverage,
    lag_seconds: lagSeconds,
    basis,
    confidence,
    reason,
    time_basis: row.timeBasis,
    contested: row.contested,
    contested_by: row.contestedBy,
    shared_sources: row.sharedSources,
  };
}
