import type { QueueName, Stage } from '../pipeline.ts';
import type { RedisFacts } from '../queue/redis-facts.ts';
import type { ContestedOutlet } from '../store/copies/contested-outlets.ts';
import type { LargeGroup } from '../store/copies/large-groups.ts';
import type { FeedRow } from '../store/feeds/feeds.ts';
import type { Health } from '../store/feeds/health.ts';
import type { QuarantineGroup } from '../store/journey/quarantine-reasons.ts';
import type { ScheduleRow } from '../store/operations/schedules.ts';
import type { WorkerRow, WorkerState } from '../store/operations/workers.ts';
import type { DiskFacts } from './disk.ts';

/** What can need a look, as metrics and alerts name it. The gravest first, which is the order of the list. */
export const ATTENTION_KINDS = [
  'redis',
  'store',
  'disk',
  'service',
  'stage-paused',
  'stage-waits',
  'batch-stands',
  'feed-never-worked',
  'feed-failing',
  'feed-gone',
  'feed-paused',
  'feed-walled',
  'feed-losing',
  'quarantine',
  'schedule',
  'webhook',
  'large-group',
  'contested-outlet',
  'feed-thin',
  'feed-silent',
] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

/** One thing that needs a look: what it is, since when, what to do, and where. */
export interface AttentionLine {
  kind: AttentionKind;
  /** News is lost or work stands still; else it can wait for an hour of leisure. */
  grave: boolean;
  /** In words, without instants. */
  what: string;
  /** Epoch ms; null where that is not known. */
  since: number | null;
  todo: string;
  /** The dashboard's page on which it is explained and mended. */
  href: string;
  /** How many such things the line stands for. */
  count: number;
}

/** What the list is made from. Instants in epoch ms. */
export interface AttentionFacts {
  now: number;
  feeds: ReadonlyArray<{ feed: Pick<FeedRow, 'id' | 'title' | 'url' | 'status' | 'nextPollAt'>; health: Health }>;
  workers: ReadonlyArray<WorkerRow & { state: WorkerState }>;
  /** What waits by stage and lane, and since when the oldest does. */
  waiting: ReadonlyArray<{ stage: Stage | null; lane: string; count: number; oldest: number | null }>;
  /** Articles that ended a stage and lane in the last hour or two, as `stage lane`. */
  outcomes: ReadonlyMap<string, number>;
  paused: ReadonlySet<string>;
  quarantine: readonly QuarantineGroup[];
  largeGroups: readonly LargeGroup[];
  contestedOutlets: readonly ContestedOutlet[];
  schedules: readonly ScheduleRow[];
  deadWebhooks: number;
  /** Connections of the database, used and allowed; null where it has no such limit. */
  connections: { used: number; most: number } | null;
  disks: readonly DiskFacts[];
  /** Bytes that a disk should have free. */
  leastFreeBytes: number;
  /** Null: it does not answer. Undefined: it was not asked. */
  redis: RedisFacts | null | undefined;
}

/** Where a queue is looked at. */
export function stagePage(name: QueueName): string {
  return `/pipeline/${name}`;
}
