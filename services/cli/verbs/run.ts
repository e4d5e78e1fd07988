import { SERVICES } from '@wirewatch/shared/pipeline.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { makeDue } from '@wirewatch/shared/store/feeds/feeds.ts';
import type { Command } from 'commander';
import { configOf, countOption, out, storeCommand, tell } from '../options.ts';
import { summarise, summaryLines } from '../supervisor/summary.ts';
import { readNotice, supervise, untilSignal } from '../supervisor/supervisor.ts';
import { untilIdle } from '../supervisor/until-idle.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  data?: string;
  untilIdle?: boolean;
  all?: boolean;
  wait: string;
  json?: boolean;
  strict?: boolean;
}

export function command(): Command {
  return storeCommand('run')
    .description('polls every feed that is due, works until idle, prints a summary to standard error')
    .option('--until-idle', 'end when nothing is left to do')
    .option('--all', 'poll every feed, due or not, but those whose server asked for a pause')
    .option('--wait <seconds>', 'what falls due within this is waited for', '30')
    .option('--strict', 'exit status 1 where a feed failed')
    .option('--json', 'the summary as JSON to standard output')
    .action(async (options: Options) => {
      if (!options.untilIdle) throw new UsageError('run: say --until-idle ("wirewatch up" is what runs on)');
      const withinMs = countOption('--wait', options.wait) * 1000;
      const config = configOf(options);
      const startedAt = Date.now();
      const stop = new AbortController();
      void untilSignal().then(() => stop.abort());
      const notice = readNotice(config.dataDir);
      const store = await openStore(config.databaseUrl, 'migrate');
      // Before anybody polls: a feed that is due anyway is polled once, not twice.
      if (options.all) await makeDue(store, 'all', Date.now());
      const running = notice
        ? null
        : await supervise(
            config,
            SERVICES.filter((name) => name !== 'dashboard'),
            process.env,
            tell,
          );
      let failed = 0;
      try {
        if (notice) tell(`joining the wirewatch that is up on ${config.dataDir} (process ${notice.pid})`);
        await untilIdle(store, withinMs, stop.signal);
        const summary = await summarise(store, startedAt);
        failed = summary.failed.length;
        for (const line of summaryLines(summary)) tell(line);
        if (options.json) out(JSON.stringify(summary));
      } finally {
        await store.close();
        await running?.stop();
      }
      process.exit(stop.signal.aborted || (options.strict && failed > 0) ? 1 : 0);
    });
}
