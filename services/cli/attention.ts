import type { AttentionLine } from '@wirewatch/shared/attention/line.ts';
import type { Config } from '@wirewatch/shared/config.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import { connectRedis } from '@wirewatch/shared/queue/redis.ts';
import { readRedis } from '@wirewatch/shared/queue/redis-facts.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { countNow, readAttention } from '@wirewatch/shared/store/operations/attention.ts';
import { span } from '@wirewatch/shared/text/span.ts';
import { readNotice } from './supervisor/supervisor.ts';

/** What needs a look, as the dashboard's overview has it. Redis is asked where one is known: of the configuration, or of the `up` on this folder. */
export async function needsAttention(store: Store, config: Config): Promise<AttentionLine[]> {
  const url = config.REDIS_URL ?? readNotice(config.dataDir)?.redisUrl;
  const now = Date.now();
  if (url === undefined) return readAttention(store, config, countNow(store, now), undefined, now);
  const redis = connectRedis(url, 'client', createLogger('cli', 'silent'));
  try {
    return await readAttention(store, config, countNow(store, now), await readRedis(redis), now);
  } finally {
    redis.disconnect();
  }
}

/** A line in words, with what to do and, where a dashboard is up, its address. */
export function attentionText(line: AttentionLine, now: number, dashboard: string | null): string {
  const age = line.since === null ? '' : ` (for ${span(now - line.since)})`;
  const where = dashboard === null ? '' : `\n       ${new URL(line.href, dashboard)}`;
  return `${line.grave ? 'GRAVE ' : 'later '} ${line.what}${age}\n       ${line.todo}${where}`;
}
