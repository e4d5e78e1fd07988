import type { Dialect } from './dialects.ts';

/** What is run, and what befalls it. */
export interface ChaosPlan {
  dialect: Dialect;
  /** Pairs of outlets; the second of each carries every text of the first. */
  pairs: number;
  perOutlet: number;
  faults: number;
  seed: number;
  /** Two servers that change places, in place of one that is killed. */
  failover: boolean;
  /** Between two faults, ms: at least, and at most. */
  pauseMs: readonly [number, number];
  patienceMs: number;
  /** A folder in which a run that went wrong leaves its logs. */
  keepLogs?: string;
}
