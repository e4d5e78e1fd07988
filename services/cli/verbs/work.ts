import { ConfigError } from '@wirewatch/shared/config.ts';
import { SERVICES, type Service } from '@wirewatch/shared/pipeline.ts';
import { type Running, runService, type ServiceContext } from '@wirewatch/shared/service.ts';
import { Command } from 'commander';
import { UsageError } from '../usage-error.ts';

type Start = (context: ServiceContext) => Promise<Running>;

const STARTS: Record<Service, () => Promise<{ start: Start }>> = {
  scheduler: () => import('@wirewatch/scheduler/main.ts'),
  fetcher: () => import('@wirewatch/fetcher/main.ts'),
  cleaner: () => import('@wirewatch/cleaner/main.ts'),
  deduplicator: () => import('@wirewatch/deduplicator/main.ts'),
  classifier: () => import('@wirewatch/classifier/main.ts'),
  dashboard: async () => {
    const { start } = await import('@wirewatch/dashboard/main.ts');
    const { readOpml, writeOpml } = await import('@wirewatch/fetcher/core/feed/opml.ts');
    const { compareText } = await import('@wirewatch/deduplicator/compare-text.ts');
    const { settleAnew } = await import('@wirewatch/deduplicator/settle-anew.ts');
    const { openCheck } = await import('@wirewatch/fetcher/open-check.ts');
    const { createHostGate } = await import('@wirewatch/fetcher/politeness/redis-host-gate.ts');
    return {
      start: (context) => {
        const gate = createHostGate(context.queues.redis, { gapMs: context.config.WIREWATCH_HOST_GAP_MS });
        const checkFeed = (url: string) => openCheck(url, context.config, gate);
        return start(context, {
          opml: { read: readOpml, write: writeOpml },
          compareText: (text) => compareText(context.store, text, Date.now()),
          settleAnew: (ids) => settleAnew(context.store, ids),
          checkFeed,
        });
      },
    };
  },
};

export function command(): Command {
  return new Command('work')
    .description('one service in the foreground, for containers; needs REDIS_URL, stops on SIGTERM')
    .argument('<service>', SERVICES.join(', '))
    .action(async (name: string) => {
      if (!(name in STARTS))
        throw new UsageError(`there is no service "${name}": expected one of ${SERVICES.join(', ')}`);
      const service = name as Service;
      const { start } = await STARTS[service]();
      try {
        await runService(service, start);
      } catch (error) {
        if (error instanceof ConfigError) throw new UsageError(error.message);
        throw error;
      }
      process.exit(0);
    });
}
