export type DayMonthOrder = 'day-first' | 'month-first';

/** How the page writes dates. */
export interface DateHabits {
  /** Which of 03/02/2021's numbers is the day, where both could be. */
  order: DayMonthOrder;
  /** BCP 47, the most likely first: in these, names of months and of the halves of the day are read first. */
  languages: readonly string[];
}

/** Languages that one text can be taken for: Croatian is detected as each of them. */
const SOUTH_SLAVIC = new Set(['hr', 'bs', 'sr', 'sh', 'cnr']);

/** The languages of a page: what it says of itself with and without its region, then what its text was found to be. */
export function languagesOf(declared: string | null, detected: string): string[] {
  const tag = declared?.trim().replaceAll('_', '-').slice(0, 35) ?? '';
  const base = tag.split('-')[0]?.toLowerCase() ?? '';
  const all = [tag, base, detected].filter((l) => l !== '' && l !== 'und');
  if (all.some((l) => SOUTH_SLAVIC.has(l))) all.push('hr');
  return [...new Set(all)];
}
