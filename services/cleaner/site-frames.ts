import type { CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import type { ServiceContext } from '@wirewatch/shared/service.ts';
import type { Db } from '@wirewatch/shared/store/database/store.ts';
import type { ArticleRow } from '@wirewatch/shared/store/journey/journey.ts';
import { emptyMemory, type FrameKeys, type FrameMemory, frameOf, learnAll } from './core/frame/frame-memory.ts';
import { addNews, cleanAgainWith, readFrame, readFrameVersion, saveFrame, takeNews } from './stored-frames.ts';

/** The sites' frames over the store: one memory an outlet, shared by every worker. */
export interface SiteFrames {
  /** What is known of an outlet's frame. */
  of(outletId: string): Promise<FrameKeys>;
  /** Learns from a cleaned article, inside the transaction that stores it; sends articles that the news concerns to be cleaned again. */
  learn(tx: Db, article: ArticleRow, result: CleanResult): Promise<void>;
}

/**
 * Different articles that a memory learns one by one: while it is young each teaches it much, and it is small. A grown one has 70 kB to be
 * read, learnt into and written (1.4 ms of CPU, and the cleaner's transaction waits), and hears of so many articles at a time.
 */
const YOUNG = 10;
const AT_A_TIME = 8;

/** Outlets whose frame is held at hand: a process reads pages of thousands, and of each again within minutes or not for hours. */
const HELD = 400;

interface Known {
  frame: FrameKeys;
  grown: boolean;
}

/** Opens the frames. */
export function openSiteFrames({ store, log, now }: Pick<ServiceContext, 'store' | 'log' | 'now'>): SiteFrames {
  const known = new Map<string, Known>();
  const keep = (outletId: string, memory: FrameMemory): FrameKeys => {
    const frame = frameOf(memory);
    known.delete(outletId);
    known.set(outletId, { frame, grown: memory.articles >= YOUNG });
    for (const oldest of known.keys()) {
      if (known.size <= HELD) break;
      known.delete(oldest);
    }
    return frame;
  };
  return {
    async of(outletId) {
      const version = await readFrameVersion(store, outletId);
      const held = known.get(outletId);
      if (held && held.frame.version === (version ?? '0')) return held.frame;
      const row = version === null ? null : await readFrame(store, outletId);
      return keep(outletId, (row?.memory as FrameMemory | undefined) ?? emptyMemory());
    },
    async learn(tx, article, result) {
      if (!result.frameBlocks) return;
      const { outletId } = article;
      const news = { articleId: article.id, blocks: result.frameBlocks, url: article.finalUrl ?? article.url };
      const isGrown = known.get(outletId)?.grown === true;
      if (isGrown && (await addNews(store, tx, outletId, news, now())) < AT_A_TIME) return;
      const row = await readFrame(store, outletId, tx);
      const before = (row?.memory as FrameMemory | undefined) ?? emptyMemory();
      const heard = isGrown ? await takeNews(store, tx, outletId) : [news];
      const after = learnAll(before, heard);
      if (after === before) return;
      await saveFrame(store, tx, outletId, { memory: after, version: after.version }, now());
      const frame = keep(outletId, after);
      if (after.version === before.version) return;
      const changed = frameOf(before).keys.symmetricDifference(frame.keys);
      const again = await cleanAgainWith(store, tx, outletId, changed, now());
      log.info({ outlet: outletId, blocks: changed.size, again }, 'the frame of this site has changed');
    },
  };
}
