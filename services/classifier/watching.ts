import type { ClassifyResult } from '@wirewatch/shared/contracts/classify.ts';
import type { Logger } from '@wirewatch/shared/log.ts';
import { prepareDocument, type QueryDocument } from '@wirewatch/shared/query/document.ts';
import { createWatchIndex, type WatchHit, type WatchIndex } from '@wirewatch/shared/query/watch-index.ts';
import type { Db, Store } from '@wirewatch/shared/store/database/store.ts';
import { outletOf } from '@wirewatch/shared/store/feeds/outlets.ts';
import type { ArticleRow, Claim } from '@wirewatch/shared/store/journey/journey.ts';
import { countedAt, replaceMatches } from '@wirewatch/shared/store/watches/matches.ts';
import { raiseStoryAlerts } from '@wirewatch/shared/store/watches/raise.ts';
import { loadWatches, watchesVersion } from '@wirewatch/shared/store/watches/watches.ts';

type Row = Store['tables']['revisions']['$inferSelect'];
type Revision = Pick<Row, 'title' | 'text' | 'publishedAt' | 'publishedMs'> & Partial<Pick<Row, 'credit'>>;

/** The analyst's watches at work on what is classified. */
export interface Watching {
  /** The watches that fire on an article; an empty set of watches costs one small read. */
  match(article: ArticleRow, revision: Revision, result: ClassifyResult, now: number): Promise<WatchHit[]>;
  /** Writes what fired, and what is to be told; part of the transaction in which the article ends the stage. */
  save(tx: Db, claim: Claim, revision: Revision, hits: readonly WatchHit[], now: number): Promise<void>;
}

/** Keeps the index of all watches in memory, made anew when the set's version in the store changes. */
export function createWatching(store: Store, log: Logger): Watching {
  let held: { version: string; index: WatchIndex | null } | null = null;

  async function current(): Promise<WatchIndex | null> {
    const version = await watchesVersion(store);
    if (version === null) return null;
    if (held?.version !== version) {
      // A change between the two reads gives a newer set under an older version: it is read once more, never missed.
      const { watches, unreadable } = await loadWatches(store);
      for (const watch of unreadable) log.warn({ watch }, 'a watch cannot be read and is left out');
      held = { version, index: watches.length === 0 ? null : createWatchIndex(watches) };
    }
    return held.index;
  }

  return {
    async match(article, revision, result, now) {
      const index = await current();
      if (!index) return [];
      const outlet = await outletOf(store, article.outletId);
      return index.match(prepareDocument(documentOf(revision, result, outlet)), now);
    },
    async save(tx, { article, lane }, revision, hits, now) {
      const at = countedAt(article.firstSeenAt, revision.publishedMs);
      const fresh = await replaceMatches(store, tx, { id: article.id, at }, hits);
      // What is done again or taken in from an archive is no news.
      if (lane === 'live') await raiseStoryAlerts(store, tx, article, [...fresh], now);
    },
  };
}

function documentOf(revision: Revision, result: ClassifyResult, outlet: QueryDocument['outlet']): QueryDocument {
  const { language, countries, topics, events, entities } = result;
  const { title, text, publishedAt } = revision;
  const credit = revision.credit?.source ?? null;
  return { title: title ?? '', text, language, publishedAt, outlet, countries, topics, events, entities, credit };
}
