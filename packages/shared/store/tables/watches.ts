import type {
  AlertKind,
  ApplicationStatus,
  DeliveryStatus,
  MailTo,
  Volume,
  WatchLineText,
} from '../../contracts/watch.ts';
import type { Kit } from './columns.ts';

/** What the analyst watches for, and whom to tell. */
export function watchesTables(kit: Kit) {
  const { table, text, int, big, real, flag, json, serial, index, unique, primaryKey } = kit;

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
      /** Only new independent texts are told, no outlet that carries a known one; null in rows of a former version: all is. */
      textsOnly: flag(),
      /** To whom it writes a letter a day; null: to nobody. */
      mail: json<MailTo>(),
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
      index('watch_matches_newest').on(t.watchId, t.at),
    ],
  );

  /** A watch being matched against the past, and how far that is: any process can go on with it. */
  const watchApplications = table(
    'watch_applications',
    {
      id: text().primaryKey(),
      watchId: text().notNull(),
      /** Articles first seen before this instant are left out; null: none is. */
      since: big(),
      status: text().$type<ApplicationStatus>().notNull(),
      /** The place in the order of time down to which it has come; null: not begun. */
      below: big(),
      looked: int().notNull(),
      matched: int().notNull(),
      /** Why it failed. */
      problem: text(),
      who: text().notNull(),
      createdAt: big().notNull(),
      finishedAt: big(),
    },
    (t) => [index('watch_applications_status').on(t.status), index('watch_applications_watch').on(t.watchId)],
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

  return { watches, watchMatches, watchApplications, alerts, webhookDeliveries };
}
