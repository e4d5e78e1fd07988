import { BadData } from '@wirewatch/shared/stage.ts';
import { textBefore } from '@wirewatch/shared/store/articles/revisions.ts';
import { preparedQuery } from '@wirewatch/shared/store/database/prepared.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import type { ArticleRow } from '@wirewatch/shared/store/journey/journey.ts';
import { eq, sql } from 'drizzle-orm';
import type { DedupArticle } from './core/article.ts';
import { firstSightOf } from './first-sight.ts';

const textAndOutlet = preparedQuery('dedup-input', (db, { tables: { revisions, outlets } }) =>
  db
    .select({ revision: revisions, outlet: outlets })
    .from(revisions)
    .leftJoin(outlets, eq(outlets.id, sql.placeholder('outlet')))
    .where(eq(revisions.id, sql.placeholder('revision'))),
);

/**
 * What the deduplicator looks at of an article, and the house of its outlet.
 * @throws BadData where it has no text
 */
export async function inputOf(store: Store, article: ArticleRow): Promise<{ input: DedupArticle; house: string }> {
  const keys = { revision: article.revisionId, outlet: article.outletId };
  const [found] = article.revisionId === null ? [] : await textAndOutlet(store, store.db, keys);
  if (!found) throw new BadData('there is no clean text to compare: clean it again');
  const { revision, outlet } = found;
  const stated = revision.publishedMs ?? (revision.publishedAt === null ? null : Date.parse(revision.publishedAt));
  const input = {
    ...(await firstSightOf(store, article, Number.isNaN(stated) ? null : stated)),
    id: article.id,
    url: article.url,
    host: article.outletId,
    outlet: outlet?.name ?? article.outletId,
    outletKind: outlet?.kind ?? null,
    said: outlet ? [...(outlet.nameFrom === 'user' ? [outlet.name] : []), ...outlet.aliases] : [],
    unshown: revision.quality.unshown,
    title: revision.title,
    text: revision.text,
    before: await textBefore(store, revision),
    language: revision.language,
    byline: revision.byline,
    credit: revision.credit,
    canonicalUrl: revision.canonicalUrl,
    published: revision.publishedMs === null ? revision.publishedAt : new Date(revision.publishedMs).toISOString(),
    fetched: new Date(revision.fetchedAt).toISOString(),
  };
  return { input, house: outlet?.house ?? article.outletId };
}
