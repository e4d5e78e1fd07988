/** A value that is read anew at most once in `ms`, whoever asks; a failed reading is not kept. */
export function cached<T>(ms: number, now: () => number, read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | null = null;
  let until = 0;
  return () => {
    if (value !== null && now() < until) return value;
    until = now() + ms;
    const fresh = read();
    value = fresh;
    fresh.catch(() => {
      if (value === fresh) value = null;
    });
    return fresh;
  };
}
