import { monthOf } from '@wirewatch/shared/text/month-names.ts';
import type { DateCandidate } from './date-candidate.ts';

/** `/2026/11/17/`, `-2026-11-17`: a day with marks between. */
const PARTED = /[/_-](?<y>(?:19|20)\d{2})[/_-](?<m>0?[1-9]|1[0-2])[/_-](?<d>0?[1-9]|[12]\d|3[01])(?!\d)/;
/** `/2026/11/261117-slug`: the folders of year and month, and the same day written short. */
const SHORT =
  /\/(?<y>(?:19|20)(?<short>\d{2}))\/(?<m>0[1-9]|1[0-2])\/(?:\k<short>|\k<y>)\k<m>(?<d>0[1-9]|[12]\d|3[01])(?!\d)/;
/** `/20261117-slug`, `/2026-11-17`'s digits in one run, or partly so: as likely the number of something. */
const RUN = /[/_-](?<y>(?:19|20)\d{2})[/_-]?(?<m>0[1-9]|1[0-2])[/_-]?(?<d>0[1-9]|[12]\d|3[01])(?!\d)/;

/** `/2026/nov/17/`, `/2026/november/17`: the month by its name. */
const NAMED = /\/(?<y>(?:19|20)\d{2})\/(?<m>[a-z]{3,10})\/(?<d>0?[1-9]|[12]\d|3[01])(?!\d)/i;

/** The weight of a day in one run of digits: below a date line at the headline, and it proves no move of a site. */
export const RUN_OF_DIGITS = 66;

/** The day that an address names in its path, as `YYYY-MM-DD`: by how sure it is that the digits are a day. */
export function dayInAddress(url: string): DateCandidate[] {
  const path = url.replace(/^https?:\/\/[^/]+/, '');
  const parted = PARTED.exec(path) ?? SHORT.exec(path) ?? NAMED.exec(path);
  const match = parted ?? RUN.exec(path);
  if (!match?.groups) return [];
  const { y, m, d } = match.groups as Record<'y' | 'm' | 'd', string>;
  const month = /\d/.test(m) ? m : monthOf(m, ['en'])?.month;
  if (month === undefined) return [];
  const raw = `${y}-${String(month).padStart(2, '0')}-${d.padStart(2, '0')}`;
  return [{ raw, from: 'url', role: 'published', weight: parted ? 70 : RUN_OF_DIGITS }];
}
