import { parseChecked } from '@wirewatch/shared/query/parse.ts';
import { countryCode } from '@wirewatch/shared/query/values/countries.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { searchIds } from '@wirewatch/shared/store/search/search-articles.ts';
import { eq, inArray } from 'drizzle-orm';
import { type EntityEvents, entityEvents, type Labelled, type Subject } from '../core/entity-events.ts';
import { type Survey, surveyOf } from './survey.ts';

/** What is known of a country, person, organisation or place by the newest articles that are about it. */
export interface EntityFound extends EntityEvents {
  subject: Subject;
  /** The query that lists its articles. */
  query: string;
  survey: Survey;
}

/** Articles that are read, the newest: the page is to take under 100 ms. */
const MOST = 500;

/** Reads what is known of a country (by code or name) or of a name; null where no article is about it. */
export async function readEntity(store: Store, said: string, now: number): Promise<EntityFound | null> {
  const name = said.replaceAll('"', '').trim();
  const code = countryCode(name);
  const subject: Subject = code === null ? { kind: 'name', name } : { kind: 'country', code };
  const query = subject.kind === 'country' ? `country:${subject.code}` : `entity:"${subject.name}"`;
  const parsed = parseChecked(query);
  if (name === '' || !parsed.ok) return null;
  const { ids, more } = await searchIds(store, parsed.query, { limit: MOST, now });
  if (ids.length === 0) return null;
  const [survey, articles] = await Promise.all([surveyOf(store, ids, more), labelledOf(store, ids)]);
  return { subject, query, survey, ...entityEvents(subject, articles) };
}

async function labelledOf(store: Store, ids: string[]): Promise<Labelled[]> {
  const { articles, revisions, classifications, syndication, outlets } = store.tables;
  const rows = await store.db
    .select({
      id: articles.id,
      title: revisions.title,
      outlet: outlets.name,
      publishedMs: revisions.publishedMs,
      firstSeenAt: articles.firstSeenAt,
      story: syndication.storyId,
      group: syndication.groupId,
      entities: classifications.entities,
      events: classifications.events,
    })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .innerJoin(classifications, eq(classifications.articleId, articles.id))
    .leftJoin(syndication, eq(syndication.articleId, articles.id))
    .where(inArray(articles.id, ids));
  return rows.map(({ publishedMs, firstSeenAt, story, group, ...row }) => ({
    ...row,
    at: publishedMs ?? firstSeenAt,
    story: story ?? group ?? row.id,
  }));
}
