import { countSources, type SourceCount } from '@wirewatch/shared/sources/count.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { readStandings } from '@wirewatch/shared/store/sources/standings.ts';
import { eq, inArray, sql } from 'drizzle-orm';
import { type Facet, type FacetField, facetsOf, type Labels } from '../core/facets.ts';
import { nameOfCode } from '../core/names.ts';
import { type VolumeOverTime, volumeOverTime } from '../core/volume-over-time.ts';

/** What a list of articles is, all in all. */
export interface Survey {
  count: SourceCount;
  facets: Facet[];
  volume: VolumeOverTime | null;
  /** Whether there are more articles than were looked at. */
  cut: boolean;
}

/** Articles that are surveyed, the newest: pages with facets are to take under 200 ms (docs/decisions/desk.md). */
export const SURVEYED = 1000;
/** The same where the survey stands beside a list that is not a search. */
export const SURVEYED_BESIDE = 500;
/** Values bound in one statement. */
const AT_ONCE = 500;

/** Counts, facets and volume of some articles. */
export async function surveyOf(store: Store, ids: readonly string[], cut: boolean): Promise<Survey> {
  const [{ asked, context }, labels] = await Promise.all([readStandings(store, ids), labelsOf(store, ids)]);
  const articles = asked.map((standing) => ({ standing, labels: labels.get(standing.id) ?? NO_LABELS }));
  return {
    count: countSources(asked, context),
    facets: facetsOf(articles, nameOf),
    volume: volumeOverTime(asked),
    cut,
  };
}

/** Counts alone, for lists that have no room for more. */
export async function countOf(store: Store, ids: readonly string[]): Promise<SourceCount> {
  const { asked, context } = await readStandings(store, ids);
  return countSources(asked, context);
}

const NO_LABELS: Labels = { countries: [], topics: [], events: [], credit: null };

async function labelsOf(store: Store, ids: readonly string[]): Promise<Map<string, Labels>> {
  const { articles, revisions, classifications } = store.tables;
  const found = new Map<string, Labels>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const rows = await store.db
      .select({
        id: articles.id,
        credit: revisions.credit,
        countries: classifications.countries,
        topics: classifications.topics,
        events: kindsOfEvents(store),
      })
      .from(articles)
      .leftJoin(revisions, eq(revisions.id, articles.revisionId))
      .leftJoin(classifications, eq(classifications.articleId, articles.id))
      .where(inArray(articles.id, ids.slice(at, at + AT_ONCE)));
    for (const { id, credit, countries, topics, events } of rows)
      found.set(id, {
        credit: credit?.source ?? null,
        countries: countries ?? [],
        topics: topics ?? [],
        events: typeof events === 'string' ? (JSON.parse(events) as string[]) : (events ?? []),
      });
  }
  return found;
}

/** The kinds alone: the sentences of a thousand articles' events are megabytes, and take half of a survey's time to be read. */
function kindsOfEvents({ dialect, tables: { classifications } }: Store) {
  return dialect === 'postgres'
    ? sql<string[] | null>`jsonb_path_query_array(${classifications.events}, '$[*].plover')`
    : sql<
        string | null
      >`(select json_group_array(json_extract(value, '$.plover')) from json_each(${classifications.events}))`;
}

function nameOf(field: FacetField, value: string): string {
  return field === 'country' || field === 'language' || field === 'event' ? nameOfCode(field, value) : value;
}
