/** Wrong tokens from one address before it has to wait, and how long. */
const FREE_TRIES = 5;
const WAIT_MS = 60_000;
/** Addresses remembered; past it the oldest is forgotten. */
const MOST = 10_000;

/** Slows guessing down, by the address that guesses. Times in epoch ms. */
export interface Throttle {
  /** Milliseconds that an address has to wait; 0: it may try. */
  waitMs(address: string, now: number): number;
  failed(address: string, now: number): void;
  succeeded(address: string): void;
}

export function createThrottle(): Throttle {
  const seen = new Map<string, { tries: number; at: number }>();
  return {
    waitMs(address, now) {
      const known = seen.get(address);
      if (!known || known.tries < FREE_TRIES) return 0;
      return Math.max(0, known.at + WAIT_MS - now);
    },
    failed(address, now) {
      const known = seen.get(address);
      const tries = known && now - known.at < WAIT_MS ? known.tries + 1 : 1;
      seen.delete(address);
      seen.set(address, { tries, at: now });
      const oldest = seen.keys().next();
      if (seen.size > MOST && !oldest.done) seen.delete(oldest.value);
    },
    succeeded(address) {
      seen.delete(address);
    },
  };
}
