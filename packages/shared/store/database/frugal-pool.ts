import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** What Postgres answers where it has no connection left (https://www.postgresql.org/docs/15/errcodes-appendix.html). */
const TOO_MANY = '53300';
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1000;
/** So long it makes do with what it has: others come and go with their work. */
const MAKES_DO_MS = 30_000;

type Told = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void;

/**
 * A pool that goes on with the connections it has where the server gives no more: to each who asks, a refusal would be an outage of some
 * seconds, when a connection of this very process is free within some milliseconds. Who has none yet asks again, as long as connecting
 * may take.
 */
export class FrugalPool extends pg.Pool {
  readonly #most: number;
  readonly #patience: number;
  readonly #makesDoMs: number;
  #until = 0;

  constructor(config: pg.PoolConfig & { max: number; connectionTimeoutMillis: number }, makesDoMs = MAKES_DO_MS) {
    super(config);
    this.#most = config.max;
    this.#patience = config.connectionTimeoutMillis;
    this.#makesDoMs = makesDoMs;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(told: Told): void;
  override connect(told?: Told): Promise<pg.PoolClient> | undefined {
    const given = this.#ask();
    if (!told) return given;
    given.then(
      (client) => told(undefined, client, client.release),
      (error) => told(error, undefined, () => undefined),
    );
    return undefined;
  }

  async #ask(): Promise<pg.PoolClient> {
    const deadline = performance.now() + this.#patience;
    if (performance.now() > this.#until) this.options.max = this.#most;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return await super.connect();
      } catch (error) {
        if ((error as { code?: string }).code !== TOO_MANY || performance.now() > deadline) throw error;
        this.#until = performance.now() + this.#makesDoMs;
        this.options.max = Math.max(1, this.totalCount);
        // Its own come free by themselves; for another's it asks at intervals.
        if (this.totalCount === 0) await sleep(pause * (0.5 + Math.random()));
      }
    }
  }
}
