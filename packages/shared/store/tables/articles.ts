import type { Card } from '../../contracts/card.ts';
import type { CleanResult, Quality } from '../../contracts/clean.ts';
import type { Credit } from '../../contracts/credit.ts';
import type { Outcome } from '../../contracts/outcome.ts';
import type { Lane, Stage } from '../../pipeline.ts';
import type { Kit } from './columns.ts';

/** One page of one outlet: where it stands, each state of its text, how it ended each stage. */
export function articlesTables(kit: Kit) {
  const { table, text, int, big, json, serial, index, unique, primaryKey } = kit;

  /** One page of one outlet, and where it stands in the pipeline. */
  const articles = table(
    'articles',
    {
      id: text().primaryKey(),
      url: text().notNull(),
      urlKey: text().notNull(),
      outletId: text().notNull(),
      title: text(),
      /** The stage it waits for or is worked on by; null: at rest. */
      stage: text().$type<Stage>(),
      lane: text().$type<Lane>().notNull(),
      /** The number of its journey through the stages: part of each job's id. */
      epoch: int().notNull(),
      waitingSince: big(),
      /** When a job was last added for it; 0: a job is wanted now. */
      enqueuedAt: big().notNull(),
      leaseOwner: text(),
      leaseUntil: big(),
      /** Not before this instant: a later try was asked for. */
      notBefore: big(),
      /** Failures by fault in this stage of this journey. */
      attempts: int().notNull(),
      /** Claims that ended without a word (a killed worker) in this stage of this journey. */
      claims: int().notNull(),
      lastError: text(),
      outcome: text().$type<Outcome>(),
      outcomeStage: text().$type<Stage>(),
      reason: text(),
      finishedAt: big(),
      rawHash: text(),
      rawType: text(),
      rawBytes: int(),
      /** The WARC record (`urn:uuid:...`) in which the raw bytes stand, and its file; null where no archive was kept. */
      warc: json<{ record: string; file: string }>(),
      finalUrl: text(),
      httpStatus: int(),
      /** ETag and Last-Modified of the page, for a recheck. */
      validators: json<{ url: string; etag: string | null; lastModified: string | null }>(),
      fetchedAt: big(),
      revisionId: text(),
      batchId: text(),
      /** A journey from this stage is wanted once the present one ends. */
      again: text().$type<Stage>(),
      firstSeenAt: big().notNull(),
    },
    (t) => [
      unique('articles_url_key').on(t.urlKey),
      index('articles_waiting').on(t.stage, t.enqueuedAt),
      index('articles_recent').on(t.firstSeenAt),
      index('articles_outlet').on(t.outletId, t.firstSeenAt),
      index('articles_outcome').on(t.outcome, t.finishedAt),
      index('articles_batch').on(t.batchId),
      index('articles_raw').on(t.rawHash),
    ],
  );

  /** Other addresses (as `urlKey`) under which an article's page is found: where a transport's link or a lasting redirect leads, its canonical link. */
  const pageAddresses = table('page_addresses', { key: text().primaryKey(), articleId: text().notNull() }, (t) => [
    index('page_addresses_article').on(t.articleId),
  ]);

  /** One distinct state of an article's text. */
  const revisions = table(
    'revisions',
    {
      id: text().primaryKey(),
      articleId: text().notNull(),
      number: int().notNull(),
      rawHash: text().notNull(),
      textHash: text().notNull(),
      contentHash: text(),
      title: text(),
      byline: json<string[]>().notNull(),
      text: text().notNull(),
      language: text().notNull(),
      publishedAt: text(),
      publishedFrom: text().$type<CleanResult['publishedFrom']>(),
      updatedAt: text(),
      /** publishedAt as an instant, for ordering only. */
      publishedMs: big(),
      canonicalUrl: text(),
      siteName: text(),
      credit: json<Credit>(),
      quality: json<Quality>().notNull(),
      cuts: json<CleanResult['cuts']>().notNull(),
      /** Keys of its blocks before the site's frame was cut: what the frame's memory learnt from it. */
      frameKeys: json<string[]>(),
      /** Of the outlet's frame that it was cleaned with. */
      frameVersion: text(),
      version: text().notNull(),
      fetchedAt: big().notNull(),
      createdAt: big().notNull(),
    },
    (t) => [
      unique('revisions_number').on(t.articleId, t.number),
      index('revisions_content_hash').on(t.contentHash),
      index('revisions_published').on(t.publishedMs),
      index('revisions_raw').on(t.rawHash),
    ],
  );

  /**
   * Articles in the order in which a search shows them: `docid` grows with the instant that an article is dated. The words stand in
   * `search_terms` under the same number; that one is SQL of each dialect (migrations/0001_search.sql), hence not here.
   */
  const searchDocs = table(
    'search_docs',
    {
      docid: big().primaryKey(),
      articleId: text().notNull(),
      /** The span of its publication date, end exclusive (a day is the whole day in UTC); null where none is known. */
      dateFrom: big(),
      dateTo: big(),
      /** Null in rows of a former version: made anew from the article's own rows where it is read. */
      card: json<Card>(),
    },
    (t) => [unique('search_docs_article').on(t.articleId)],
  );

  /** What a stage had found before it was done again: kept until accepted or aged out. */
  const previousResults = table(
    'previous_results',
    {
      id: serial(),
      articleId: text().notNull(),
      stage: text().$type<Stage>().notNull(),
      version: text().notNull(),
      batchId: text(),
      result: json<unknown>().notNull(),
      replacedAt: big().notNull(),
    },
    (t) => [index('previous_article').on(t.articleId, t.stage), index('previous_batch').on(t.batchId)],
  );

  /** The journey: how an article ended each stage, once a journey. */
  const outcomes = table(
    'outcomes',
    {
      id: serial(),
      articleId: text().notNull(),
      stage: text().$type<Stage>().notNull(),
      epoch: int().notNull(),
      lane: text().$type<Lane>().notNull(),
      outcome: text().$type<Outcome>().notNull(),
      reason: text().notNull(),
      version: text().notNull(),
      worker: text().notNull(),
      // An article may wait for a month and a date may be wrong by a century: 2^31 ms are 25 days, 2^31 s are 68 years.
      waitedMs: big().notNull(),
      workedMs: big().notNull(),
      at: big().notNull(),
    },
    (t) => [
      unique('outcomes_once').on(t.articleId, t.stage, t.epoch),
      index('outcomes_recent').on(t.at),
      index('outcomes_stage').on(t.stage, t.at),
    ],
  );

  /** How many articles ended a stage how, an hour (UTC, epoch hours). Their sum is the number of outcomes ever written. */
  const counters = table(
    'counters',
    {
      hour: int().notNull(),
      stage: text().$type<Stage>().notNull(),
      lane: text().$type<Lane>().notNull(),
      outcome: text().$type<Outcome>().notNull(),
      count: int().notNull(),
      waitedMs: big().notNull(),
      workedMs: big().notNull(),
    },
    (t) => [primaryKey({ columns: [t.hour, t.stage, t.lane, t.outcome] })],
  );

  return { articles, pageAddresses, revisions, searchDocs, previousResults, outcomes, counters };
}
