import { readRecords } from '@wirewatch/shared/store/records.ts';
import { findWatch } from '@wirewatch/shared/store/watches/watches.ts';
import type { Command } from 'commander';
import { writeLine } from '../jsonl.ts';
import { instantOption, storeCommand, withStore } from '../options.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  data?: string;
  format: string;
  since?: string;
  until?: string;
  watch?: string;
  all?: boolean;
}

export function command(): Command {
  return storeCommand('export')
    .description('one record an article that has a text, to standard output')
    .option('--format <format>', 'jsonl', 'jsonl')
    .option('--since <when>', 'seen first at or after: a date, or a span such as 36h')
    .option('--until <when>', 'seen first before')
    .option('--watch <id>', 'only articles on this watch: its id or name')
    .option('--all', 'also articles that have no text')
    .action((options: Options) => {
      if (options.format !== 'jsonl') throw new UsageError(`--format ${options.format}: expected jsonl`);
      const now = Date.now();
      const since = options.since === undefined ? undefined : instantOption('--since', options.since, now);
      const until = options.until === undefined ? undefined : instantOption('--until', options.until, now);
      if (since !== undefined && until !== undefined && since >= until) {
        throw new UsageError(`--since ${options.since} is not before --until ${options.until}: nothing lies between`);
      }
      return withStore(options, async (store) => {
        const watch = options.watch === undefined ? undefined : (await findWatch(store, options.watch)).id;
        for await (const record of readRecords(store, { since, until, watch, all: options.all }))
          await writeLine(record);
      });
    });
}
