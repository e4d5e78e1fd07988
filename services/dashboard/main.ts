import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import type { CompareText } from '@wirewatch/shared/sources/compared-text.ts';
import { createApp } from './app.ts';
import type { CheckFeed } from './feed-checks.ts';
import type { Ask } from './handler.ts';
import { watchPipeline } from './live/gauges.ts';
import type { OpmlTools } from './opml-tools.ts';
import { keepCounts } from './reads/counts.ts';
import { requireToken, serve } from './serve.ts';

/**
 * The dashboard: pages, API, output feeds.
 * @param tools what it has of other services' cores; who starts it hands them in
 * @throws ConfigError beyond loopback without a token; Error when the port is not to be had
 */
export async function start(
  context: ServiceContext,
  tools: { opml: OpmlTools; compareText: CompareText; settleAnew: Ask['settleAnew']; checkFeed: CheckFeed },
): Promise<Running> {
  const { config, log, store, blobs, queues, now } = context;
  requireToken(config);
  const gauges = watchPipeline({ store, queues, log, now });
  const counts = keepCounts({ store, blobs, config, queues }, now);
  // Read beside the start, so that whoever comes first finds it.
  for (const read of [counts.stories, counts.attention, counts.copies])
    read().catch((error: Error) => log.warn({ error: error.message }, 'not counted yet'));
  const app = createApp({
    config,
    log,
    store,
    blobs,
    queues,
    gauges,
    counts,
    ...tools,
    now,
  });
  try {
    const served = await serve(config, app.fetch);
    log.info(`the dashboard is at ${served.url}`);
    return {
      async stop() {
        await served.close();
        await gauges.stop();
      },
    };
  } catch (error) {
    await gauges.stop();
    throw error;
  }
}
