import type { ArticleRecord } from '@wirewatch/shared/contracts/record.ts';
import type { Query } from '@wirewatch/shared/query/ast.ts';
import { parseChecked } from '@wirewatch/shared/query/parse.ts';
import { CSV_HEAD, csvLine } from '@wirewatch/shared/records/csv.ts';
import { readRecords, recordsOfRevisions, type Selection } from '@wirewatch/shared/store/articles/records.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { searchAllIds } from '@wirewatch/shared/store/search/search-articles.ts';
import { storyTexts } from '@wirewatch/shared/store/sources/story-texts.ts';
import { findWatch } from '@wirewatch/shared/store/watches/watches.ts';
import type { Command } from 'commander';
import { writeLine, writeText } from '../jsonl.ts';
import { instantOption, storeCommand, withStore } from '../options.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  data?: string;
  format: string;
  since?: string;
  until?: string;
  watch?: string;
  query?: string;
  all?: boolean;
  revisions?: boolean;
}

export function command(): Command {
  return storeCommand('export')
    .description('one record an article that has a text, to standard output')
    .option('--format <format>', 'jsonl, csv (flat fields)', 'jsonl')
    .option('--since <when>', 'seen first at or after: a date, or a span such as 36h')
    .option('--until <when>', 'seen first before')
    .option('--watch <id>', 'only articles on this watch: its id or name')
    .option('--query <query>', 'only articles that a search finds, newest first')
    .option('--all', 'also articles that have no text')
    .option('--revisions', 'one record a revision, each with its number')
    .action((options: Options) => {
      if (!['jsonl', 'csv'].includes(options.format))
        throw new UsageError(`--format ${options.format}: expected jsonl or csv`);
      if (options.revisions && options.format === 'csv') throw new UsageError('--revisions: expected --format jsonl');
      const now = Date.now();
      const since = options.since === undefined ? undefined : instantOption('--since', options.since, now);
      const until = options.until === undefined ? undefined : instantOption('--until', options.until, now);
      if (since !== undefined && until !== undefined && since >= until) {
        throw new UsageError(`--since ${options.since} is not before --until ${options.until}: nothing lies between`);
      }
      const parsed = options.query === undefined ? null : parseChecked(options.query);
      if (parsed !== null && !parsed.ok) throw new UsageError(`--query: ${parsed.error.message}`);
      const query = parsed === null ? null : parsed.query;
      return withStore(options, async (store) => {
        const watch = options.watch === undefined ? undefined : (await findWatch(store, options.watch)).id;
        if (options.format === 'csv') await writeText(CSV_HEAD);
        const textsOf = storyTexts(store);
        const selection = { since, until, watch, all: options.all };
        for await (const record of recordsFor(store, selection, query, now)) {
          if (options.format === 'csv')
            await writeText(csvLine(record, { independentTexts: await textsOf(record.syndication?.story ?? null) }));
          else if (options.revisions)
            for (const state of await recordsOfRevisions(store, record)) await writeLine(state);
          else await writeLine(record);
        }
      });
    });
}

/** The records of a selection in order of first sight; of a query as it finds them, newest first. */
async function* recordsFor(
  store: Store,
  selection: Selection,
  query: Query | null,
  now: number,
): AsyncGenerator<ArticleRecord> {
  if (query === null) {
    yield* readRecords(store, selection);
    return;
  }
  for await (const ids of searchAllIds(store, query, now)) {
    const records = new Map<string, ArticleRecord>();
    for await (const record of readRecords(store, { ...selection, ids })) records.set(record.id, record);
    for (const id of ids) {
      const record = records.get(id);
      if (record) yield record;
    }
  }
}
