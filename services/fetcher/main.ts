import { pageRoom } from '@wirewatch/shared/page-room.ts';
import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import { archivingClient } from './archiving-client.ts';
import { DEFAULT_MAX_BYTES } from './core/feed/limits.ts';
import { createFeedReader } from './feed-reader.ts';
import { startFetching } from './fetch-worker.ts';
import type { HttpClient } from './http/client.ts';
import { configuredClient } from './http/configured-client.ts';
import { createHostGate } from './politeness/redis-host-gate.ts';
import { createRedisRobotsCache } from './politeness/robots-cache.ts';
import { createRobotsGate } from './politeness/robots-gate.ts';
import { startPolling } from './poll-worker.ts';
import { startUnsubscribing } from './unsubscribe.ts';
import { ABANDONED_MS, sealAbandoned, WarcWriter } from './warc/writer.ts';

/** The fetcher: polls feeds, fetches pages, and is polite over any number of its processes. */
export async function start(context: ServiceContext): Promise<Running> {
  const { config, queues } = context;
  const http = await archived(context, configuredClient(config));
  const now = () => new Date(context.now());
  const gate = createHostGate(queues.redis, { gapMs: config.WIREWATCH_HOST_GAP_MS });
  const userAgent = config.WIREWATCH_USER_AGENT;
  const aiOptOut = config.WIREWATCH_HONOUR_AI_OPTOUT;
  const robots = createRobotsGate({
    http,
    cache: createRedisRobotsCache(queues.redis),
    userAgent,
    now,
    honourAiOptOut: aiOptOut,
  });
  const reader = createFeedReader({ maxBytes: DEFAULT_MAX_BYTES * pageRoom(config.WIREWATCH_MAX_PAGE_BYTES) });
  const polling = startPolling(context, {
    http,
    parse: (bytes, hints) => reader.read(bytes, hints, now()),
    now,
    random: Math.random,
    gate,
  });
  const unsubscribing = startUnsubscribing(context, { http, gate });
  const fetching = await startFetching(context, {
    http,
    gate,
    robots,
    userAgent,
    now,
    wishes: { metaRobots: config.WIREWATCH_HONOUR_NOINDEX, aiOptOut },
    maxBytes: config.WIREWATCH_MAX_PAGE_BYTES,
  });
  return {
    async stop() {
      await Promise.all([polling.stop(), fetching.stop(), unsubscribing.stop()]);
      await Promise.all([reader.close(), http.close()]);
    },
  };
}

/** With an archive where one is wanted; what writers that died left open is completed first. */
async function archived({ config, log }: ServiceContext, http: HttpClient): Promise<HttpClient> {
  const folder = config.WIREWATCH_WARC;
  if (!folder) return http;
  const seal = async () => {
    const sealed = await sealAbandoned(folder);
    if (sealed.length > 0) log.warn({ files: sealed }, 'archive files that a dead writer left were completed');
  };
  await seal();
  // Of a host or a pod that is gone it shows only after a while that nobody touches its file any more.
  const again = () => seal().catch((error) => log.warn({ error: (error as Error).message }, 'archive'));
  setInterval(again, ABANDONED_MS).unref();
  const info = [
    ['software', 'wirewatch'],
    ['http-header-user-agent', config.WIREWATCH_USER_AGENT],
    ['robots', 'obey'],
  ] as const;
  return archivingClient(http, new WarcWriter({ folder, info }), log);
}
