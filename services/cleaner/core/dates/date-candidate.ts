import type { DateSource } from '@wirewatch/shared/contracts/clean.ts';

/** One place of the page that names a date. */
export interface DateCandidate {
  raw: string;
  from: DateSource;
  role: 'published' | 'updated' | 'unknown';
  /** Higher is trusted more; only orders candidates. */
  weight: number;
  /** A line at the headline that is a date and little else, or that says to be the day of publication. */
  shown?: boolean;
}
