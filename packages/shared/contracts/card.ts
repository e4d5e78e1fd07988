/** What lists, counts and facets need of an article, kept beside its place in the search index: one short row instead of five long ones. */
export interface Card {
  url: string;
  outletId: string;
  /** Epoch ms. */
  firstSeenAt: number;
  title: string | null;
  language: string;
  /** As the page writes it. */
  publishedAt: string | null;
  /** The same as an instant, for ordering only. */
  publishedMs: number | null;
  /** Whom its page credits. */
  credit: string | null;
  /** ISO 3166 alpha-3. */
  countries: string[];
  topics: Array<{ code: string; label: string }>;
  /** Kinds of its events as PLOVER calls them, each once, by the alphabet. */
  events: string[];
}
