import type { ClassifyResult } from '../../contracts/classify.ts';
import type { Basis, Contest, Relation, SharedSource, TimeBasis } from '../../contracts/syndication.ts';
import type { Kit } from './columns.ts';

/** What the stages found of an article, and what the cleaner has learnt of a site. */
export function resultsTables(kit: Kit) {
  const { table, text, big, real, json, index, primaryKey } = kit;

  /** What recurs on an outlet's pages, learnt from its articles: an input of the cleaner, with a version of its own. */
  const frames = table('frames', {
    outletId: text().primaryKey(),
    memory: json<unknown>().notNull(),
    version: text().notNull(),
    updatedAt: big().notNull(),
  });

  /** What a grown memory has still to learn: it is large, and written anew for several articles at a time. */
  const frameNews = table(
    'frame_news',
    {
      outletId: text().notNull(),
      articleId: text().notNull(),
      blocks: json<unknown[]>().notNull(),
      url: text().notNull(),
      at: big().notNull(),
    },
    (t) => [primaryKey({ columns: [t.outletId, t.articleId] })],
  );

  /** Where an article stands among the copies: the deduplicator's result. */
  const syndication = table(
    'syndication',
    {
      articleId: text().primaryKey(),
      revisionId: text(),
      groupId: text().notNull(),
      relation: text().$type<Relation>().notNull(),
      originalId: text(),
      original: text(),
      /** From which article it has its text, where that is not the original. */
      sourceId: text(),
      coverage: real(),
      originalCoverage: real(),
      lagSeconds: big(),
      basis: json<Basis[]>().notNull(),
      confidence: real().notNull(),
      reason: text().notNull(),
      timeBasis: text().$type<TimeBasis>(),
      /** Who may be the original instead; null in rows of a former version. */
      contestedBy: json<Contest[]>(),
      sharedSources: json<SharedSource[]>(),
      storyId: text(),
      version: text().notNull(),
      updatedAt: big().notNull(),
    },
    (t) => [
      index('syndication_group').on(t.groupId),
      index('syndication_original').on(t.originalId),
      index('syndication_story').on(t.storyId),
    ],
  );

  /** The classifier's result. */
  const classifications = table('classifications', {
    articleId: text().primaryKey(),
    revisionId: text().notNull(),
    language: text().notNull(),
    topics: json<ClassifyResult['topics']>().notNull(),
    topicScores: json<ClassifyResult['topicScores']>().notNull(),
    entities: json<ClassifyResult['entities']>().notNull(),
    countries: json<ClassifyResult['countries']>().notNull(),
    /** Null in results from before countries had scores. */
    countryScores: json<Record<string, number>>(),
    events: json<ClassifyResult['events']>().notNull(),
    version: text().notNull(),
    updatedAt: big().notNull(),
  });

  return { frames, frameNews, syndication, classifications };
}
