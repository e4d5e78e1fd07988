import type { ArticleRecord } from '@wirewatch/shared/contracts/record.ts';

/** What of an article's story stands beside its record. */
export interface BesideRecord {
  /** Independent texts of its story: "3", or "3 to 5" where that is contested; null where it is in none. */
  independentTexts: string | null;
}

type Read = (record: ArticleRecord, beside: BesideRecord) => string | number | null;

/** The record's flat fields, one column each; lists are joined by "; ". The text is the last column. */
const COLUMNS: ReadonlyArray<[string, Read]> = [
  ['id', (r) => r.id],
  ['url', (r) => r.url],
  ['canonicalUrl', (r) => r.canonicalUrl],
  ['outlet', (r) => r.outlet.name],
  ['host', (r) => r.outlet.host],
  ['feeds', (r) => r.feeds.map((feed) => feed.url).join('; ')],
  ['title', (r) => r.title],
  ['byline', (r) => r.byline.join('; ')],
  ['language', (r) => r.language],
  ['publishedAt', (r) => r.publishedAt],
  ['publishedFrom', (r) => r.publishedFrom],
  ['updatedAt', (r) => r.updatedAt],
  ['fetchedAt', (r) => r.fetchedAt],
  ['firstSeenAt', (r) => r.firstSeenAt],
  ['contentHash', (r) => r.contentHash],
  ['creditSource', (r) => r.credit?.source ?? null],
  ['creditKind', (r) => r.credit?.kind ?? null],
  ['group', (r) => r.syndication?.group ?? null],
  ['story', (r) => r.syndication?.story ?? null],
  ['independentTexts', (_, beside) => beside.independentTexts],
  ['relation', (r) => r.syndication?.relation ?? null],
  ['originalId', (r) => r.syndication?.originalId ?? null],
  ['original', (r) => r.syndication?.original ?? null],
  ['coverage', (r) => r.syndication?.coverage ?? null],
  ['originalCoverage', (r) => r.syndication?.originalCoverage ?? null],
  ['lagSeconds', (r) => r.syndication?.lagSeconds ?? null],
  ['confidence', (r) => r.syndication?.confidence ?? null],
  ['topics', (r) => r.topics.map((topic) => topic.label).join('; ')],
  ['countries', (r) => r.countries.join('; ')],
  ['entities', (r) => r.entities.map(({ name, canonical = name }) => canonical).join('; ')],
  ['events', (r) => r.events.map(eventWords).join('; ')],
  ['kept', (r) => r.reading.flatMap(({ who, keptAt }) => (keptAt === null ? [] : who)).join('; ')],
  ['tags', (r) => [...new Set(r.reading.flatMap(({ tags }) => tags))].join('; ')],
  ['notes', (r) => r.reading.flatMap(({ note }) => note ?? []).join('; ')],
  [
    'versions',
    (r) =>
      Object.entries(r.versions)
        .flatMap(([stage, version]) => (version === null ? [] : `${stage} ${version}`))
        .join('; '),
  ],
  ['outcome', (r) => r.outcome],
  ['text', (r) => r.text],
];

/** The head line (RFC 4180). */
export const CSV_HEAD = COLUMNS.map(([name]) => name).join(',');

/**
 * One record as a line. What a spreadsheet would take for a formula (OWASP, CSV injection) is led by an apostrophe: at the start of a
 * field, behind a semicolon (which parts fields in half of Europe), and in full-width form, which some programs fold.
 */
export function csvLine(record: ArticleRecord, beside: BesideRecord): string {
  return COLUMNS.map(([, read]) => field(read(record, beside))).join(',');
}

/** "FRA CONSULT EGY (2026-11-20)": who did what to whom. */
function eventWords({ source, plover, target, date }: ArticleRecord['events'][number]): string {
  const words = [source.join('+'), plover, target.join('+')].filter((word) => word !== '');
  return `${words.join(' ')}${date === null ? '' : ` (${date})`}`;
}

const FORMULA = /(^|;\s*|[\r\n])([=+\-@\t\r＝＋－＠])/g;

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = value.replace(FORMULA, "$1'$2");
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
