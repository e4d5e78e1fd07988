import type { SourceCount } from '@wirewatch/shared/sources/count.ts';
import type { Carrier, Text } from '@wirewatch/shared/sources/texts.ts';

/** One article on its text's lane. */
export interface Mark {
  carrier: Carrier;
  /** From the first mark (0) to the last (1). */
  x: number;
  /** Marks that would lie upon one another stand in rows, from 0. */
  row: number;
  /** By this number the list beside the picture names it. */
  number: number;
}

/** A text and who carried it when. */
export interface Lane {
  text: Text;
  /** Whose text it is. */
  name: string;
  marks: Mark[];
  /** Rows that its marks take, at least 1. */
  rows: number;
}

/** A place on the axis of time. */
export interface Tick {
  x: number;
  words: string;
}

/** How a story spread: a lane for each independent text, on one axis of time. */
export interface Spread {
  lanes: Lane[];
  ticks: Tick[];
  /** Whether later times stand closer together than early ones. */
  compressed: boolean;
  /** Epoch ms of the first and last mark. */
  from: number;
  to: number;
  /** Texts and marks that are not drawn. */
  more: { texts: number; marks: number };
}

/** More lanes and marks than these are no picture any more. */
const MOST_LANES = 12;
const MOST_MARKS = 120;
/** Marks closer than this share of the axis stand in another row: a number in a circle is 18 of the 330 pixels that a phone has. */
const APART = 0.06;
const MOST_ROWS = 6;
/** An axis on which four fifths of the marks lie in the first eighth is compressed. */
const CROWDED = 1 / 8;
const HOUR = 3_600_000;

/** Lays a story out; null where fewer than two articles carry it. */
export function spreadOf({ sources }: SourceCount): Spread | null {
  const texts = sources
    .flatMap((source) => source.texts.map((text) => ({ text, name: source.owner.name })))
    .sort((a, b) => a.text.root.at - b.text.root.at);
  const shown = [...texts].sort((a, b) => b.text.carriers.length - a.text.carriers.length).slice(0, MOST_LANES);
  const lanesOf = texts.filter((one) => shown.includes(one));
  const times = lanesOf.flatMap(({ text }) => text.carriers.map(({ article }) => article.at)).sort((a, b) => a - b);
  if (times.length < 2) return null;
  const [from, to] = [times[0]!, times.at(-1)!];
  const length = Math.max(1, to - from);
  const compressed = times[Math.floor(times.length * 0.8)]! - from < length * CROWDED;
  const place = (at: number) => ((at - from) / length) ** (compressed ? 0.4 : 1);
  let number = 0;
  const lanes = lanesOf.map(({ text, name }) => {
    const drawn = text.carriers.slice(0, Math.ceil(MOST_MARKS / lanesOf.length));
    const marks = inRows(
      drawn.map((carrier) => {
        number += 1;
        return { carrier, x: place(carrier.article.at), number };
      }),
    );
    return { text, name, marks, rows: Math.max(1, ...marks.map(({ row }) => row + 1)) };
  });
  const drawn = lanes.reduce((sum, lane) => sum + lane.marks.length, 0);
  return {
    lanes,
    ticks: compressed ? lagTicks(length, place, from) : clockTicks(from, to),
    compressed,
    from,
    to,
    more: { texts: texts.length - lanes.length, marks: times.length - drawn },
  };
}

/** The lowest row in which each mark is free of the one before; the last row takes what is left. */
function inRows(marks: ReadonlyArray<Omit<Mark, 'row'>>): Mark[] {
  const ends: number[] = [];
  return marks.map((mark) => {
    let row = ends.findIndex((end) => mark.x - end >= APART);
    if (row < 0) row = Math.min(ends.length, MOST_ROWS - 1);
    ends[row] = mark.x;
    return { ...mark, row };
  });
}

const STEPS = [
  HOUR / 12,
  HOUR / 4,
  HOUR / 2,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  48 * HOUR,
  168 * HOUR,
  720 * HOUR,
];

/** At most five full hours, days or months of UTC. */
function clockTicks(from: number, to: number): Tick[] {
  const length = Math.max(1, to - from);
  const step = STEPS.find((each) => length / each <= 5) ?? Math.ceil(length / 5 / (24 * HOUR)) * 24 * HOUR;
  const ticks: Tick[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step)
    ticks.push({
      x: (at - from) / length,
      words: step >= 24 * HOUR || at % (24 * HOUR) === 0 ? dayOf(at) : timeOf(at),
    });
  return ticks.length > 0 ? ticks : [{ x: 0, words: timeOf(from) }];
}

function lagTicks(length: number, place: (at: number) => number, from: number): Tick[] {
  const lags: Array<[number, string]> = [
    [0, timeOf(from)],
    [HOUR, '+1 h'],
    [6 * HOUR, '+6 h'],
    [24 * HOUR, '+1 d'],
    [72 * HOUR, '+3 d'],
    [240 * HOUR, '+10 d'],
    [720 * HOUR, '+30 d'],
  ];
  const ticks = lags.filter(([lag]) => lag <= length).map(([lag, words]) => ({ x: place(from + lag), words }));
  return ticks.filter(({ x }, at) => at === 0 || x - ticks[at - 1]!.x > 0.1);
}

function timeOf(at: number): string {
  return new Date(at).toISOString().slice(11, 16);
}

function dayOf(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
}
