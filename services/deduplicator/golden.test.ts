import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { describe, expect, test } from 'vitest';
import { CARRIED } from './cases/carried.ts';
import type { Golden } from './cases/case.ts';
import { DATELINES } from './cases/datelines.ts';
import { SOURCES } from './cases/sources.ts';
import { STRETCHES } from './cases/stretches.ts';
import { WRITTEN } from './cases/written.ts';
import { readWords } from './core/words.ts';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { areJoined, standings } from './test-support/run.ts';

/** How far what a row states may be from what is counted here: frames are no words of a text, and small changes inside runs are. */
const TOLERANCE = 0.2;
const RUN = 5;

async function oneByOne(articles: Golden['articles']): Promise<ReadonlyMap<string, Syndication>> {
  const port = new MemoryPort();
  const engine = new Engine(port);
  for (const one of articles) await engine.deduplicate(one);
  return port.syndication;
}

/** The share of a text's words that stand in runs of five in another. */
function shareIn(text: string, other: string): number {
  const [words, others] = [[...readWords(text).hashes], [...readWords(other).hashes]];
  const runAt = (list: readonly number[], i: number) => list.slice(i, i + RUN).join(' ');
  const runs = new Set(others.map((_, i) => runAt(others, i)));
  const found = words.map((_, i) =>
    Array.from({ length: RUN }, (_, back) => i - back).some(
      (from) => from >= 0 && from + RUN <= words.length && runs.has(runAt(words, from)),
    ),
  );
  return found.filter(Boolean).length / words.length;
}

function expectRight(golden: Golden, rows: ReadonlyMap<string, Syndication>): void {
  for (const id of golden.joined ?? []) {
    expect(areJoined(rows, golden.joined![0]!, id), `${id}: ${rows.get(id)!.reason}`).toBe(true);
  }
  for (const [i, id] of (golden.apart ?? []).entries()) {
    for (const other of golden.apart!.slice(0, i))
      expect(areJoined(rows, other, id), `${other} and ${id}: ${rows.get(id)!.reason}`).toBe(false);
  }
  for (const [id, row] of Object.entries(golden.rows ?? {}))
    expect(rows.get(id), `${id}: ${rows.get(id)!.reason}`).toMatchObject(row);
  for (const [id, least] of Object.entries(golden.coverage ?? {}))
    expect(rows.get(id)!.coverage, id).toBeGreaterThanOrEqual(least);
  const texts = new Map(golden.articles.map(({ id, text }) => [id, text]));
  for (const [id, { originalId, coverage, reason }] of rows) {
    if (originalId === null || !texts.has(originalId)) continue;
    const share = shareIn(texts.get(id)!, texts.get(originalId)!);
    expect(Math.abs((coverage ?? 0) - share), `${id}, ${share}: ${reason}`).toBeLessThanOrEqual(TOLERANCE);
  }
}

describe.each([
  ['carried by many, and forms', CARRIED],
  ['datelines, hours, days and converted sums are no facts of a text', DATELINES],
  ['a stretch counts by what it says, not by where it stands', STRETCHES],
  ['digits and spelling', WRITTEN],
  ['what a row says, on whom an article hangs, and who was first', SOURCES],
] as const)('%s', (_, cases) => {
  for (const golden of cases) {
    test(golden.condition, async () => {
      expectRight(golden, await standings(golden.articles));
      expectRight(golden, await oneByOne(golden.articles));
    });
  }
});
