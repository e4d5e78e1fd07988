import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { DelayedError, type Job, Worker } from 'bullmq';
import { createBatchGate } from './batch-gate.ts';
import type { OutageWatch } from './outage-watch.ts';
import { ArticleJob, type Lane, type Stage } from './pipeline.ts';
import { PREFIX, queueName } from './queue/queues.ts';
import { watchWorkers } from './queue/watch-workers.ts';
import type { ServiceContext } from './service.ts';
import { isOutage, rootMessage } from './store/database/outage.ts';
import { saveDryResult } from './store/journey/batches.ts';
import { finish, type StageOutcome } from './store/journey/finish.ts';
import {
  type ArticleRow,
  type Claim,
  claimArticle,
  countFault,
  handBack,
  readArticle,
  renewLeases,
} from './store/journey/journey.ts';
import { sayVersion } from './store/journey/versions.ts';
import { sayFoldingOfEmpty } from './store/search/folding.ts';

/** What a stage says of one article. Exceptions are for bad data ({@link BadData}) and for faults. */
export type Verdict =
  | ({ kind: 'ended' } & Omit<StageOutcome, 'version'>)
  /** Not now: rate limit or outage. Comes back after so many milliseconds; no attempt is counted. */
  | { kind: 'later'; afterMs: number; reason: string };

/** The input itself is bad: to quarantine at once, with this reason. */
export class BadData extends Error {
  override name = 'BadData';
}

/** One stage of the pipeline: what it does with an article; everything around it is the shell's. */
export interface StageWork {
  stage: Stage;
  version: string;
  /** Live articles held at a time; of the batch lane one less. */
  concurrency: number;
  /** V8 is told by the work itself when its best code pays: flags hold for the process with all its threads. */
  tellsV8?: boolean;
  /** The work is computing: batch work does not begin while a live article is on its way. */
  computes?: boolean;
  /** Milliseconds to wait before this article may be worked on (politeness, backpressure); 0: now. */
  admit?: (article: ArticleRow) => Promise<number>;
  run(claim: Claim, signal: AbortSignal): Promise<Verdict>;
  /** What the stage would make of an article now beside what it made before; nothing is written. */
  preview?: (article: ArticleRow, signal: AbortSignal) => Promise<{ before: unknown; after: unknown }>;
}

/**
 * Live articles that a stage of some milliseconds holds at a time. Over a network one is computed while another waits for answers; SQLite
 * answers within the process, and a second place would only ask an empty queue once more for every article.
 */
export function placesBeside({ dialect }: ServiceContext['store']): number {
  return dialect === 'sqlite' ? 1 : 2;
}

/**
 * Articles of a process after which V8's best code pays. Most services are started with `--efficiency-mode`, which puts it off for five
 * times as many calls: what is called so often by a start alone is not worth it, and what an article calls is.
 */
const WORTH_BEST_CODE = 100;

/** Faults by our code: tries before quarantine, and the pause before the n-th (5 s, 25 s, 125 s, then 10 min). */
const MAX_ATTEMPTS = 5;
const backoffMs = (attempt: number) => Math.min(5 ** attempt * 1000, 600_000);
/** Claims that ended without a word before we call the article a poison that kills its worker. */
const MAX_CLAIMS = 8;
const OUTAGE_PAUSE_MS = 3000;
/** The longest wait for one's turn that is waited in place, and how often in a row. */
const MOMENT_MS = 500;
const MOST_MOMENTS = 10;
/** How long a stop waits for work in hand before it is handed back. */
const GRACE_MS = 8000;

/** A running stage. `stop` finishes or hands back what it holds. */
export interface RunningStage {
  stop(): Promise<void>;
}

