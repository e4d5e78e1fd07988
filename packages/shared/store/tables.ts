import type { BatchSelection, BatchStatus, ScheduledAction } from '../contracts/batch.ts';
import type { ClassifyResult } from '../contracts/classify.ts';
import type { CleanResult, Quality } from '../contracts/clean.ts';
import type { Credit } from '../contracts/credit.ts';
import type { Outcome } from '../contracts/outcome.ts';
import type { Basis, Relation } from '../contracts/syndication.ts';
import type { AlertKind, DeliveryStatus, Volume, WatchLineText } from '../contracts/watch.ts';
import type { Lane, Stage } from '../pipeline.ts';
import type { Kit } from './columns.ts';

/** Why an outlet bears its name; the first that is known wins. */
export type NameSource = 'user' | 'page' | 'feed' | 'host';
export type OutletKind = 'agency' | 'newsroom' | 'aggregator';
export type FeedStatus = 'active' | 'paused' | 'gone' | 'disabled';

/** Every table, for one dialect. Instants are epoch milliseconds; texts that a page dated are kept as the page wrote them. */
export function defineTables(kit: Kit) {
  const { table, text, int, big, real, flag, json, serial, index, unique, primaryKey } = kit;

  /** One row a fact about the store itself: the schema's version, pauses, watermarks. */
  const meta = table('meta', { key: text().primaryKey(), value: text().notNull() });

  const outlets = table('outlets', {
    /** The host, without www. */
    id: text().primaryKey(),
    host: text().notNull(),
    name: text().notNull(),
    nameFrom: text().$type<NameSource>().notNull(),
    kind: text().$type<OutletKind>(),
    family: text(),
    aliases: json<string[]>().notNull(),
    createdAt: big().notNull(),
  });

  const feeds = table(
    'feeds',
    {
      id: text().primaryKey(),
      url: text().notNull(),
      title: text(),
      siteUrl: text(),
      folder: text(),
      status: text().$type<FeedStatus>().notNull(),
      /** What the poller remembers: validators, redirects seen, failure score. */
      memory: json<unknown>(),
      nextPollAt: big().notNull(),
      pollReason: text().notNull(),
      epoch: int().notNull(),
      leaseOwner: text(),
      leaseUntil: big(),
      lastPolledAt: big(),
      lastSuccessAt: big(),
      lastNewAt: big(),
      lastError: text(),
      /** What an operator should know of a feed that works: a flood, a list of sitemaps without news. */
      warning: text(),
      createdAt: big().notNull(),
    },
    (t) => [unique('feeds_url').on(t.url), index('feeds_due').on(t.status, t.nextPollAt)],
  );

  /** What a feed announced: feed + GUID. */
  const entries = table(
    'entries',
    {
      id: text().primaryKey(),
      feedId: text().notNull(),
      entryKey: text().notNull(),
      guid: text(),
      link: text().notNull(),
      title: text(),
      summary: text(),
      author: text(),
      published: text(),
      updated: text(),
      sourceTitle: text(),
      sourceUrl: text(),
      /** Changes when the feed's own words on the entry change: then the page is fetched again. */
      stateHash: text().notNull(),
      articleId: text().notNull(),
      firstSeenAt: big().notNull(),
      lastSeenAt: big().notNull(),
    },
    (t) => [unique('entries_identity').on(t.feedId, t.entryKey), index('entries_article').on(t.articleId)],
  );

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

  /** Raw bytes that retention cleared away: rows still name them, and their absence is no damage. */
  const clearedBlobs = table('cleared_blobs', { hash: text().primaryKey(), at: big().notNull() });

  /** What a WebSub hub was asked for and what it granted. */
  const subscriptions = table('subscriptions', {
    feedId: text().primaryKey(),
    hub: text().notNull(),
    topic: text().notNull(),
    /** The last part of the address at which the hub reaches us: hard to guess. */
    callback: text().notNull(),
    /** Signs what the hub sends. */
    secret: text().notNull(),
    status: text().$type<'asked' | 'confirmed' | 'denied'>().notNull(),
    reason: text(),
    askedAt: big().notNull(),
    /** When to ask again: before the lease ends, or after a refusal. */
    renewAt: big().notNull(),
  });

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

  /** What recurs on an outlet's pages, learnt from its articles: an input of the cleaner, with a version of its own. */
  const frames = table('frames', {
    outletId: text().primaryKey(),
    memory: json<unknown>().notNull(),
    version: text().notNull(),
    updatedAt: big().notNull(),
  });

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
      coverage: real(),
      originalCoverage: real(),
      lagSeconds: big(),
      basis: json<Basis[]>().notNull(),
      confidence: real().notNull(),
      reason: text().notNull(),
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

  /** What the deduplicator keeps of an article, its text left out; `number` stands for this state of it in the postings. */
  const dedupArticles = table(
    'dedup_articles',
    {
      number: serial(),
      articleId: text().notNull(),
      contentHash: text(),
      article: json<unknown>().notNull(),
      common: json<[number, number][]>().notNull(),
    },
    (t) => [unique('dedup_articles_id').on(t.articleId), index('dedup_articles_hash').on(t.contentHash)],
  );

  /** Addresses under which an article is found: its own, and those it points to. */
  const dedupAddresses = table('dedup_addresses', { key: text().notNull(), articleId: text().notNull() }, (t) => [
    primaryKey({ columns: [t.key, t.articleId] }),
    index('dedup_addresses_article').on(t.articleId),
  ]);

  /** Verified overlaps of two articles, with their evidence. */
  const dedupLinks = table(
    'dedup_links',
    {
      /** Both ids in order: a pair has one link, whichever is the newer. */
      pair: text().primaryKey(),
      newer: text().notNull(),
      older: text().notNull(),
      kind: text().notNull(),
      link: json<unknown>().notNull(),
    },
    (t) => [index('dedup_links_newer').on(t.newer), index('dedup_links_older').on(t.older)],
  );

  /** The inverted index: which texts hold a sampled shingle. Made by hand-written migrations: its layout is each dialect's own. */
  const dedupPostings = table('dedup_postings', { key: big().notNull(), number: big().notNull() }, (t) => [
    primaryKey({ columns: [t.key, t.number] }),
  ]);

  /** The classifier's result. */
  const classifications = table('classifications', {
    articleId: text().primaryKey(),
    revisionId: text().notNull(),
    language: text().notNull(),
    topics: json<ClassifyResult['topics']>().notNull(),
    topicScores: json<ClassifyResult['topicScores']>().notNull(),
    entities: json<ClassifyResult['entities']>().notNull(),
    countries: json<ClassifyResult['countries']>().notNull(),
    events: json<ClassifyResult['events']>().notNull(),
    version: text().notNull(),
    updatedAt: big().notNull(),
  });

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

  /** Each poll of a feed, what came of it. */
  const polls = table(
    'polls',
    {
      id: serial(),
      feedId: text().notNull(),
      at: big().notNull(),
      outcome: text().notNull(),
      reason: text().notNull(),
      status: int(),
      bytes: int().notNull(),
      ms: int().notNull(),
      items: int().notNull(),
      newItems: int().notNull(),
    },
    (t) => [index('polls_feed').on(t.feedId, t.at)],
  );

  const workers = table('workers', {
    id: text().primaryKey(),
    service: text().notNull(),
    host: text().notNull(),
    pid: int().notNull(),
    startedAt: big().notNull(),
    seenAt: big().notNull(),
    stoppedAt: big(),
  });

  /** Every change that a person made. */
  const audit = table(
    'audit',
    {
      id: serial(),
      at: big().notNull(),
      who: text().notNull(),
      action: text().notNull(),
      target: text().notNull(),
      count: int().notNull(),
      detail: json<unknown>(),
    },
    (t) => [index('audit_recent').on(t.at)],
  );

  /** A reprocessing: what was chosen, how far it is. */
  const batches = table(
    'batches',
    {
      id: text().primaryKey(),
      selection: json<BatchSelection>().notNull(),
      /** Nothing is changed: dry_results says what would be. */
      dryRun: flag().notNull(),
      status: text().$type<BatchStatus>().notNull(),
      /** Articles that were chosen when it was made. */
      total: int().notNull(),
      /** Articles that were sent on their way. */
      started: int().notNull(),
      /** The last of them, in order of first sight. */
      cursorAt: big().notNull(),
      cursorId: text().notNull(),
      who: text().notNull(),
      createdAt: big().notNull(),
      finishedAt: big(),
    },
    (t) => [index('batches_status').on(t.status)],
  );

  /** What a dry run found of one article. */
  const dryResults = table(
    'dry_results',
    {
      batchId: text().notNull(),
      articleId: text().notNull(),
      changed: flag().notNull(),
      before: json<unknown>(),
      after: json<unknown>(),
      at: big().notNull(),
    },
    (t) => [primaryKey({ columns: [t.batchId, t.articleId] })],
  );

  /** What is to be done at given times. */
  const schedules = table('schedules', {
    id: text().primaryKey(),
    cron: text().notNull(),
    timezone: text().notNull(),
    action: json<ScheduledAction>().notNull(),
    who: text().notNull(),
    nextAt: big().notNull(),
    lastAt: big(),
    lastResult: text(),
    createdAt: big().notNull(),
  });

  /** An analyst's own topics. That the set changed is said in meta, by a new version. */
  const watches = table(
    'watches',
    {
      id: text().primaryKey(),
      name: text().notNull(),
      lines: json<WatchLineText[]>().notNull(),
      threshold: real().notNull(),
      webhookUrl: text(),
      /** The environment variable that holds the secret: the secret itself is never here. */
      webhookSecretEnv: text(),
      who: text().notNull(),
      createdAt: big().notNull(),
    },
    (t) => [unique('watches_name').on(t.name)],
  );

  /** Which articles are on which watch. */
  const watchMatches = table(
    'watch_matches',
    {
      watchId: text().notNull(),
      articleId: text().notNull(),
      /** The article's words and labels that the watch names. */
      matched: json<string[]>().notNull(),
      weight: real().notNull(),
      /** The hour's count that it belongs to: its first sight, or its own date where that is much earlier. */
      at: big().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.watchId, t.articleId] }),
      index('watch_matches_article').on(t.articleId),
      index('watch_matches_hour').on(t.at, t.watchId),
    ],
  );

  /** What a watch told, once each. */
  const alerts = table(
    'alerts',
    {
      id: serial(),
      watchId: text().notNull(),
      kind: text().$type<AlertKind>().notNull(),
      /** What is told once: a story, a story on an outlet, an hour. */
      subject: text().notNull(),
      articleId: text(),
      reason: text().notNull(),
      volume: json<Volume>(),
      at: big().notNull(),
    },
    (t) => [
      unique('alerts_once').on(t.watchId, t.kind, t.subject),
      index('alerts_article').on(t.articleId, t.watchId),
      index('alerts_recent').on(t.watchId, t.at),
    ],
  );

  /** Alerts on their way to a watch's webhook. */
  const webhookDeliveries = table(
    'webhook_deliveries',
    {
      id: serial(),
      alertId: big().notNull(),
      watchId: text().notNull(),
      status: text().$type<DeliveryStatus>().notNull(),
      attempts: int().notNull(),
      nextAt: big().notNull(),
      lastStatus: int(),
      lastError: text(),
      createdAt: big().notNull(),
      endedAt: big(),
    },
    (t) => [
      unique('webhook_deliveries_once').on(t.alertId),
      index('webhook_deliveries_due').on(t.status, t.nextAt),
      index('webhook_deliveries_watch').on(t.watchId, t.status),
    ],
  );

  return {
    meta,
    outlets,
    feeds,
    entries,
    articles,
    pageAddresses,
    subscriptions,
    clearedBlobs,
    revisions,
    frames,
    syndication,
    dedupArticles,
    dedupAddresses,
    dedupLinks,
    dedupPostings,
    classifications,
    searchDocs,
    previousResults,
    outcomes,
    counters,
    polls,
    workers,
    audit,
    batches,
    dryResults,
    schedules,
    watches,
    watchMatches,
    alerts,
    webhookDeliveries,
  };
}

export type Tables = ReturnType<typeof defineTables>;
