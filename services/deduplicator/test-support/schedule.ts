import type { Port } from '../core/port.ts';

/**
 * Workers in one thread, of whom one at a time goes on, to his next question to the store: who it is, `pick` says. So what happens in what
 * order follows from it alone, and comes again with the same one.
 */
export class Schedule {
  readonly #pick: (waiting: readonly number[]) => number;
  readonly #waiting: { worker: number; goOn: () => void }[] = [];

  /** @param pick says which of the workers that wait goes on, by its place among them */
  constructor(pick: (waiting: readonly number[]) => number) {
    this.#pick = pick;
  }

  /** A worker stops here until it is his turn. */
  stop(worker: number): Promise<void> {
    return new Promise((goOn) => this.#waiting.push({ worker, goOn }));
  }

  /** The port of a worker who stops before each question. */
  portOf(worker: number, port: Port): Port {
    return new Proxy(port, {
      get: (object, name) => {
        const value = Reflect.get(object, name) as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          await this.stop(worker);
          if (name !== 'exclusively') return value.apply(object, args);
          const [work, about] = args as Parameters<Port['exclusively']>;
          return object.exclusively((inner) => work(this.portOf(worker, inner)), about);
        };
      },
    });
  }

  /** Lets one after the other go on until all are done. */
  async run(workers: readonly Promise<unknown>[]): Promise<void> {
    const all = Promise.all(workers);
    for (;;) {
      // Whoever can go on without waiting has come to his next stop then.
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#waiting.length === 0) break;
      const [next] = this.#waiting.splice(this.#pick(this.#waiting.map(({ worker }) => worker)), 1);
      next!.goOn();
    }
    await all;
  }
}