/** Runs a stage: claim, run, finish, hand on; later; quarantine. The same for all stages. */
export async function runStage(context: ServiceContext, work: StageWork): Promise<RunningStage> {
  const { store, config, log, now } = context;
  await sayVersion(store, work.stage, work.version);
  await sayFoldingOfEmpty(store);
  const stopping = new AbortController();
  const held = new Set<string>();
  const lease = { owner: context.workerId, ms: config.WIREWATCH_LOCK_MS };

  const batchPlaces = Math.max(1, work.concurrency - 1);
  const gate = createBatchGate(context.queues.live, batchPlaces, now);

  let leaving = false;
  let inPlace = 0;
  let begun = 0;
  /** Milliseconds to come back after: who is to wait a moment only waits here, in one place of two, for the way round the queue costs more. */
  const admit = async (row: ArticleRow, ask: (article: ArticleRow) => Promise<number>): Promise<number> => {
    let waitMs = await ask(row);
    if (waitMs <= 0 || waitMs > MOMENT_MS || inPlace >= work.concurrency / 2) return waitMs;
    inPlace += 1;
    try {
      for (let asked = 0; asked < MOST_MOMENTS && waitMs > 0 && waitMs <= MOMENT_MS && !leaving; asked += 1) {
        await sleep(waitMs);
        waitMs = await ask(row);
      }
    } finally {
      inPlace -= 1;
    }
    return waitMs;
  };

  const process = async (lane: Lane, job: Job, token?: string): Promise<void> => {
    const postpone = async (until: number): Promise<never> => {
      await job.moveToDelayed(Math.max(until, now() + 1), token);
      if (lane === 'live') await context.queues.live.ends([job.data.articleId]);
      throw new DelayedError();
    };
    const isGated = lane === 'batch' && work.computes === true;
    let entered = false;
    let claim: Claim | null = null;
    let holds: string | null = null;
    try {
      if (isGated) {
        entered = await gate.enter();
        if (!entered) return await postpone(now());
      }
      const payload = ArticleJob.parse(job.data);
      if (payload.dryRun !== undefined)
        return await dryRun(context, work, payload.articleId, payload.dryRun, stopping.signal);
      if (work.admit) {
        const row = await readArticle(store, payload.articleId);
        const wait = row && row.stage === work.stage && row.epoch === payload.epoch ? await admit(row, work.admit) : 0;
        if (wait > 0) return await postpone(now() + wait);
      }
      // A job whose lock was lost (the process stood still) comes to this very worker while it is still at it: once is enough.
      if (held.has(payload.articleId)) return await postpone(now() + lease.ms);
      holds = payload.articleId;
      held.add(holds);
      const given = await claimArticle(store, payload, work.stage, lease, now());
      if ('kind' in given) {
        if (given.kind === 'superseded') return;
        return await postpone(given.until);
      }
      claim = given;
      begun += 1;
      if (begun === WORTH_BEST_CODE && !work.tellsV8) setFlagsFromString('--no-efficiency-mode');
      const until = await attempt(context, work, claim, outages, stopping.signal);
      if (until !== null) return await postpone(until);
    } catch (error) {
      if (error instanceof DelayedError) throw error;
      // What fails here is the shell's own reading and writing: an outage of the store. The row still waits; so does the job.
      outages.met(error);
      if (claim) await handBack(store, claim, null, null).catch(() => undefined);
      return await postpone(now() + OUTAGE_PAUSE_MS);
    } finally {
      if (entered) gate.leave();
      if (holds !== null) held.delete(holds);
    }
  };

  const startWorker = (lane: Lane, concurrency: number) => {
    const worker = new Worker(queueName(work.stage, lane), (job, token) => process(lane, job, token), {
      connection: context.workerRedis,
      prefix: PREFIX,
      concurrency,
      lockDuration: lease.ms,
      stalledInterval: lease.ms / 2,
      // The database counts claims; BullMQ must not fail a job that was unlucky with its workers.
      maxStalledCount: 1_000_000,
    });
    worker.on('error', (error) => log.debug({ error: error.message }, 'queue worker'));
    return worker;
  };
  const workers = [startWorker('live', work.concurrency), startWorker('batch', batchPlaces)];
  const outages = watchWorkers(context, work.stage, workers);

  const renewal = setInterval(() => {
    renewLeases(store, [...held], lease.owner, lease.ms).catch((error) => outages.met(error));
  }, lease.ms / 3);

  return {
    async stop() {
      leaving = true;
      const hurry = setTimeout(() => stopping.abort(), GRACE_MS);
      gate.close();
      outages.stop();
      await Promise.all(workers.map((worker) => worker.close()));
      clearTimeout(hurry);
      clearInterval(renewal);
    },
  };
}

/** One try at an article. Returns null when it ended, else the instant at which it is to be tried again. */
async function attempt(
  context: ServiceContext,
  work: StageWork,
  claim: Claim,
  outages: OutageWatch,
  signal: AbortSignal,
): Promise<number | null> {
  const { store, log, now } = context;
  const shell = { store, queues: context.queues, log, worker: context.workerId, now };
  if (claim.article.claims > MAX_CLAIMS) {
    const reason = `its worker died ${claim.article.claims - 1} times in this stage; replay it once the cause is found`;
    await finish(shell, claim, { outcome: 'quarantined', reason, version: work.version });
    return null;
  }
  let verdict: Verdict;
  try {
    verdict = await work.run(claim, signal);
    if (verdict.kind === 'ended') {
      const { kind: _, ...told } = verdict;
      await finish(shell, claim, { ...told, version: work.version });
      return null;
    }
  } catch (error) {
    // A result that cannot be saved is a fault of ours like any other: counted, and set aside in the end.
    const message = rootMessage(error);
    if (error instanceof BadData) {
      await finish(shell, claim, { outcome: 'quarantined', reason: message, version: work.version });
      return null;
    }
    if (isOutage(error) || signal.aborted) {
      await handBack(store, claim, null, message);
      if (!signal.aborted) outages.met(error);
      return now() + (signal.aborted ? 0 : OUTAGE_PAUSE_MS);
    }
    const attempts = claim.article.attempts + 1;
    log.error(
      { article: claim.article.id, stage: work.stage, attempts, error: message, stack: (error as Error).stack },
      'fault',
    );
    if (attempts >= MAX_ATTEMPTS) {
      const reason = `a fault in ${work.stage}, ${attempts} times: ${message}`;
      await finish(shell, claim, { outcome: 'quarantined', reason, version: work.version });
      return null;
    }
    const until = now() + backoffMs(attempts);
    await countFault(store, claim, until, message);
    return until;
  }
  const until = now() + verdict.afterMs;
  await handBack(store, claim, until, verdict.reason);
  log.info(
    { article: claim.article.id, stage: work.stage, reason: verdict.reason, afterMs: verdict.afterMs },
    'not now',
  );
  return until;
}

/** Asks the stage what it would do, and keeps the answer; a fault is an answer too. */
async function dryRun(
  context: ServiceContext,
  work: StageWork,
  articleId: string,
  batchId: string,
  signal: AbortSignal,
): Promise<void> {
  const { store, now } = context;
  const article = await readArticle(store, articleId);
  if (!article || !work.preview) return;
  let found: { before: unknown; after: unknown };
  try {
    found = await work.preview(article, signal);
  } catch (error) {
    if (isOutage(error) || signal.aborted) throw error;
    found = { before: null, after: { error: (error as Error).message } };
  }
  const changed = !isDeepStrictEqual(found.before, found.after);
  await saveDryResult(store, { batchId, articleId, changed, ...found, at: now() });
}
