import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DedupInput } from '@wirewatch/shared/contracts/syndication.ts';
import { Engine } from '../../services/deduplicator/engine.ts';
import { MemoryPort } from '../../services/deduplicator/memory-port.ts';
import { MinHashLsh, VerifiedMinHashLsh } from './minhash.ts';

const DATA = new URL('../../../shared/data/dedup/dev/articles.jsonl.gz', import.meta.url);
/** The first is not counted: the compiler is at work in it. */
const ROUNDS = 6;

/** CPU milliseconds of some work. */
async function cpu(work: () => void | Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** All texts into an index, and its groups. */
function groupsOf(minhash: MinHashLsh, articles: readonly DedupInput[]): number {
  for (const article of articles) minhash.add(article.text);
  return minhash.groups();
}

/** The whole stage but for the store, against MinHash-LSH without verification and with it, turn by turn in one process. */
async function main(): Promise<void> {
  if (!existsSync(DATA)) {
    console.log(`dedup: no labelled data at ${DATA.pathname}: nothing measured`);
    return;
  }
  const lines = gunzipSync(readFileSync(DATA)).toString('utf8').split('\n').filter(Boolean);
  const articles = lines.map((line) => DedupInput.parse(JSON.parse(line)));
  const ids = articles.map((article) => article.id);
  const ratios: number[] = [];
  const verifiedRatios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const yardstick = await cpu(() => void groupsOf(new MinHashLsh(), articles));
    const verified = await cpu(() => void groupsOf(new VerifiedMinHashLsh(), articles));
    const ours = await cpu(async () => {
      const engine = new Engine(new MemoryPort());
      for (const article of articles) await engine.publish(article);
      await engine.weigh(ids);
      await engine.settle(ids);
    });
    if (round > 0) {
      ratios.push(yardstick / ours);
      verifiedRatios.push(verified / ours);
    }
    console.log(
      `round ${round + 1}: MinHash-LSH ${yardstick.toFixed(0)} ms, verified ${verified.toFixed(0)} ms, the stage ${ours.toFixed(0)} ms CPU for ${articles.length} articles: ${(yardstick / ours).toFixed(2)} x`,
    );
  }
  console.log(`speed against MinHash-LSH (median of ${ratios.length}): ${median(ratios).toFixed(2)} x`);
  console.log(`against MinHash-LSH with its pairs verified: ${median(verifiedRatios).toFixed(2)} x`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

await main();
