import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Relation } from '../../contracts/syndication.ts';
import type { Volume } from '../../contracts/watch.ts';
import { type Carrier, type StoryNews, storyNews } from '../../watches/story-news.ts';
import { volumeReason } from '../../watches/volume.ts';
import { houseOf, houseOfOutlet } from '../copies/house.ts';
import { type Db, locked, type Store } from '../database/store.ts';

type NewAlert = Omit<Store['tables']['alerts']['$inferInsert'], 'id'>;

/**
 * Raises what an article tells the watches that it has just come on: one alert a story, one for each further outlet, none for a further
 * copy. Part of the transaction that writes the matches.
 */
export async function raiseStoryAlerts(
  store: Store,
  tx: Db,
  article: { id: string; outletId: string },
  watchIds: readonly string[],
  now: number,
): Promise<void> {
  if (watchIds.length === 0) return;
  const { watches } = store.tables;
  // Of two copies that are told at one time each would find the other not yet on the watch, and where their story is being named meanwhile
  // both would be news. One after the other, then, on each watch; all in one order, else each could wait for the other.
  const asked = tx
    .select({ id: watches.id, webhookUrl: watches.webhookUrl, textsOnly: watches.textsOnly })
    .from(watches)
    .where(inArray(watches.id, [...watchIds]))
    .orderBy(asc(watches.id));
  const told = await locked(store, asked);
  const { story, group, own, carriers } = await storyOf(store, tx, article, watchIds);
  const house = await houseOfOutlet(store, tx, article.outletId);
  for (const watch of told) {
    const carrier = { articleId: article.id, house, group, own };
    const news = storyNews(carrier, carriers.get(watch.id) ?? [], watch.textsOnly ?? false);
    if (news === null) continue;
    const others = carriers.get(watch.id)?.length ?? 0;
    await raise(store, tx, watch, {
      watchId: watch.id,
      kind: news,
      subject: subjectOf(news, story, news === 'text' ? group : house),
      articleId: article.id,
      reason: REASONS[news](`${others} ${others === 1 ? 'article' : 'articles'}`),
      volume: null,
      at: now,
    });
  }
}

const REASONS: Record<StoryNews, (known: string) => string> = {
  story: () => 'the first article of its story on this watch',
  text: (known) => `another independent text of a story that is known from ${known}`,
  outlet: (known) => `a story that is known from ${known} of other outlets is now on this one`,
};

/** What is told once: a story, a text of it, an outlet that carries it. */
function subjectOf(news: StoryNews, story: string, what: string): string {
  if (news === 'story') return story;
  return news === 'text' ? `${story} text ${what}` : `${story} ${what}`;
}

/** Raises that a watch's last hour is unusual; once an hour at most. Returns whether this call did. */
export async function raiseVolumeAlert(store: Store, watchId: string, volume: Volume, now: number): Promise<boolean> {
  const { watches } = store.tables;
  return store.write(async (tx) => {
    const [watch] = await tx
      .select({ id: watches.id, webhookUrl: watches.webhookUrl })
      .from(watches)
      .where(eq(watches.id, watchId));
    if (!watch) return false;
    return raise(store, tx, watch, {
      watchId,
      kind: 'volume',
      subject: String(Math.floor(now / 3_600_000)),
      articleId: null,
      reason: volumeReason(volume),
      volume,
      at: now,
    });
  });
}

/** Writes an alert that was not told before, and its delivery where the watch has a webhook: both or neither. */
async function raise(store: Store, tx: Db, watch: { webhookUrl: string | null }, alert: NewAlert): Promise<boolean> {
  const { alerts, webhookDeliveries } = store.tables;
  const [made] = await tx.insert(alerts).values(alert).onConflictDoNothing().returning({ id: alerts.id });
  if (!made) return false;
  if (watch.webhookUrl !== null) {
    await tx.insert(webhookDeliveries).values({
      alertId: made.id,
      watchId: alert.watchId,
      status: 'waiting',
      attempts: 0,
      nextAt: alert.at,
      createdAt: alert.at,
    });
  }
  return true;
}

/**
 * The story of an article (its group of copies where no story is known, itself where it is in neither), and who else carries it, by watch.
 * Asked by membership and not by the story's name: groups that grow together keep what was told of either.
 */
async function storyOf(
  store: Store,
  tx: Db,
  article: { id: string },
  watchIds: readonly string[],
): Promise<{ story: string; group: string; own: boolean; carriers: Map<string, Carrier[]> }> {
  const { articles, outlets, syndication, watchMatches } = store.tables;
  const [own] = await tx
    .select({
      groupId: syndication.groupId,
      storyId: syndication.storyId,
      relation: syndication.relation,
      originalId: syndication.originalId,
    })
    .from(syndication)
    .where(eq(syndication.articleId, article.id));
  const carriers = new Map<string, Carrier[]>();
  if (!own) return { story: article.id, group: article.id, own: true, carriers };
  const story = own.storyId ?? own.groupId;
  const rows = await tx
    .select({
      watchId: watchMatches.watchId,
      articleId: articles.id,
      house: houseOf(store),
      group: syndication.groupId,
      relation: syndication.relation,
      originalId: syndication.originalId,
    })
    .from(syndication)
    .innerJoin(watchMatches, eq(watchMatches.articleId, syndication.articleId))
    .innerJoin(articles, eq(articles.id, syndication.articleId))
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .where(
      and(
        inArray(watchMatches.watchId, [...watchIds]),
        or(
          eq(syndication.groupId, own.groupId),
          own.storyId === null ? undefined : eq(syndication.storyId, own.storyId),
        ),
      ),
    );
  for (const { watchId, relation, originalId, ...carrier } of rows) {
    if (carrier.articleId === article.id) continue;
    const told = { ...carrier, own: isOwn({ relation, originalId }) };
    carriers.set(watchId, [...(carriers.get(watchId) ?? []), told]);
  }
  return { story, group: own.groupId, own: isOwn(own), carriers };
}

/** Whether a text is from no page of the store: its own, or that of a credited source which it alone stands for here. */
function isOwn({ relation, originalId }: { relation: Relation; originalId: string | null }): boolean {
  return relation === 'original' || relation === 'unique' || (relation === 'copy' && originalId === null);
}
