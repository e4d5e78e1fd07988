import type { Standing } from '@wirewatch/shared/sources/standing.ts';

/** Articles of one span of time. */
export interface Span {
  /** Epoch ms. */
  at: number;
  own: number;
  copies: number;
}

export interface VolumeOverTime {
  spans: Span[];
  /** Length of a span in ms. */
  step: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEPS = [HOUR, 3 * HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY, 365 * DAY];
/** Spans that a picture shows at most. */
const MOST = 48;

/** How many own texts and copies there were when, in spans of one length that fits; null for fewer than two articles. */
export function volumeOverTime(standings: readonly Pick<Standing, 'at' | 'relation'>[]): VolumeOverTime | null {
  if (standings.length < 2) return null;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { at } of standings) {
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  const step = STEPS.find((each) => (to - from) / each < MOST) ?? Math.ceil((to - from) / MOST / DAY) * DAY;
  const first = Math.floor(from / step);
  const spans = Array.from({ length: Math.floor(to / step) - first + 1 }, (_, index) => ({
    at: (first + index) * step,
    own: 0,
    copies: 0,
  }));
  for (const { at, relation } of standings) {
    const span = spans[Math.floor(at / step) - first]!;
    if (relation === 'copy' || relation === 'excerpt') span.copies += 1;
    else span.own += 1;
  }
  return { spans, step };
}
