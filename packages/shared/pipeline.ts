import { z } from 'zod';

/**
 * The one table of the pipeline, in the order of the journey: who works on what, who comes next, and what of an article a stage can be
 * done again from (`again`; null: it is not). No worker names its successor, and no other file names a queue. Where the result of a
 * stage lies stands in store/journey/stage-results.ts.
 */
export const PIPELINE = {
  poll: { service: 'fetcher', subject: 'feed', next: 'fetch', again: null },
  fetch: { service: 'fetcher', subject: 'article', next: 'clean', again: null },
  clean: { service: 'cleaner', subject: 'article', next: 'dedup', again: 'raw page' },
  dedup: { service: 'deduplicator', subject: 'article', next: 'classify', again: 'text' },
  classify: { service: 'classifier', subject: 'article', next: null, again: 'text' },
} as const satisfies Record<string, Row>;

interface Row {
  service: string;
  subject: 'feed' | 'article';
  next: string | null;
  again: 'raw page' | 'text' | null;
}

type Table = typeof PIPELINE;
export type QueueName = keyof Table;
export const QUEUES = Object.keys(PIPELINE) as QueueName[];
export type Stage = { [Q in QueueName]: Table[Q]['subject'] extends 'article' ? Q : never }[QueueName];
/** The queues that articles travel through, in order. */
export const STAGES = QUEUES.filter((queue): queue is Stage => PIPELINE[queue].subject === 'article');
/** The last stage: an article that passes it is done. */
export const LAST_STAGE = STAGES.find((stage) => PIPELINE[stage].next === null)!;
type StageAgain = { [S in Stage]: Table[S]['again'] extends null ? never : S }[Stage];
/** Stages that can be done again from what is stored, in order. */
export const ReprocessStage = z.enum(
  STAGES.filter((stage): stage is StageAgain => PIPELINE[stage].again !== null) as [StageAgain, ...StageAgain[]],
);
export type ReprocessStage = z.infer<typeof ReprocessStage>;
/** Something for each stage that can be done again. */
export function ofEachStage<T>(make: (stage: ReprocessStage) => T): Record<ReprocessStage, T> {
  return Object.fromEntries(ReprocessStage.options.map((stage) => [stage, make(stage)])) as Record<ReprocessStage, T>;
}
/** Everything that `wirewatch work SERVICE` can run, in the order in which a supervisor starts them. */
export const SERVICES = ['scheduler', 'fetcher', 'cleaner', 'deduplicator', 'classifier', 'dashboard'] as const;
export type Service = (typeof SERVICES)[number];
/** The services that move articles: all but the one that shows them. */
export const WORKERS: readonly Service[] = SERVICES.filter((service) => service !== 'dashboard');

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
