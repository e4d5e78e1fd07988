import type { CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import { pageRoom } from '@wirewatch/shared/page-room.ts';
import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import { BadData, runStage, type StageWork, type Verdict } from '@wirewatch/shared/stage.ts';
import {
  compareRevision,
  feedHintOf,
  latestRevision,
  saveRevision,
} from '@wirewatch/shared/store/articles/revisions.ts';
import { RawBytesLost } from '@wirewatch/shared/store/blobs/blobs.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import type { ArticleRow } from '@wirewatch/shared/store/journey/journey.ts';
import { eq } from 'drizzle-orm';
import { createCleanPool, PageOvertook } from './pool.ts';
import { openSiteFrames } from './site-frames.ts';
import { CLEAN_VERSION } from './version.ts';

/** Threads that parse pages: one cleans a hundred a second in 350 MB; for more there are more cleaners. */
const THREADS = 1;
/** Pages that are read and stored meanwhile. */
const BESIDE = 2;
/** A page's tree and scorer fit in a tenth of this; a page that needs more is an attack or a fault. */
const HEAP_MB = 384;

/** A page that a busy machine did not get to is tried again so often, each time after a longer pause. */
const MOST_DEFERRED = 5;
const DEFER_MS = 60_000;

/** The cleaner: raw bytes to clean text and metadata. */
export async function start(context: ServiceContext): Promise<Running> {
  const { store, blobs, config, now } = context;
  const { WIREWATCH_PAGE_TIMEOUT_MS: timeoutMs, WIREWATCH_SMALL: small } = config;
  const room = pageRoom(config.WIREWATCH_MAX_PAGE_BYTES);
  const pool = createCleanPool({ size: THREADS, timeoutMs, heapMb: HEAP_MB, small, room, takesBytes: true });
  const frames = openSiteFrames(context);
  /** How often a page met the limit on time by the clock, while the machine was too busy to give it its share. */
  const deferred = new Map<string, number>();
  const notNow = (id: string, reason: string): Verdict => {
    const times = (deferred.get(id) ?? 0) + 1;
    deferred.set(id, times);
    if (times <= MOST_DEFERRED) return { kind: 'later', afterMs: DEFER_MS * times, reason };
    deferred.delete(id);
    return { kind: 'ended', outcome: 'quarantined', reason: `${reason}, ${times} times` };
  };
  const clean = async (article: ArticleRow, rawHash: string) => {
    const body = await blobs.get(rawHash);
    const feed = await feedHintOf(store, article.id);
    const frame = await frames.of(article.outletId);
    const page = { url: article.finalUrl ?? article.url, body, contentType: article.rawType, feed };
    return {
      result: await pool.clean(page, frame),
      frameVersion: frame.version,
      feedPublished: feed?.published ?? null,
    };
  };
  const work: StageWork = {
    stage: 'clean',
    version: CLEAN_VERSION,
    concurrency: THREADS + BESIDE,
    computes: true,
    tellsV8: true,
    async run({ article }) {
      const { rawHash, fetchedAt } = article;
      if (rawHash === null || fetchedAt === null) throw new BadData('there are no raw bytes to clean: fetch it again');
      let cleaned: Awaited<ReturnType<typeof clean>>;
      try {
        cleaned = await clean(article, rawHash);
      } catch (error) {
        if (error instanceof RawBytesLost) return fetchAgain(store, article.id, error.message);
        if (error instanceof PageOvertook) return notNow(article.id, error.message);
        throw error;
      }
      deferred.delete(article.id);
      const { result, frameVersion, feedPublished } = cleaned;
      if (result.outcome !== 'passed') return { kind: 'ended', outcome: result.outcome, reason: result.reason };
      const change = compareRevision(await latestRevision(store, article), rawHash, result);
      const { batchId } = article;
      const made = { version: CLEAN_VERSION, frameVersion, rawHash, fetchedAt, now: now(), batchId, feedPublished };
      return {
        kind: 'ended',
        outcome: change === 'same-text' && article.outcome === 'done' ? 'unchanged' : 'passed',
        reason: change === 'same-text' ? 'the page has the same text as before' : result.reason,
        save: async (tx) => {
          const revisionId = await saveRevision(store, tx, article, result, made);
          await frames.learn(tx, article, result);
          return { revisionId, title: result.title ?? article.title };
        },
      };
    },
    async preview(article) {
      if (article.rawHash === null) throw new BadData('there are no raw bytes to clean');
      const latest = await latestRevision(store, article);
      const { result } = await clean(article, article.rawHash);
      return {
        before: latest ? readerView(latest) : article.reason,
        after: result.outcome === 'passed' ? readerView(result) : result.reason,
      };
    },
  };
  const stage = await runStage(context, work);
  return {
    async stop() {
      await stage.stop();
      await pool.close();
    },
  };
}

/** Bytes that are lost are had again from the page itself: the journey begins anew. */
function fetchAgain(store: Store, id: string, reason: string): Verdict {
  const { articles } = store.tables;
  return {
    kind: 'ended',
    outcome: 'raw-lost',
    reason,
    async save(tx) {
      await tx.update(articles).set({ again: 'fetch' }).where(eq(articles.id, id));
      return { rawHash: null, validators: null };
    },
  };
}

/** What a dry run compares: all that a reader or a later stage would see. */
function readerView(
  of: Pick<
    CleanResult,
    'title' | 'byline' | 'text' | 'language' | 'publishedAt' | 'publishedFrom' | 'updatedAt' | 'credit'
  >,
) {
  const { title, byline, text, language, publishedAt, publishedFrom, updatedAt, credit } = of;
  return { title, byline, text, language, publishedAt, publishedFrom, updatedAt, credit };
}
