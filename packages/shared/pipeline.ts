import { z } from 'zod';

/**
 * The one table of the pipeline: who works on what, and who comes next. No worker names its successor, and no other file
 * names a queue.
 */
export const PIPELINE = {
  poll: { service: 'fetcher', subject: 'feed', next: 'fetch' },
  fetch: { service: 'fetcher', subject: 'article', next: 'clean' },
  clean: { service: 'cleaner', subject: 'article', next: 'dedup' },
  dedup: { service: 'deduplicator', subject: 'article', next: 'classify' },
  classify: { service: 'classifier', subject: 'article', next: null },
} as const satisfies Record<string, { service: string; subject: 'feed' | 'article'; next: string | null }>;

export type QueueName = keyof typeof PIPELINE;
/** The queues that articles travel through, in order. */
export const STAGES = ['fetch', 'clean', 'dedup', 'classify'] as const;
export type Stage = (typeof STAGES)[number];
export const QUEUES = Object.keys(PIPELINE) as QueueName[];
/** Everything that `wirewatch work SERVICE` can run, in the order in which a supervisor starts them. */
export const SERVICES = ['scheduler', 'fetcher', 'cleaner', 'deduplicator', 'classifier', 'dashboard'] as const;
export type Service = (typeof SERVICES)[number];

/** The stage after this one, or null after the last. */
export function nextStage(stage: Stage): Stage | null {
  return PIPELINE[stage].next;
}

/**
 * Each stage has a queue a lane. Batch work begins only while no live article is on its way (see batch-gate.ts): so it delays
 * live work by at most the job that is being worked on.
 */
export const LANES = ['live', 'batch'] as const;
export type Lane = (typeof LANES)[number];

/** Jobs carry ids only. */
export const ArticleJob = z.object({
  articleId: z.string(),
  epoch: z.number().int(),
  /** The batch that only asks what would change. */
  dryRun: z.string().optional(),
});
export type ArticleJob = z.infer<typeof ArticleJob>;
export const PollJob = z.object({ feedId: z.string(), epoch: z.number().int() });
export type PollJob = z.infer<typeof PollJob>;

/**
 * The id of a job: BullMQ ignores an `add` whose id still exists, so an id names one attempt (epoch) at one stage.
 * No colon and not all digits, which BullMQ refuses.
 */
export function jobId(queue: QueueName, subjectId: string, epoch: number): string {
  return `${queue}-${subjectId}-${epoch}`;
}

/** The id of a dry run's job: once a batch and article. */
export function dryJobId(queue: QueueName, batchId: string, articleId: string): string {
  return `${queue}-dry-${batchId}-${articleId}`;
}
