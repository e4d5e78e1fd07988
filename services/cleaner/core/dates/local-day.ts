import type { DateCandidate } from './date-candidate.ts';
import type { DateHabits } from './date-habits.ts';
import { readDate } from './read-date.ts';

const UTC = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:Z|[+-]00:00)$/;
const HOUR = 3_600_000;
/** Zones reach from UTC-12 to UTC+14, and lie whole quarters of an hour apart. */
const WIDEST = 14 * HOUR;
const QUARTER = HOUR / 4;
/** A clock without a zone in a script, as a value of its own. */
const VALUE = /["'>](\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)["'<]$/;
const OFFSET = /\d:[0-5]\d:[0-5]\d(?:\.\d+)? ?([+-](?:0\d|1[0-4]):?(?:00|30|45))(?!\d)/g;
/** Stamps of a source that are looked at for their offset, and characters of it: head and JSON-LD lie early. */
const MAX_STAMPS = 200;
const MAX_SCANNED = 300_000;

/**
 * A stamp in UTC as the same moment on the page's own clock, where that is another day and the page shows its clock: a time of
 * the same minute without a zone (visible or in a script), or other stamps that all carry one and the same offset. Half of the
 * labelled pages that stamp in UTC show such a clock. Else the stamp as it is: no zone is invented.
 */
export function onLocalDay(
  iso: string,
  candidates: readonly DateCandidate[],
  habits: DateHabits,
  source: string,
): string {
  const m = UTC.exec(iso);
  if (!m) return iso;
  const instant = Date.parse(`${iso.slice(0, 19)}Z`);
  const shift = fromLines(instant, candidates, habits) ?? fromScripts(instant, iso, source) ?? fromOffsets(source);
  if (shift === null || shift === 0) return iso;
  const local = new Date(instant + shift).toISOString().slice(0, 19);
  return local.slice(0, 10) === m[1] ? iso : `${local}${offsetOf(shift)}`;
}

/** A visible clock of the same minute. */
function fromLines(instant: number, candidates: readonly DateCandidate[], habits: DateHabits): number | null {
  const minute = new Date(instant).toISOString().slice(14, 16);
  for (const candidate of candidates) {
    if ((candidate.from !== 'text' && candidate.from !== 'time') || !candidate.raw.includes(minute)) continue;
    const written = readDate(candidate.raw, habits)?.iso;
    if (written?.length !== 19) continue;
    const shift = shiftBetween(instant - (instant % 60_000), Date.parse(`${written.slice(0, 16)}:00Z`));
    if (shift !== null) return shift;
  }
  return null;
}

/** The same second in a script, without a zone. */
function fromScripts(instant: number, iso: string, source: string): number | null {
  const second = iso.slice(13, 19);
  for (let at = source.indexOf(second), n = 0; at >= 0 && n < MAX_STAMPS; at = source.indexOf(second, at + 1), n += 1) {
    const value = VALUE.exec(source.slice(Math.max(0, at - 14), at + 7));
    if (!value) continue;
    const shift = shiftBetween(instant, Date.parse(`${value[1]}T${value[2]}Z`));
    if (shift !== null) return shift;
  }
  return null;
}

/** The one offset, other than none, of all stamps of the page. */
function fromOffsets(source: string): number | null {
  let only: string | null = null;
  let count = 0;
  for (const [, written] of source.slice(0, MAX_SCANNED).matchAll(OFFSET)) {
    const offset = (written as string).replace(':', '');
    if (offset.endsWith('0000')) continue;
    if (only !== null && only !== offset) return null;
    only = offset;
    count += 1;
    if (count >= MAX_STAMPS) break;
  }
  if (only === null) return null;
  const minutes = Number(only.slice(1, 3)) * 60 + Number(only.slice(3, 5));
  return (only.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

function shiftBetween(instant: number, local: number): number | null {
  const shift = local - instant;
  return !Number.isNaN(shift) && shift !== 0 && Math.abs(shift) <= WIDEST && shift % QUARTER === 0 ? shift : null;
}

function offsetOf(shift: number): string {
  const minutes = Math.abs(shift) / 60_000;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${shift < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
