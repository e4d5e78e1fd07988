import { parseArgs } from 'node:util';
import type { DedupInput, Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { Engine } from '../../services/deduplicator/engine.ts';
import { MemoryPort } from '../../services/deduplicator/memory-port.ts';
import { randomOf, shuffled } from '../../services/deduplicator/test-support/press.ts';
import { takeInWhole } from '../../services/deduplicator/whole-set.ts';
import { realArticles } from './dedup-texts/real-texts.ts';

/**
 * `npm run bench -- dedup-order`; an order takes some four seconds of CPU over all sets. `DEDUP_ORDERS=20` is the whole that the decisions
 * tell of, in a minute and a half. This file takes `--differences` (tells each).
 */
const { values: said } = parseArgs({ options: { differences: { type: 'boolean', default: false } } });
const ORDERS = Number(process.env.DEDUP_ORDERS ?? 4);
/** Of a large set so many are taken in one by one, each settled before the next: all would take a minute an order. */
const ONE_BY_ONE = 1500;

/** Where an article stands, and by how much: neither may depend on the order of arrival. */
function standing({ group, relation, originalId }: Syndication): string {
  return `${relation} of ${originalId} in ${group}`;
}

function shares({ coverage, originalCoverage }: Syndication): string {
  return `${coverage} and ${originalCoverage}`;
}

/** What has become of a set: each article's row, and what each two have in common by a word of it (the evidence). */
interface Taken {
  rows: ReadonlyMap<string, Syndication>;
  links: ReadonlyMap<string, string>;
}

async function taken(port: MemoryPort): Promise<Taken> {
  const links = await port.linksOf([...port.syndication.keys()]);
  return {
    rows: port.syndication,
    links: new Map(links.map((link) => [`${link.newer} ${link.older}`, JSON.stringify(link)])),
  };
}

async function inOnePiece(articles: readonly DedupInput[]): Promise<Taken> {
  const port = new MemoryPort();
  await takeInWhole(new Engine(port), articles);
  return taken(port);
}

/** Taken in as the service does: each settled before the next comes. */
async function oneByOne(articles: readonly DedupInput[]): Promise<Taken> {
  const port = new MemoryPort();
  const engine = new Engine(port);
  for (const article of articles) await engine.deduplicate(article);
  return taken(port);
}

/** How many articles of real sets stand elsewhere when they arrive in another order. */
async function main(): Promise<void> {
  const sets = realArticles();
  if (sets.length === 0) console.log('dedup-order: no labelled data beside the project: nothing measured');
  for (const { name, articles } of sets) {
    const ways = [
      { way: 'in one piece', take: inOnePiece, all: articles },
      { way: 'one by one', take: oneByOne, all: articles.slice(0, ONE_BY_ONE) },
    ];
    for (const { way, take, all } of ways) {
      const before = await inOnePiece(all);
      const differing = { standing: new Set<string>(), shares: new Set<string>(), rows: new Set<string>() };
      const links = new Set<string>();
      for (let order = 1; order <= ORDERS; order += 1) {
        const after = await take(shuffled(randomOf(order), all));
        for (const [id, row] of before.rows) {
          const other = after.rows.get(id)!;
          if (JSON.stringify(row) !== JSON.stringify(other)) differing.rows.add(id);
          if (standing(row) !== standing(other)) {
            if (said.differences && !differing.standing.has(id))
              console.log(`  ${id}: ${standing(row)}, else ${standing(other)}`);
            differing.standing.add(id);
          } else if (shares(row) !== shares(other)) differing.shares.add(id);
        }
        for (const [pair, link] of before.links) if (after.links.get(pair) !== link) links.add(pair);
        for (const pair of after.links.keys()) if (!before.links.has(pair)) links.add(pair);
      }
      const { size } = before.links;
      console.log(
        `${name}, ${way}: in some of ${ORDERS} orders ${differing.standing.size} of ${all.length} articles stand elsewhere, ${differing.shares.size} by other shares, ${differing.rows.size} have another row in anything; ${links.size} of ${size} links are others`,
      );
    }
  }
}

await main();
