import type { DateCandidate } from './date-candidate.ts';

const IN_SCRIPT =
  /\\?"(?:datePublished|publishedDate|publishDate|publicationDate|published_at|publishedAt|pubDate|createdAt|created_at|dateCreated)\\?"\s*:\s*\\?"(\d{4}-\d\d-\d\d[^"\\]{0,20})/;
/** `showDate("2021/03/02 18:40")`, `firstPublication: "20210302"`, `"deployDt":"2021.03.02"`: a name of a date with a value, in any script. */
const NAMED_DATE =
  /(?:publi\w{0,20}|post|release|deploy|create|show|write|news|article)_?(?:d(?:ate|t)|time|at)["'\\]{0,3}\s{0,4}[:=(]\s{0,4}["'\\]{1,3}(20\d\d[-/.]?[01]\d[-/.]?[0-3]\d(?!\d)[^"'\\]{0,20})/i;

/** The first publication date in JSON-LD that could not be read as JSON, or in the state of a page that builds itself. */
export function dateInScripts(source: string, brokenJsonLd: boolean): DateCandidate | null {
  const match = IN_SCRIPT.exec(source);
  return match ? { raw: match[1] as string, from: 'json-ld', role: 'published', weight: brokenJsonLd ? 92 : 35 } : null;
}

/** A date that a script calls one, for pages that show none otherwise. */
export function dateNamedInScripts(source: string): DateCandidate | null {
  const match = NAMED_DATE.exec(source);
  return match ? { raw: match[1] as string, from: 'text', role: 'published', weight: 30 } : null;
}
