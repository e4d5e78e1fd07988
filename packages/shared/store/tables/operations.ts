import type { BatchSelection, BatchStatus, ScheduledAction } from '../../contracts/batch.ts';
import type { Kit } from './columns.ts';

/** What keeps it running: workers, batches, schedules, who changed what. */
export function operationsTables(kit: Kit) {
  const { table, text, int, big, flag, json, serial, index, primaryKey } = kit;

  /** One row a fact about the store itself: the schema's version, pauses, watermarks. */
  const meta = table('meta', { key: text().primaryKey(), value: text().notNull() });

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

  /** Who has signed in to the dashboard with which token, and until when. */
  const signIns = table('sign_ins', {
    /** SHA-256 of the cookie's value: what is stored opens nothing. */
    id: text().primaryKey(),
    name: text().notNull(),
    /** Of the token: with another one the sign-in is void. */
    tokenHash: text().notNull(),
    address: text().notNull(),
    createdAt: big().notNull(),
    until: big().notNull(),
  });

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

  /** Raw bytes that retention cleared away: rows still name them, and their absence is no damage. */
  const clearedBlobs = table('cleared_blobs', { hash: text().primaryKey(), at: big().notNull() });

  return { meta, workers, audit, signIns, batches, dryResults, schedules, clearedBlobs };
}
