import { setTimeout as after } from 'node:timers/promises';

/** What the last reading took no longer than this for is waited for: nobody is shown an old value to save so little. */
const QUICK_MS = 50;

/**
 * A value that may take long to read. While it does, only the first asker waits: later ones get what is there, and when it is older than
 * `ms` it is read anew beside them. It is read no more often than a tenth of the time, however long it takes.
 */
export function keptRead<T>(ms: number, now: () => number, read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | null = null;
  let reading = false;
  let until = 0;
  let took = 0;
  const refresh = () => {
    reading = true;
    const began = now();
    const fresh = read();
    const settle = () => {
      reading = false;
      took = now() - began;
      until = now() + Math.max(ms, took * 9);
    };
    fresh.then(
      () => {
        value = fresh;
        settle();
      },
      () => {
        if (value === fresh) value = null;
        settle();
        until = 0;
      },
    );
    return fresh;
  };
  return () => {
    if (value === null) {
      value = refresh();
      return value;
    }
    const old = value;
    if (reading || now() < until) return old;
    const fresh = refresh().catch(() => old);
    return took <= QUICK_MS ? fresh : old;
  };
}

/** A value where it comes within `ms`, else null: who asks goes on without it, and it is there for who asks later. */
export function soon<T>(value: Promise<T>, ms: number): Promise<T | null> {
  const enough = new AbortController();
  const gone = after(ms, null, { signal: enough.signal }).catch(() => null);
  return Promise.race([value, gone]).finally(() => enough.abort());
}
