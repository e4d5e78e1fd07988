import type { ChildSitemap } from './sitemap-index.ts';

/** A news sitemap holds the last two days by its own rules. */
const FRESH_MS = 2 * 86_400_000;
/** Watched of one index: large sites split their news by language or section. */
const MOST = 10;
const NEWS = /news|nouvelles|noticias|nachrichten|noticia|haber|novosti|aktuell|latest|breaking/i;

/**
 * Which sitemaps of an index are worth watching: those that call themselves news, else those changed within two days, the newest first.
 * The others list a site's past, which is no news.
 */
export function newsSitemaps(children: readonly ChildSitemap[], now: Date): string[] {
  const age = ({ lastModified }: ChildSitemap) =>
    lastModified === null ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(lastModified);
  const byAge = [...children].sort((a, b) => (age(a) === age(b) ? 0 : age(a) - age(b)));
  const named = byAge.filter((child) => NEWS.test(new URL(child.url).pathname));
  const chosen = named.length > 0 ? named : byAge.filter((child) => age(child) < FRESH_MS);
  return [...new Set(chosen.map((child) => child.url))].slice(0, MOST);
}
