import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import { BadData, runStage, type StageWork } from '@wirewatch/shared/stage.ts';
import { compareRevision, feedHintOf, latestRevision, saveRevision } from '@wirewatch/shared/store/revisions.ts';
import { createCleanPool } from './pool.ts';
import { CLEAN_VERSION } from './version.ts';

/** Threads that parse pages: two keep both cores of a small machine busy. */
const THREADS = 2;
/** A page's tree and scorer fit in a tenth of this; a page that needs more is an attack or a fault. */
const HEAP_MB = 384;

/** The cleaner: raw bytes to clean text and metadata. */
export async function start(context: ServiceContext): Promise<Running> {
  const { store, blobs, config, now } = context;
  const pool = createCleanPool({ size: THREADS, timeoutMs: config.WIREWATCH_PAGE_TIMEOUT_MS, heapMb: HEAP_MB });
  const work: StageWork = {
    stage: 'clean',
    version: CLEAN_VERSION,
    concurrency: THREADS,
    async run({ article }) {
      const { rawHash, fetchedAt } = article;
      if (rawHash === null || fetchedAt === null) throw new BadData('there are no raw bytes to clean: fetch it again');
      const body = await blobs.get(rawHash).catch((error) => {
        throw new BadData((error as Error).message);
      });
      const feed = await feedHintOf(store, article.id);
      const url = article.finalUrl ?? article.url;
      const result = await pool.clean({ url, body, contentType: article.rawType, feed });
      if (result.outcome !== 'passed') return { kind: 'ended', outcome: result.outcome, reason: result.reason };
      const change = compareRevision(await latestRevision(store, article), rawHash, result);
      const made = { version: CLEAN_VERSION, rawHash, fetchedAt, now: now(), batchId: article.batchId };
      return {
        kind: 'ended',
        outcome: change === 'same-text' && article.outcome === 'done' ? 'unchanged' : 'passed',
        reason: change === 'same-text' ? 'the page has the same text as before' : result.reason,
        save: async (tx) => {
          const revisionId = await saveRevision(store, tx, article, result, made);
          return { revisionId, title: result.title ?? article.title };
        },
      };
    },
  };
  const stage = runStage(context, work);
  return {
    async stop() {
      await stage.stop();
      await pool.close();
    },
  };
}
