import type { Standing } from '@wirewatch/shared/sources/standing.ts';

/** What facets are made of, beside where an article stands. */
export interface Labels {
  countries: readonly string[];
  topics: readonly { code: string; label: string }[];
  /** Kinds of events, as PLOVER calls them. */
  events: readonly string[];
  credit: string | null;
}

export type FacetField = 'relation' | 'language' | 'outlet' | 'house' | 'country' | 'topic' | 'event' | 'credit';

/** One value of a facet: what a query says for it, what people read, how many articles have it. */
export interface FacetValue {
  /** As in `country:EGY`. */
  filter: string;
  name: string;
  count: number;
}

export interface Facet {
  field: FacetField;
  /** Most first. */
  values: FacetValue[];
}

/** Values shown of each. */
const MOST = 8;

/**
 * How many articles have which values, for each field that parts them.
 * @param nameOf what people call a code of a country, language or kind of event
 */
export function facetsOf(
  articles: ReadonlyArray<{ standing: Standing; labels: Labels }>,
  nameOf: (field: FacetField, value: string) => string,
): Facet[] {
  const fields: ReadonlyArray<[FacetField, (one: { standing: Standing; labels: Labels }) => Array<[string, string?]>]> =
    [
      ['relation', ({ standing }) => [[standing.relation]]],
      ['language', ({ standing }) => (standing.language === null ? [] : [[standing.language]])],
      ['outlet', ({ standing }) => [[quoted(standing.outlet), standing.outlet]]],
      [
        'house',
        ({ standing: { house, outletId } }) => (house.key === outletId ? [] : [[quoted(house.name), house.name]]),
      ],
      ['country', ({ labels }) => unique(labels.countries).map((code) => [code])],
      ['topic', ({ labels }) => labels.topics.map(({ code, label }) => [code.replace(/^medtop:/, ''), label])],
      ['event', ({ labels }) => unique(labels.events).map((code) => [code])],
      ['credit', ({ labels }) => (labels.credit === null ? [] : [[quoted(labels.credit), labels.credit]])],
    ];
  return fields.flatMap(([field, read]) => {
    const counts = new Map<string, { name: string; count: number }>();
    for (const article of articles) {
      for (const [value, name] of read(article)) {
        const held = counts.get(value);
        if (held) held.count += 1;
        else counts.set(value, { name: name ?? nameOf(field, value), count: 1 });
      }
    }
    const values = [...counts]
      .map(([value, { name, count }]) => ({ filter: `${field}:${value}`, name, count }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
      .slice(0, MOST);
    return values.length === 0 ? [] : [{ field, values }];
  });
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '')}"`;
}
