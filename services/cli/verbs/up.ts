import { readFile } from 'node:fs/promises';
import { SERVICES } from '@wirewatch/shared/pipeline.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { listFeeds } from '@wirewatch/shared/store/feeds/feeds.ts';
import type { Command } from 'commander';
import { configOf, operator, storeCommand, tell } from '../options.ts';
import { requirePort } from '../supervisor/port.ts';
import { supervise, untilSignal } from '../supervisor/supervisor.ts';

export function command(): Command {
  return storeCommand('up')
    .description('everything on one machine: Redis, store, every service, the dashboard; until Ctrl-C')
    .option('--feeds <file.opml>', 'add these feeds first')
    .option('--port <n>', 'of the dashboard (default: PORT or 8080)')
    .action(async (options: { data?: string; feeds?: string; port?: string }) => {
      const config = await requirePort(configOf(options, { PORT: options.port }));
      const store = await openStore(config.databaseUrl, 'migrate');
      if (options.feeds) {
        const { addOpml } = await import('../opml.ts');
        await addOpml(store, await readFile(options.feeds), { who: operator(), now: Date.now() });
      }
      const watched = (await listFeeds(store)).length;
      await store.close();
      const signal = untilSignal();
      const running = await supervise(config, SERVICES, process.env, tell);
      tell(`wirewatch is up with ${watched} feeds; data in ${config.dataDir}`);
      if (watched === 0) tell('add feeds with: npx wirewatch feeds add URL');
      tell(`dashboard: http://${config.WIREWATCH_HOST}:${config.PORT}/   (Ctrl-C stops everything)`);
      await signal;
      tell('stopping; work in hand is finished or handed back');
      await running.stop();
      process.exit(0);
    });
}
