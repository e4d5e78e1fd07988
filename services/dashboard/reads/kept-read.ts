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
