import { LARGE_GROUP } from '@wirewatch/shared/contracts/syndication.ts';
import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import { BadData, runStage } from '@wirewatch/shared/stage.ts';
import { latestRevision, textBefore } from '@wirewatch/shared/store/articles/revisions.ts';
import { syndicationOf } from '@wirewatch/shared/store/copies/standing.ts';
import { outletOf } from '@wirewatch/shared/store/feeds/outlets.ts';
import type { ArticleRow } from '@wirewatch/shared/store/journey/journey.ts';
import { assignStory } from './assign-story.ts';
import type { DedupArticle } from './core/article.ts';
import { Engine } from './engine.ts';
import { firstSightOf } from './first-sight.ts';
import { keepLinkingAnnouncements } from './keep-linking.ts';
import { createStorePort } from './store-port.ts';
import { DEDUP_VERSION } from './version.ts';

/** The deduplicator: clean text to group, relation and original. */
export async function start(context: ServiceContext): Promise<Running> {
  const { store } = context;
  const port = createStorePort(store, DEDUP_VERSION);
  const engine = new Engine(port, (group) => {
    context.log.warn(
      { group },
      `a group of copies has over ${LARGE_GROUP} articles: a page that says the same to everybody?`,
    );
  });
  const inputOf = async (article: ArticleRow): Promise<DedupArticle> => {
    const revision = await latestRevision(store, article);
    if (!revision) throw new BadData('there is no clean text to compare: clean it again');
    const outlet = await outletOf(store, article.outletId);
    const stated = revision.publishedMs ?? (revision.publishedAt === null ? null : Date.parse(revision.publishedAt));
    return {
      ...(await firstSightOf(store, article, Number.isNaN(stated) ? null : stated)),
      id: article.id,
      url: article.url,
      host: article.outletId,
      outlet: outlet?.name ?? article.outletId,
      outletKind: outlet?.kind ?? null,
      said: outlet ? [...(outlet.nameFrom === 'user' ? [outlet.name] : []), ...outlet.aliases] : [],
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
  };
  const stage = await runStage(context, {
    stage: 'dedup',
    version: DEDUP_VERSION,
    concurrency: 2,
    computes: true,
    async run({ article }) {
      const stand = await engine.deduplicate(await inputOf(article));
      await assignStory(store, article.id);
      return { kind: 'ended', outcome: 'passed', reason: `${stand.relation}: ${stand.reason}` };
    },
    async preview(article) {
      const input = await inputOf(article);
      const after = await port.rehearse((trial) => new Engine(trial).deduplicate(input));
      return { before: await syndicationOf(store, article.id), after };
    },
  });
  const announcing = keepLinkingAnnouncements(context, DEDUP_VERSION);
  return {
    ...stage,
    async stop() {
      await stage.stop();
      await announcing.stop();
    },
  };
}
