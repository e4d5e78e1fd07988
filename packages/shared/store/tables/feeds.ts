import type { Kit } from './columns.ts';

/** Why an outlet bears its name; the first that is known wins. */
export type NameSource = 'user' | 'page' | 'feed' | 'host';
export type OutletKind = 'agency' | 'newsroom' | 'aggregator';
export type FeedStatus = 'active' | 'paused' | 'gone' | 'disabled';

/** Who publishes, what is polled, and what it announced. */
export function feedsTables(kit: Kit) {
  const { table, text, int, big, json, serial, index, unique } = kit;

  const outlets = table('outlets', {
    /** The host, without www. */
    id: text().primaryKey(),
    host: text().notNull(),
    name: text().notNull(),
    nameFrom: text().$type<NameSource>().notNull(),
    kind: text().$type<OutletKind>(),
    /** Outlets of one owner count once; null: it is a house of its own. */
    house: text('family'),
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
    (t) => [
      unique('entries_identity').on(t.feedId, t.entryKey),
      index('entries_article').on(t.articleId),
      index('entries_recent').on(t.firstSeenAt),
    ],
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

  /** What a WebSub hub was asked for and what it granted. */
  const subscriptions = table('subscriptions', {
    feedId: text().primaryKey(),
    hub: text().notNull(),
    topic: text().notNull(),
    /** The last part of the address at which the hub reaches us: hard to guess. */
    callback: text().notNull(),
    /** Signs what the hub sends. */
    secret: text().notNull(),
    /** `ending`: its feed went, and the hub is told. */
    status: text().$type<'asked' | 'confirmed' | 'denied' | 'ending'>().notNull(),
    reason: text(),
    askedAt: big().notNull(),
    /** When to ask again: before the lease ends, after a refusal, or where the hub could not be told of the end. */
    renewAt: big().notNull(),
  });

  return { outlets, feeds, entries, polls, subscriptions };
}
