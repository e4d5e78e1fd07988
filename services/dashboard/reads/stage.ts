import type { Outcome } from '@wirewatch/shared/contracts/outcome.ts';
import type { Lane, Stage } from '@wirewatch/shared/pipeline.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { and, asc, desc, eq, gt, gte, lte, sql } from 'drizzle-orm';

/** An article that waits for a stage or is in a worker's hand. Instants in epoch ms. */
export interface StageArticle {
  id: string;
  url: string;
  lane: Lane;
  waitingSince: number | null;
  /** Who works on it, until when unless renewed; null where nobody does. */
  holder: string | null;
  leaseUntil: number | null;
  notBefore: number | null;
  attempts: number;
  lastError: string | null;
}

/** Articles of a stage: those that a worker holds, and those that wait longest. */
export async function stageArticles(
  store: Store,
  stage: Stage,
  now: number,
  limit: number,
): Promise<{ held: StageArticle[]; oldest: StageArticle[] }> {
  const { articles } = store.tables;
  const columns = {
    id: articles.id,
    url: articles.url,
    lane: articles.lane,
    waitingSince: articles.waitingSince,
    holder: articles.leaseOwner,
    leaseUntil: articles.leaseUntil,
    notBefore: articles.notBefore,
    attempts: articles.attempts,
    lastError: articles.lastError,
  };
  const ofStage = eq(articles.stage, stage);
  const [held, oldest] = await Promise.all([
    store.db
      .select(columns)
      .from(articles)
      .where(and(ofStage, gt(articles.leaseUntil, now)))
      .orderBy(asc(articles.waitingSince))
      .limit(limit),
    store.db.select(columns).from(articles).where(ofStage).orderBy(asc(articles.waitingSince)).limit(limit),
  ]);
  return { held, oldest };
}

/** An article that took a stage long. */
export interface SlowArticle {
  id: string;
  url: string;
  outcome: Outcome;
  workedMs: number;
  waitedMs: number;
  at: number;
  worker: string;
}

/** The articles that a stage worked on longest among its last outcomes since an instant (epoch ms). */
export async function slowest(store: Store, stage: Stage, since: number, limit: number): Promise<SlowArticle[]> {
  const { articles, outcomes } = store.tables;
  const recent = store.db
    .select({ id: outcomes.id })
    .from(outcomes)
    .where(and(eq(outcomes.stage, stage), gte(outcomes.at, since)))
    .orderBy(desc(outcomes.at))
    .limit(LOOKED_AT);
  return store.db
    .select({
      id: articles.id,
      url: articles.url,
      outcome: outcomes.outcome,
      workedMs: outcomes.workedMs,
      waitedMs: outcomes.waitedMs,
      at: outcomes.at,
      worker: outcomes.worker,
    })
    .from(outcomes)
    .innerJoin(articles, eq(articles.id, outcomes.articleId))
    .where(sql`${outcomes.id} in ${recent}`)
    .orderBy(desc(outcomes.workedMs))
    .limit(limit);
}

/** Outcomes among which the slowest are looked for: a busy day of a stage has more, and its last hours say enough. */
const LOOKED_AT = 20_000;

/** A stage in one hour. */
export interface StageHour {
  /** Epoch hours, UTC. */
  hour: number;
  ended: number;
  /** Mean time an article waited and was worked on (ms); null where none ended. */
  waitedMs: number | null;
  workedMs: number | null;
}

/** A stage hour by hour from one hour to another (epoch hours, both included), hours without an ending too. */
export async function stageHours(store: Store, stage: Stage, from: number, to: number): Promise<StageHour[]> {
  const { counters } = store.tables;
  const rows = await store.db
    .select({
      hour: counters.hour,
      ended: sql<number>`sum(${counters.count})`.mapWith(Number),
      waited: sql<number>`sum(${counters.waitedMs})`.mapWith(Number),
      worked: sql<number>`sum(${counters.workedMs})`.mapWith(Number),
    })
    .from(counters)
    .where(and(eq(counters.stage, stage), gte(counters.hour, from), lte(counters.hour, to)))
    .groupBy(counters.hour);
  const known = new Map(rows.map((row) => [row.hour, row]));
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const row = known.get(from + index);
    const mean = (sum: number) => (row && row.ended > 0 ? sum / row.ended : null);
    return {
      hour: from + index,
      ended: row?.ended ?? 0,
      waitedMs: mean(row?.waited ?? 0),
      workedMs: mean(row?.worked ?? 0),
    };
  });
}
