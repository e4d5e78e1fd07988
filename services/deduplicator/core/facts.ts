import type { Segment } from './align.ts';
import type { Facts } from './link.ts';
import { CAPITALISED, NUMBER, SENTENCE_START, type Words } from './words.ts';

/** Counts what was kept and what was exchanged in one aligned stretch. */
export function factsOf(segment: Segment, a: Words, b: Words): Facts {
  const facts: Facts = { numbers: 0, numbersKept: 0, names: 0, namesKept: 0, ordinary: 0, ordinaryKept: 0, changed: 0 };
  let i = segment.aStart;
  let j = segment.bStart;
  for (const run of segment.runs) {
    if (run.a > i || run.b > j) gap(a, i, run.a, b, j, run.b, facts);
    for (let k = run.a; k < run.a + run.length; k += 1) tally(a.flags[k]!, 1, 1, facts);
    i = run.a + run.length;
    j = run.b + run.length;
  }
  return facts;
}

/**
 * One gap between two runs. What only one side has was added or cut and speaks of nothing; what stands on both sides and
 * differs was exchanged.
 */
function gap(a: Words, aFrom: number, aTo: number, b: Words, bFrom: number, bTo: number, facts: Facts): void {
  const ours = sortGap(a, aFrom, aTo, b, bFrom, bTo);
  const theirs = sortGap(b, bFrom, bTo, a, aFrom, aTo);
  for (const kind of [NUMBER, CAPITALISED, 0] as const) {
    const kept = ours.kept[kind];
    tally(kind, kept + Math.min(ours.lost[kind], theirs.lost[kind]), kept, facts);
  }
  facts.changed += ours.lost[NUMBER] + ours.lost[CAPITALISED] + ours.lost[0];
  facts.changed += theirs.lost[NUMBER] + theirs.lost[CAPITALISED] + theirs.lost[0];
}

type Kind = typeof NUMBER | typeof CAPITALISED | 0;
type Tally = Record<Kind, number>;

function kindOf(flags: number): Kind {
  if (flags & NUMBER) return NUMBER;
  return flags & CAPITALISED && !(flags & SENTENCE_START) ? CAPITALISED : 0;
}

/** The words of one side of a gap, by kind: those that the other side has too, and those that it has not. */
function sortGap(words: Words, from: number, to: number, other: Words, otherFrom: number, otherTo: number) {
  const kept: Tally = { [NUMBER]: 0, [CAPITALISED]: 0, 0: 0 };
  const lost: Tally = { [NUMBER]: 0, [CAPITALISED]: 0, 0: 0 };
  for (let i = from; i < to; i += 1) {
    let found = false;
    for (let j = otherFrom; j < otherTo && !found; j += 1) found = words.hashes[i] === other.hashes[j];
    (found ? kept : lost)[kindOf(words.flags[i]!)] += 1;
  }
  return { kept, lost };
}

function tally(flags: number, all: number, kept: number, facts: Facts): void {
  const kind = kindOf(flags);
  if (kind === NUMBER) {
    facts.numbers += all;
    facts.numbersKept += kept;
  } else if (kind === CAPITALISED) {
    facts.names += all;
    facts.namesKept += kept;
  } else {
    facts.ordinary += all;
    facts.ordinaryKept += kept;
  }
}
