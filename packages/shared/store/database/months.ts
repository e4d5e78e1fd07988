/** A month by UTC: its name (`2026_11`) and its instants in epoch ms, the end exclusive. */
export interface Month {
  name: string;
  from: number;
  until: number;
}

/** The month that holds an instant, or one so many later. */
export function monthOf(at: number, later = 0): Month {
  const day = new Date(at);
  const first = (more: number) => Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + more, 1);
  const from = first(later);
  return { name: new Date(from).toISOString().slice(0, 7).replace('-', '_'), from, until: first(later + 1) };
}
