import { countSources, type SourceCount } from '@wirewatch/shared/sources/count.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { readStandings } from '@wirewatch/shared/store/sources/standings.ts';
import { type Facet, type FacetField, facetsOf } from '../core/facets.ts';
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

/** Counts, facets and volume of some articles. */
export async function surveyOf(store: Store, ids: readonly string[], cut: boolean): Promise<Survey> {
  const { asked, context, cards } = await readStandings(store, ids);
  return {
    count: countSources(asked, context),
    facets: facetsOf(
      asked.map((standing) => ({ standing, labels: cards.get(standing.id)! })),
      nameOf,
    ),
    volume: volumeOverTime(asked),
    cut,
  };
}

/** Counts alone, for lists that have no room for more. */
export async function countOf(store: Store, ids: readonly string[]): Promise<SourceCount> {
  const { asked, context } = await readStandings(store, ids);
  return countSources(asked, context);
}

function nameOf(field: FacetField, value: string): string {
  return field === 'country' || field === 'language' || field === 'event' ? nameOfCode(field, value) : value;
}
