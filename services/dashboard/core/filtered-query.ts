/** A search with the filters that were set beside it: all of it stands in the address. */
export interface Filters {
  q: string;
  /** As in `country:EGY`. */
  fields: readonly string[];
  /** Days, `YYYY-MM-DD`; empty where open. */
  from: string;
  to: string;
}

const FILTER = /^-?[a-z]+:(?:"[^"]*"|[^\s()"]+)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The filters that an address sets; what is none is left out, for the query would break in a place that nobody typed. */
export function filtersOf(query: URLSearchParams): Filters {
  const day = (name: string) => {
    const said = query.get(name) ?? '';
    return DAY.test(said) ? said : '';
  };
  const fields = [...new Set(query.getAll('f'))].filter((each) => FILTER.test(each));
  return { q: query.get('q')?.trim() ?? '', fields, from: day('from'), to: day('to') };
}

/** The one query that a search and its filters are. */
export function wholeQuery({ q, fields, from, to }: Filters): string {
  const dates = from === '' && to === '' ? [] : [`date:[${from || '*'} TO ${to || '*'}]`];
  const more = [...fields, ...dates];
  if (more.length === 0) return q;
  return q === '' || q === '*' ? more.join(' ') : `(${q}) ${more.join(' ')}`;
}

/** The address of a search with these filters. */
export function addressOf(path: string, { q, fields, from, to }: Filters, more: Record<string, string> = {}): string {
  const params = new URLSearchParams({ q, ...more });
  for (const field of fields) params.append('f', field);
  if (from !== '') params.set('from', from);
  if (to !== '') params.set('to', to);
  return `${path}?${params}`;
}
