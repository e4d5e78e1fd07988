/**
 * Namespaces by URI, each under the prefix that this code calls it by. Feeds bind any prefix to them, misspell the URI, or bind none.
 * The empty prefix is a format's own vocabulary (RSS in all its versions, CDF); Atom keeps its own, for RSS carries Atom's elements.
 */
const BY_URI: readonly [RegExp, string][] = [
  [/^https?:\/\/(?:www\.)?purl\.org\/rss\/1\.0\/?$/, ''],
  [/^https?:\/\/purl\.org\/net\/rss1\.1#?$/, ''],
  [/^https?:\/\/(?:my|channel)\.netscape\.com\/rdf\/simple\/0\.9\/?$/, ''],
  [/^https?:\/\/backend\.userland\.com\/rss/, ''],
  [/^https?:\/\/(?:blogs\.law|cyber)\.harvard\.edu\/tech\/rss/, ''],
  [/^https?:\/\/(?:www\.)?rssboard\.org\/rss-specification/, ''],
  [/^https?:\/\/www\.w3\.org\/2005\/atom\/?$/, 'atom'],
  [/^https?:\/\/(?:www\.)?purl\.org\/atom\/(?:ns|0\.3)?#?/, 'atom'],
  [/^https?:\/\/(?:www\.)?purl\.org\/dc\/terms\/?$/, 'dcterms'],
  [/^https?:\/\/(?:www\.)?purl\.org\/dc\/(?:elements\/)?1\.[01]\/?$/, 'dc'],
  [/^https?:\/\/(?:www\.)?purl\.org\/rss\/1\.0\/modules\/content\/?$/, 'content'],
  [/^https?:\/\/(?:www\.)?purl\.org\/rss\/1\.0\/modules\/syndication\/?$/, 'sy'],
  [/^https?:\/\/(?:www\.)?purl\.org\/rss\/1\.0\/modules\/slash\/?$/, 'slash'],
  [
    /^https?:\/\/(?:search\.yahoo\.com|tools\.search\.yahoo\.com|www\.rssboard\.org|video\.search\.yahoo\.com)\/(?:mrss|media-rss)/,
    'media',
  ],
  [/^https?:\/\/www\.itunes\.com\/dtds\/podcast-/, 'itunes'],
  [/^https?:\/\/example\.com\/dtds\/podcast-/, 'itunes'],
  [/^https?:\/\/rssnamespace\.org\/feedburner\/ext\/1\.0$/, 'feedburner'],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#?$/, 'rdf'],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml\/?$/, 'xhtml'],
  [/^https?:\/\/www\.w3\.org\/xml\/1998\/namespace$/, 'xml'],
  [/^https?:\/\/(?:www\.)?sitemaps\.org\/schemas\/sitemap\//, 'sitemap'],
  [/^https?:\/\/(?:www\.)?google\.com\/schemas\/sitemap\//, 'sitemap'],
  [/^https?:\/\/(?:www\.)?google\.com\/schemas\/sitemap-news\//, 'news'],
  [/^https?:\/\/(?:www\.)?google\.com\/schemas\/sitemap-image\//, 'image'],
];

/** Prefixes by which people know a vocabulary: what an undeclared prefix means. */
const BY_HABIT: ReadonlySet<string> = new Set([
  'atom',
  'dc',
  'dcterms',
  'content',
  'sy',
  'slash',
  'media',
  'itunes',
  'feedburner',
  'rdf',
  'xhtml',
  'xml',
  'news',
  'image',
]);
const HABIT_SYNONYMS = new Map([
  ['atom10', 'atom'],
  ['atom03', 'atom'],
  ['a10', 'atom'],
  ['rss', ''],
  ['rss1', ''],
  ['html', 'xhtml'],
  ['h', 'xhtml'],
]);

const cache = new Map<string, string | null>();

/**
 * The prefix that this code uses for what a document binds to a URI. An unknown URI under a prefix of known habit is a misspelt one; otherwise the
 * URI itself stands for a vocabulary that nobody here reads.
 * @param bound the prefix as the document binds it, empty for the default namespace
 */
export function prefixOfUri(uri: string, bound: string): string {
  let prefix = cache.get(uri);
  if (prefix === undefined) {
    const folded = uri.trim().toLowerCase();
    prefix = BY_URI.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
    if (cache.size < 1000) cache.set(uri, prefix);
  }
  if (prefix !== null) return prefix;
  // A default namespace that nobody reads is a feed's own ornament: its plain names are meant as the format's.
  if (bound === '') return '';
  return BY_HABIT.has(bound) ? bound : `{${uri}}`;
}

/** What a prefix that the document never declares most probably means; itself where nobody knows. */
export function prefixOfHabit(prefix: string): string {
  const folded = prefix.toLowerCase();
  return BY_HABIT.has(folded) ? folded : (HABIT_SYNONYMS.get(folded) ?? folded);
}
