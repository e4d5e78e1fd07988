/**
 * The newest of more entries than are read, in their order: by their dates where most have one, else from both ends, because nobody says
 * at which end a feed without dates is young.
 * @param dateOf ISO 8601 or null
 */
export function newest<T>(all: readonly T[], most: number, dateOf: (one: T) => string | null): readonly T[] {
  if (all.length <= most) return all;
  const dates = all.map((one) => Date.parse(dateOf(one) ?? ''));
  const dated = dates.filter((date) => !Number.isNaN(date)).length;
  const half = Math.floor(most / 2);
  if (dated * 2 < all.length) return [...all.slice(0, most - half), ...all.slice(-half)];
  const order = dates.map((date, at) => ({ at, date: Number.isNaN(date) ? Number.NEGATIVE_INFINITY : date }));
  order.sort((a, b) => (a.date === b.date ? a.at - b.at : b.date - a.date));
  const kept = new Set(order.slice(0, most).map(({ at }) => at));
  return all.filter((_, at) => kept.has(at));
}
