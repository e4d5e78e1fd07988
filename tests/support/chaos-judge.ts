import { STAGES } from '@wirewatch/shared/pipeline.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { count, sum } from 'drizzle-orm';
import type { ChaosPlan } from './chaos-plan.ts';

/** A webhook that arrived; epoch ms. */
export interface Received {
  id: string;
  at: number;
}

/** A fault, and how long it lasted; epoch ms. */
export interface Struck {
  name: string;
  from: number;
  to: number;
}

/** A scheduler that nothing befalls has noted an answer after this. */
const NOTED_MS = 2000;

/** What came of a run. All but the articles should be 0. */
export interface Counts {
  articles: number;
  /** Announced and not done. */
  lost: number;
  /** Articles beyond those announced, and outcomes beyond one a stage. */
  doubled: number;
  quarantined: number;
  /** Pairs of a text and its copy that are not one group with one original, and groups that hold others. */
  groupsWrong: number;
  /** Stories that hold more than one text: no two are of one event, so what one tells would be told as the other's. */
  storiesMixed: number;
  /** Counted outcomes less those that should be. */
  booksOff: number;
  /** Alerts beyond those of the plan: of each text one that it is news, and one that the other outlet has it too. */
  toldTwice: number;
  /** Alerts of the plan that were not told. */
  untold: number;
  /** Alerts that did not reach their webhook. */
  webhooksLost: number;
  /** Webhooks of no alert, and those that came again though nothing befell the run between the answer and the note of it. */
  webhooksTwice: number;
}

/** Whether anything but the number of articles differs from the plan. */
export function isWrong({ articles: _, ...counts }: Counts): boolean {
  return Object.values(counts).some((n) => n !== 0);
}

/**
 * Counts what the store and the receiver of webhooks hold against what was announced.
 * @param say is told of each alert that the plan does not name, or that is missing
 */
export async function judge(
  store: Store,
  plan: Pick<ChaosPlan, 'pairs' | 'perOutlet'>,
  received: readonly Received[],
  struck: readonly Struck[],
  say: (line: string) => void,
): Promise<Counts> {
  const { articles, outcomes, counters, syndication, alerts } = store.tables;
  const wanted = plan.pairs * 2 * plan.perOutlet;
  const rows = await store.db.select({ id: articles.id, url: articles.url, outcome: articles.outcome }).from(articles);
  const [booked] = await store.db.select({ n: sum(counters.count) }).from(counters);
  const [all] = await store.db.select({ n: count() }).from(outcomes);
  const stands = new Map((await store.db.select().from(syndication)).map((row) => [row.articleId, row]));
  const groups = Map.groupBy(rows, (row) => stands.get(row.id)?.groupId ?? row.id);
  const textOf = (url: string) =>
    url.replace(/outlet(\d+)/, (_, outlet) => `outlet${Number(outlet) - (Number(outlet) % 2)}`);
  const isWhole = (group: typeof rows) => {
    const copies = group.filter(({ id }) => stands.get(id)?.relation === 'copy');
    return group.length === 2 && copies.length === 1 && new Set(group.map(({ url }) => textOf(url))).size === 1;
  };
  const stories = Map.groupBy(
    rows.filter(({ id }) => (stands.get(id)?.storyId ?? null) !== null),
    ({ id }) => stands.get(id)!.storyId,
  );
  const told = await store.db.select().from(alerts);
  const urls = new Map(rows.map(({ id, url }) => [id, url]));
  const planned = new Map(
    [...new Set(urls.values())].flatMap((url) => ['story', 'outlet'].map((kind) => [`${kind} ${textOf(url)}`, 0])),
  );
  let unplanned = 0;
  for (const { id, kind, articleId, subject, reason } of told) {
    const url = urls.get(articleId ?? '') ?? '';
    const alert = `${kind} ${textOf(url)}`;
    const before = planned.get(alert);
    if (before === undefined) unplanned += 1;
    else planned.set(alert, before + 1);
    if (before !== 0) say(`alert ${id} is one too many: ${kind} of ${url || articleId}, subject ${subject}: ${reason}`);
  }
  for (const [alert, times] of planned) if (times === 0) say(`not told: ${alert}`);
  const alertIds = new Set(told.map(({ id }) => `alert_${id}`));
  const reached = new Set(received.map(({ id }) => id));
  return {
    articles: rows.length,
    lost: wanted - rows.filter(({ outcome }) => outcome === 'done').length,
    doubled: rows.length - wanted + Math.max(0, (all?.n ?? 0) - wanted * STAGES.length),
    quarantined: rows.filter(({ outcome }) => outcome === 'quarantined').length,
    groupsWrong: [...groups.values()].filter((group) => !isWhole(group)).length,
    storiesMixed: [...stories.values()].filter((story) => new Set(story.map(({ url }) => textOf(url))).size > 1).length,
    booksOff: Number(booked?.n ?? 0) - (all?.n ?? 0),
    toldTwice: [...planned.values()].reduce((sum, n) => sum + Math.max(0, n - 1), unplanned),
    untold: [...planned.values()].filter((n) => n === 0).length,
    webhooksLost: [...alertIds].filter((id) => !reached.has(id)).length,
    webhooksTwice: twice(received, struck) + [...reached].filter((id) => !alertIds.has(id)).length,
  };
}

/** Webhooks that came again although nothing befell the run while the first was noted: else it cannot be known whether it arrived. */
function twice(received: readonly Received[], struck: readonly Struck[]): number {
  const befell = (at: number) => struck.some(({ from, to }) => from <= at + NOTED_MS && to >= at);
  return received.filter(({ id, at }, n) => received.slice(n + 1).some((later) => later.id === id) && !befell(at))
    .length;
}
