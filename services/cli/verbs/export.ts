import { readRecords, recordsOfRevisions } from '@wirewatch/shared/store/articles/records.ts';
import { findWatch } from '@wirewatch/shared/store/watches/watches.ts';
import type { Command } from 'commander';
import { CSV_HEAD, csvLine } from '../csv.ts';
import { writeLine, writeText } from '../jsonl.ts';
import { instantOption, storeCommand, withStore } from '../options.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  data?: string;
  format: string;
  since?: string;
  until?: string;
  watch?: string;
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
      return withStore(options, async (store) => {
        const watch = options.watch === undefined ? undefined : (await findWatch(store, options.watch)).id;
        if (options.format === 'csv') await writeText(CSV_HEAD);
        for await (const record of readRecords(store, { since, until, watch, all: options.all })) {
          if (options.format === 'csv') await writeText(csvLine(record));
          else if (options.revisions)
            for (const state of await recordsOfRevisions(store, record)) await writeLine(state);
          else await writeLine(record);
        }
      });
    });
}
