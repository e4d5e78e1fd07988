import { count, eq, gte, sql } from 'drizzle-orm';
import { attentionOf } from '../../attention/attention.ts';
import { readDisks } from '../../attention/disk.ts';
import type { AttentionLine } from '../../attention/line.ts';
import type { Config } from '../../config.ts';
import type { RedisFacts } from '../../queue/redis-facts.ts';
import { type ContestedOutlet, contestedOutlets } from '../copies/contested-outlets.ts';
import { type LargeGroup, largeGroups } from '../copies/large-groups.ts';
import type { Store } from '../database/store.ts';
import { feedCounts } from '../feeds/counts.ts';
import { listFeeds } from '../feeds/feeds.ts';
import { COUNTED_MS, healthOf } from '../feeds/health.ts';
import { quarantineReasons } from '../journey/quarantine-reasons.ts';
import { waitingByStage } from '../journey/status.ts';
import { wishedPauses } from './pauses.ts';
import { listSchedules } from './schedules.ts';
import { listWorkers } from './workers.ts';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 86_400_000;
const REASONS = 30;

/** Figures that read whole tables, by who keeps them or reads them now. */
export interface LongCounts {
  feeds: () => ReturnType<typeof feedCounts>;
  largeGroups: () => Promise<LargeGroup[]>;
  contested: () => Promise<ContestedOutlet[]>;
}

/** The figures, read now. */
export function countNow(store: Store, now: number): LongCounts {
  return {
    feeds: () => feedCounts(store, now - COUNTED_MS),
    largeGroups: () => largeGroups(store),
    contested: () => contestedOutlets(store, now - WEEK_MS),
  };
}

/**
 * Everything that needs a look, the gravest first.
 * @param redis what Redis says of itself; null where it does not answer, undefined where it was not asked
 * @param now epoch ms
 */
export async function readAttention(
  store: Store,
  config: Config,
  counts: LongCounts,
  redis: RedisFacts | null | undefined,
  now: number,
): Promise<AttentionLine[]> {
  const [
    feeds,
    counted,
    workers,
    waiting,
    outcomes,
    paused,
    quarantine,
    large,
    contested,
    schedules,
    dead,
    connections,
    disks,
  ] = await Promise.all([
    listFeeds(store),
    counts.feeds(),
    listWorkers(store, now),
    waitingByStage(store),
    recentEndings(store, now - HOUR_MS),
    wishedPauses(store),
    quarantineReasons(store, REASONS),
    counts.largeGroups(),
    counts.contested(),
    listSchedules(store),
    deadWebhooks(store),
    readConnections(store),
    readDisks(config),
  ]);
  return attentionOf({
    now,
    feeds: feeds.map((feed) => ({ feed, health: healthOf(feed, counted.get(feed.id), now) })),
    workers,
    waiting,
    outcomes,
    paused,
    quarantine,
    largeGroups: large,
    contestedOutlets: contested,
    schedules,
    deadWebhooks: dead,
    connections,
    disks,
    leastFreeBytes: config.WIREWATCH_MIN_FREE_GB * 1e9,
    redis,
  });
}

async function recentEndings(store: Store, since: number): Promise<Map<string, number>> {
  const { counters } = store.tables;
  const rows = await store.db
    .select({
      stage: counters.stage,
      lane: counters.lane,
      count: sql<number>`sum(${counters.count})`.mapWith(Number),
    })
    .from(counters)
    .where(gte(counters.hour, Math.floor(since / HOUR_MS)))
    .groupBy(counters.stage, counters.lane);
  return new Map(rows.map((row) => [`${row.stage} ${row.lane}`, row.count]));
}

async function deadWebhooks(store: Store): Promise<number> {
  const { webhookDeliveries: table } = store.tables;
  const [row] = await store.db.select({ n: count() }).from(table).where(eq(table.status, 'dead'));
  return row?.n ?? 0;
}

async function readConnections(store: Store): Promise<{ used: number; most: number } | null> {
  if (store.dialect === 'sqlite') return null;
  const [row] = await store.rows<{ used: number | string; most: number | string }>(
    sql`select (select count(*) from pg_stat_activity) as used, current_setting('max_connections') as most`,
  );
  return row ? { used: Number(row.used), most: Number(row.most) } : null;
}
