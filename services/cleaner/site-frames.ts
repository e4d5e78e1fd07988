import type { CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import type { ServiceContext } from '@wirewatch/shared/service.ts';
import type { Db } from '@wirewatch/shared/store/database/store.ts';
import type { ArticleRow } from '@wirewatch/shared/store/journey/journey.ts';
import { emptyMemory, type FrameKeys, type FrameMemory, frameOf, learn } from './core/frame/frame-memory.ts';
import { cleanAgainWith, readFrame, readFrameVersion, saveFrame } from './stored-frames.ts';

/** The sites' frames over the store: one memory an outlet, shared by every worker. */
export interface SiteFrames {
  /** What is known of an outlet's frame. */
  of(outletId: string): Promise<FrameKeys>;
  /** Learns from a cleaned article, inside the transaction that stores it; sends articles that the news concerns to be cleaned again. */
  learn(tx: Db, article: ArticleRow, result: CleanResult): Promise<void>;
}

/** Opens the frames. */
export function openSiteFrames({ store, log, now }: ServiceContext): SiteFrames {
  const known = new Map<string, FrameKeys>();
  return {
    async of(outletId) {
      const version = await readFrameVersion(store, outletId);
      const held = known.get(outletId);
      if (held && held.version === (version ?? '0')) return held;
      const row = version === null ? null : await readFrame(store, outletId);
      const frame = frameOf((row?.memory as FrameMemory | undefined) ?? emptyMemory());
      known.set(outletId, frame);
      return frame;
    },
    async learn(tx, article, result) {
      if (!result.frameBlocks) return;
      const { outletId } = article;
      const row = await readFrame(store, outletId, tx);
      const before = (row?.memory as FrameMemory | undefined) ?? emptyMemory();
      const after = learn(before, article.id, result.frameBlocks, article.finalUrl ?? article.url);
      if (after === before) return;
      await saveFrame(store, tx, outletId, { memory: after, version: after.version }, now());
      if (after.version === before.version) return;
      const changed = frameOf(before).keys.symmetricDifference(frameOf(after).keys);
      const again = await cleanAgainWith(store, tx, outletId, changed, now());
      log.info({ outlet: outletId, blocks: changed.size, again }, 'the frame of this site has changed');
    },
  };
}
