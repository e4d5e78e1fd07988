import type { Store } from '@wirewatch/shared/store/database/store.ts';
import type { DedupArticle } from '../core/article.ts';

/** Puts an article's text where the cleaner would have put it. */
export async function clean(store: Store, input: DedupArticle): Promise<void> {
  const { articles, revisions } = store.tables;
  await store.write(async (tx) => {
    await tx
      .insert(articles)
      .values({
        id: input.id,
        url: input.url,
        urlKey: input.url,
        outletId: input.host,
        lane: 'live',
        epoch: 1,
        enqueuedAt: 0,
        attempts: 0,
        claims: 0,
        revisionId: `r-${input.id}`,
        firstSeenAt: 0,
      })
      .onConflictDoNothing();
    await tx
      .insert(revisions)
      .values({
        id: `r-${input.id}`,
        articleId: input.id,
        number: 1,
        rawHash: input.id,
        textHash: input.id,
        byline: [],
        text: input.text,
        language: 'en',
        quality: { score: 90, reasons: [], ...(input.unshown ? { unshown: true as const } : {}) },
        cuts: [],
        version: 'test',
        fetchedAt: 0,
        createdAt: 0,
      })
      .onConflictDoUpdate({ target: revisions.id, set: { text: input.text } });
  });
}
