import { CLASSIFY_VERSION } from '@wirewatch/classifier/version.ts';
import { CLEAN_VERSION } from '@wirewatch/cleaner/version.ts';
import { DEDUP_VERSION } from '@wirewatch/deduplicator/version.ts';
import type { ReprocessStage, Service } from '@wirewatch/shared/pipeline.ts';
import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';

type Start = (context: ServiceContext) => Promise<Running>;

/** How each service is started; its code is loaded when it is. */
export const STARTS: Record<Service, () => Promise<{ start: Start }>> = {
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

/** By what each stage that can be done again makes its results. */
export const VERSIONS: Record<ReprocessStage, string> = {
  clean: CLEAN_VERSION,
  dedup: DEDUP_VERSION,
  classify: CLASSIFY_VERSION,
};
