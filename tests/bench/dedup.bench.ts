import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DedupInput } from '@wirewatch/shared/contracts/syndication.ts';
import { Engine } from '../../services/deduplicator/engine.ts';
import { MemoryPort } from '../../services/deduplicator/memory-port.ts';
import { MinHashLsh } from './minhash.ts';

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

/** The whole stage but for the store, against MinHash-LSH without verification, turn by turn in one process. */
async function main(): Promise<void> {
  if (!existsSync(DATA)) {
    console.log(`dedup: no labelled data at ${DATA.pathname}: nothing measured`);
    return;
  }
  const lines = gunzipSync(readFileSync(DATA)).toString('utf8').split('\n').filter(Boolean);
  const articles = lines.map((line) => DedupInput.parse(JSON.parse(line)));
  const ids = articles.map((article) => article.id);
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const yardstick = await cpu(() => {
      const minhash = new MinHashLsh();
      for (const article of articles) minhash.add(article.text);
      minhash.groups();
    });
    const ours = await cpu(async () => {
      const engine = new Engine(new MemoryPort());
      for (const article of articles) await engine.publish(article);
      await engine.weigh(ids);
      await engine.settle(ids);
    });
    if (round > 0) ratios.push(yardstick / ours);
    console.log(
      `round ${round + 1}: MinHash-LSH ${yardstick.toFixed(0)} ms, the stage ${ours.toFixed(0)} ms CPU for ${articles.length} articles: ${(yardstick / ours).toFixed(2)} x`,
    );
  }
  ratios.sort((a, b) => a - b);
  console.log(`speed against MinHash-LSH (median of ${ratios.length}): ${ratios[ratios.length >> 1]!.toFixed(2)} x`);
}

await main();
