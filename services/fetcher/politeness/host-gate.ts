/** Leave to send one request to a host now (`waitMs` 0), or how long to wait before asking again. */
export interface Reservation {
  waitMs: number;
  /** `gap`: the host's next slot is later, and kept for this holder. `dead`: it did not answer lately. */
  why: 'free' | 'gap' | 'busy' | 'blocked' | 'dead';
}

/** How a holder asks. */
export interface Wishes {
  /** The host's own wish (robots.txt crawl-delay), in milliseconds: a floor above ours. */
  minGapMs?: number;
  /** Batch work: lets everybody else go first. */
  patient?: boolean;
}

/**
 * Politeness towards a host, shared by every process that fetches. A holder is whoever asks (a feed, a page); its slot
 * is kept for it, so that it may come back after the wait and is not overtaken for ever. Who asks is named by `holderName`
 * (hop-gate.ts): a feed goes before pages.
 */
export interface HostGate {
  /**
   * A holder that was granted and has not released is granted again, so that a queue can ask before it hands out the
   * work.
   */
  reserve(host: string, holder: string, wishes?: Wishes): Promise<Reservation>;
  /** After every granted request. `elapsedMs`: what it took, null if it failed; the gap follows it. */
  release(host: string, holder: string, elapsedMs: number | null): Promise<void>;
  /** Nobody asks this host for `ms` (429, Retry-After); its gap stays doubled for a while. */
  block(host: string, ms: number): Promise<void>;
  /** The host does not resolve or connect: nobody tries for a while. */
  markDead(host: string): Promise<void>;
}

/** The host as politeness knows it: name and port, so that two servers on one machine are two. */
export function authorityOf(url: string): string {
  return new URL(url).host;
}
