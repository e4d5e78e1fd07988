/** How long a server's habit is held for one. */
const HELD_MS = 3_600_000;
const MOST_ORIGINS = 1000;

/** Remembers habits of servers, by origin, for an hour. */
export function createRecall(): { has(origin: string): boolean; remember(origin: string): void } {
  const until = new Map<string, number>();
  return {
    has: (origin) => (until.get(origin) ?? 0) > Date.now(),
    remember(origin) {
      if (until.size >= MOST_ORIGINS) until.clear();
      until.set(origin, Date.now() + HELD_MS);
    },
  };
}
