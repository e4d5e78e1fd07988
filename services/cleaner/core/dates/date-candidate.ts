import type { DateSource } from '@wirewatch/shared/contracts/clean.ts';

/** One place of the page that names a date. */
export interface DateCandidate {
  raw: string;
  from: DateSource;
  role: 'published' | 'updated' | 'unknown';
  /** Higher is trusted more; only orders candidates. */
  weight: number;
}
