import type { Block } from '../blocks/block.ts';
import type { Page } from '../dom/parse.ts';
import type { StructuredArticle } from '../meta/json-ld.ts';
import type { MetaTags } from '../meta/tags.ts';
import { type ChosenDates, chooseDates } from './choose-dates.ts';
import { dateCandidates } from './date-candidates.ts';
import { type DateHabits, languagesOf } from './date-habits.ts';
import { dayMonthOrder } from './day-month-order.ts';
import { dateInScripts, dateNamedInScripts } from './in-scripts.ts';
import { onLocalDay } from './local-day.ts';

export interface DateEvidence {
  page: Page;
  source: string;
  url: string;
  blocks: readonly Block[];
  tags: MetaTags;
  article: StructuredArticle | null;
  /** The first block of the article's region. */
  bodyStart: number;
  /** The place of the text's last element in the document; Infinity where it is not of this document. */
  textEnd: number;
  language: string;
  feedPublished: string | null;
  /** Milliseconds since 1970; null: no date is too late. */
  now: number | null;
}

/** The weight from which a candidate is the markup's word, so that scripts need not be asked. */
const MARKUP = 60;

/** A day that a machine wrote: it tells which number of the same day's 05/03/2024 is the day. */
const MACHINE_DAY = /^\d{4}-\d\d-\d\d/;

/** The dates of a page from all that it offers, on the page's own day where it shows its clock. */
export function readDates(evidence: DateEvidence): ChosenDates {
  const { page, source, url, tags, article, feedPublished, now } = evidence;
  const candidates = dateCandidates(
    page.document,
    evidence.blocks,
    tags,
    article,
    url,
    evidence.bodyStart,
    evidence.textEnd,
  );
  const broken = article === null && page.jsonLd.some((j) => j.includes('datePublished'));
  const inScripts =
    candidates.some((c) => c.weight >= MARKUP && c.role === 'published') && !broken
      ? null
      : dateInScripts(source, broken);
  if (inScripts) candidates.push(inScripts);
  const order = dayMonthOrder(
    evidence.language,
    page.lang,
    url,
    candidates.map((c) => c.raw),
    [feedPublished ?? '', ...candidates.map((c) => c.raw).filter((raw) => MACHINE_DAY.test(raw))],
  );
  const habits: DateHabits = { order, languages: languagesOf(page.lang, evidence.language) };
  let dates = chooseDates(candidates, habits, now, feedPublished);
  if (dates.publishedAt === null) {
    const named = dateNamedInScripts(source);
    if (named) dates = chooseDates([named], habits, now, feedPublished);
  }
  if (dates.publishedAt === null || dates.publishedFrom === 'feed') return dates;
  return { ...dates, publishedAt: onLocalDay(dates.publishedAt, candidates, habits, source) };
}
