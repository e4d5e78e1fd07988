/** How long a bucket of the ring is: short enough for figures that move, long enough for few. */
export const BUCKET_MS = 10_000;
const BUCKETS = 360;
const PER_MINUTE = 60_000 / BUCKET_MS;

/** Counts over the last hour in buckets of ten seconds. */
export class Ring {
  readonly #counts = new Float64Array(BUCKETS);
  #newest = 0;

  /** Counts something that happened at an instant (epoch ms). */
  add(at: number, count = 1): void {
    const bucket = Math.floor(at / BUCKET_MS);
    this.#turnTo(bucket);
    if (bucket > this.#newest - BUCKETS) this.#counts[bucket % BUCKETS]! += count;
  }

  /** How many in the last sixty seconds before `now` that are whole buckets. */
  lastMinute(now: number): number {
    return this.perMinute(now, 1)[0]!;
  }

  /** Counts of the last `minutes`, oldest first; the bucket that still fills is left out. */
  perMinute(now: number, minutes: number): number[] {
    const current = Math.floor(now / BUCKET_MS);
    this.#turnTo(current);
    return Array.from({ length: minutes }, (_, index) => {
      const first = current - (minutes - index) * PER_MINUTE;
      let sum = 0;
      for (let bucket = first; bucket < first + PER_MINUTE; bucket += 1) {
        if (bucket > this.#newest - BUCKETS) sum += this.#counts[bucket % BUCKETS]!;
      }
      return sum;
    });
  }

  #turnTo(bucket: number): void {
    if (bucket <= this.#newest) return;
    const stale = Math.min(bucket - this.#newest, BUCKETS);
    for (let back = 0; back < stale; back += 1) this.#counts[(bucket - back) % BUCKETS] = 0;
    this.#newest = bucket;
  }
}

/** A level (a depth) over the last hour, one value a minute: the last one seen in it. */
export class LevelRing {
  readonly #levels = new Map<number, number>();

  set(at: number, level: number): void {
    const minute = Math.floor(at / 60_000);
    this.#levels.set(minute, level);
    for (const old of this.#levels.keys()) if (old <= minute - 60) this.#levels.delete(old);
  }

  /** Levels of the last `minutes` up to now, oldest first; null where nothing was seen. */
  perMinute(now: number, minutes: number): Array<number | null> {
    const current = Math.floor(now / 60_000);
    return Array.from({ length: minutes }, (_, index) => this.#levels.get(current - minutes + 1 + index) ?? null);
  }
}
