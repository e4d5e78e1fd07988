import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import type { DedupArticle } from '../core/article.ts';
import { Engine } from '../engine.ts';
import { MemoryPort } from '../memory-port.ts';
import { takeInWhole } from '../whole-set.ts';

/** Where articles stand after the last of them, taken in as `wirewatch dedup --jsonl` does. */
export async function standings(articles: readonly DedupArticle[]): Promise<Map<string, Syndication>> {
  const port = new MemoryPort();
  const engine = new Engine(port);
  await takeInWhole(engine, articles);
  return port.syndication;
}

/** Whether two articles stand in one group, or the one names a member of the other's group as its source. */
export function areJoined(rows: ReadonlyMap<string, Syndication>, a: string, b: string): boolean {
  const [x, y] = [rows.get(a)!, rows.get(b)!];
  const groupOf = (id: string | null) => (id === null ? null : (rows.get(id)?.group ?? null));
  return x.group === y.group || groupOf(x.originalId) === y.group || groupOf(y.originalId) === x.group;
}
