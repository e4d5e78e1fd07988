import { parseArgs } from 'node:util';
import type { DedupInput, Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { Engine } from '../../services/deduplicator/engine.ts';
import { MemoryPort } from '../../services/deduplicator/memory-port.ts';
import { randomOf, shuffled } from '../../services/deduplicator/test-support/press.ts';
import { standings } from '../../services/deduplicator/test-support/run.ts';
import { realArticles } from './dedup-texts/real-texts.ts';

/** `npm run bench -- dedup-order`; this file takes `--orders=N` and `--differences` (tells each). */
const { values: said } = parseArgs({
  options: { orders: { type: 'string', default: '20' }, differences: { type: 'boolean', default: false } },
});
const ORDERS = Number(said.orders);
/** Of a large set so many are taken in one by one, each settled before the next: all would take a minute an order. */
const ONE_BY_ONE = 1500;

/** Where an article stands, and by how much: neither may depend on the order of arrival. */
function standing({ group, relation, originalId }: Syndication): string {
  return `${relation} of ${originalId} in ${group}`;
}

function shares({ coverage, originalCoverage }: Syndication): string {
  return `${coverage} and ${originalCoverage}`;
}

/** Taken in as the service does: each settled before the next comes. */
async function oneByOne(articles: readonly DedupInput[]): Promise<Map<string, Syndication>> {
  const port = new MemoryPort();
  const engine = new Engine(port);
  for (const article of articles) await engine.deduplicate(article);
  return port.syndication;
}

/** How many articles of real sets stand elsewhere when they arrive in another order. */
async function main(): Promise<void> {
  const sets = realArticles();
  if (sets.length === 0) console.log('dedup-order: no labelled data beside the project: nothing measured');
  for (const { name, articles } of sets) {
    const ways = [
      { way: 'in one piece', take: standings, all: articles },
      { way: 'one by one', take: oneByOne, all: articles.slice(0, ONE_BY_ONE) },
    ];
    for (const { way, take, all } of ways) {
      const before = await standings(all);
      const differing = { standing: new Set<string>(), shares: new Set<string>() };
      for (let order = 1; order <= ORDERS; order += 1) {
        const rows = await take(shuffled(randomOf(order), all));
        for (const [id, row] of before) {
          const other = rows.get(id)!;
          if (standing(row) !== standing(other)) {
            if (said.differences && !differing.standing.has(id))
              console.log(`  ${id}: ${standing(row)}, else ${standing(other)}`);
            differing.standing.add(id);
          } else if (shares(row) !== shares(other)) differing.shares.add(id);
        }
      }
      console.log(
        `${name}, ${way}: in some of ${ORDERS} orders ${differing.standing.size} of ${all.length} articles stand elsewhere, ${differing.shares.size} by other shares`,
      );
    }
  }
}

await main();
