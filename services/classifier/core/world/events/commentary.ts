import type { Scan } from '../scan.ts';

const FIRST = new Set('i we my our us myself ourselves me ich wir unser unsere uns je nous notre nos'.split(' '));
const WEIGHING = new Set('should perhaps maybe surely must why whether ought let imagine consider'.split(' '));
/** Words of telling and days, in the languages whose leaders were looked at. */
const REPORTED = new Set(
  (
    'said says told monday tuesday wednesday thursday friday saturday sunday today announced reported yesterday according ' +
    'sagte erklarte teilte hiess laut montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute berichtete ' +
    'declare affirme annonce indique selon lundi mardi mercredi jeudi vendredi samedi dimanche hier'
  ).split(' '),
);
/** Words of a text that are looked at. */
const WITHIN = 400;
/** A text without any word of reporting is no report. */
const UNREPORTED = 0.25;
/** A shorter text shows no manner. */
const LEAST_WORDS = 60;
/** Per 100 words outside quotations: what a leader writer has and an agency has not. */
const VIEWS_FULL = 3;
const REPORTS_FULL = 2;

/**
 * How much of a text is a view, an explanation or a recollection rather than a report, 0 to 1: by who speaks outside of quotations,
 * by weighing words and questions, and by days and words of reporting, which news has.
 */
export function commentaryOf(scanned: Scan, hasTitle: boolean): number {
  const begin = hasTitle ? (scanned.first[1] ?? 0) : 0;
  const stop = Math.min(scanned.key.length, begin + WITHIN);
  const words = stop - begin;
  if (words < LEAST_WORDS) return 0;
  let views = 0;
  let reports = 0;
  let quoted = false;
  for (let i = begin; i < stop; i += 1) {
    const gap = scanned.text.slice(i > 0 ? scanned.end[i - 1] : 0, scanned.start[i]);
    for (const mark of gap) {
      if (mark === '"') quoted = !quoted;
      else if (mark === '“' || mark === '«' || mark === '„') quoted = true;
      else if (mark === '”' || mark === '»') quoted = false;
      if (mark === '?' && !quoted) views += 1;
    }
    const key = scanned.key[i] as string;
    if (REPORTED.has(key)) reports += 1;
    if (!quoted && (FIRST.has(key) || WEIGHING.has(key))) views += 1;
  }
  const asks =
    hasTitle &&
    /\?\s*$|^(?:how|why|what|opinion|analysis|explainer|editorial)\b/iu.test(
      scanned.text.slice(0, scanned.end[begin - 1]! + 1),
    );
  const view = Math.min(1, (100 * views) / words / VIEWS_FULL) + (asks ? 0.5 : 0);
  const report = Math.min(1, (100 * reports) / words / REPORTS_FULL);
  return Math.min(1, Math.max(0, view - 0.5 * report) + (reports === 0 ? UNREPORTED : 0));
}
