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
    const { dashboardTools } = await import('./dashboard-tools.ts');
    return { start: (context) => start(context, dashboardTools(context)) };
  },
};

/** By what each stage that can be done again makes its results. */
export const VERSIONS: Record<ReprocessStage, string> = {
  clean: CLEAN_VERSION,
  dedup: DEDUP_VERSION,
  classify: CLASSIFY_VERSION,
};
