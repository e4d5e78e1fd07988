import { setTimeout as after } from 'node:timers/promises';

/**
 * A value that takes long to read. Only the first asker waits: later ones get what is there, and when it is older than `ms` it is
 * read anew beside them. It is read no more often than a tenth of the time, however long it takes.
 */
export function keptRead<T>(ms: number, now: () => number, read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | null = null;
  let reading = false;
  let until = 0;
  const refresh = () => {
    reading = true;
    const began = now();
    const fresh = read();
    const settle = () => {
      reading = false;
      until = now() + Math.max(ms, (now() - began) * 9);
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
    if (!reading && now() >= until) void refresh().catch(() => undefined);
    return value;
  };
}

/** A value where it comes within `ms`, else null: who asks goes on without it, and it is there for who asks later. */
export function soon<T>(value: Promise<T>, ms: number): Promise<T | null> {
  const enough = new AbortController();
  const gone = after(ms, null, { signal: enough.signal }).catch(() => null);
  return Promise.race([value, gone]).finally(() => enough.abort());
}
