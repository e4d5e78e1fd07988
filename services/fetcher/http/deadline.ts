/** A signal that ends a whole exchange, and afterwards why it did. */
export interface Deadline {
  signal: AbortSignal;
  /** Null while neither the time has run out nor the caller has given up. */
  ended(): { kind: 'deadline' | 'aborted'; message: string } | null;
  clear(): void;
}

/** Starts a deadline of `ms` milliseconds that also ends when the caller's own signal does. */
export function startDeadline(ms: number, outer: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let end: ReturnType<Deadline['ended']> = null;
  const stop = (kind: 'deadline' | 'aborted', message: string): void => {
    end ??= { kind, message };
    controller.abort();
  };
  const timer = setTimeout(() => stop('deadline', `not finished after ${ms} ms`), ms);
  const give = (): void => stop('aborted', 'given up by the caller');
  if (outer?.aborted) give();
  else outer?.addEventListener('abort', give, { once: true });
  return {
    signal: controller.signal,
    ended: () => end,
    clear: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', give);
    },
  };
}
