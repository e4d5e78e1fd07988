import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import { parseFeed } from './core/feed/parse-feed.ts';
import { startFetching } from './fetch-worker.ts';
import { createHttpClient } from './http/client.ts';
import { createHostGate } from './politeness/redis-host-gate.ts';
import { createRedisRobotsCache } from './politeness/robots-cache.ts';
import { createRobotsGate } from './politeness/robots-gate.ts';
import { startPolling } from './poll-worker.ts';

/** The fetcher: polls feeds, fetches pages, and is polite over any number of its processes. */
export async function start(context: ServiceContext): Promise<Running> {
  const { config, queues } = context;
  const http = createHttpClient({
    userAgent: config.WIREWATCH_USER_AGENT,
    allowNets: config.WIREWATCH_ALLOW_NETS,
    connectTo: config.WIREWATCH_CONNECT_TO,
    limits: { maxBytes: config.WIREWATCH_MAX_PAGE_BYTES },
  });
  const now = () => new Date(context.now());
  const gate = createHostGate(queues.redis, { gapMs: config.WIREWATCH_HOST_GAP_MS });
  const userAgent = config.WIREWATCH_USER_AGENT;
  const robots = createRobotsGate({ http, cache: createRedisRobotsCache(queues.redis), userAgent, now });
  const polling = startPolling(context, { http, parse: parseFeed, now, random: Math.random, gate });
  const fetching = await startFetching(context, {
    http,
    gate,
    robots,
    userAgent,
    now,
    maxBytes: config.WIREWATCH_MAX_PAGE_BYTES,
  });
  return {
    async stop() {
      await Promise.all([polling.stop(), fetching.stop()]);
      await http.close();
    },
  };
}
