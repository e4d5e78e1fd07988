import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '@wirewatch/shared/config.ts';
import { type ReprocessStage, STAGES, WORKERS } from '@wirewatch/shared/pipeline.ts';
import { createBlobStore, folderPlace } from '@wirewatch/shared/store/blobs/blobs.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { batchProgress, createBatch, findBatch, steerBatch } from '@wirewatch/shared/store/journey/batches.ts';
import { eq, inArray } from 'drizzle-orm';
import { ingestPage } from 'wirewatch/archive/ingest.ts';
import { supervise } from '../../services/cli/supervisor/supervisor.ts';
import { untilIdle } from '../../services/cli/supervisor/until-idle.ts';
import { pageOf, startPress } from '../support/press.ts';

const ARCHIVE = Number(process.argv[2] ?? 5000);
const SINGLES = 40;

/** Latency of live entries, poll to classified, alone and while a batch over the archive is under way. */
async function main(): Promise<void> {
  const press = await startPress(SINGLES * 4 + 10, 1);
  const folder = mkdtempSync(join(tmpdir(), 'ww-lanes-'));
  const env = {
    ...process.env,
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: press.connectTo,
    WIREWATCH_HOST_GAP_MS: '0',
  };
  const config = readConfig(env, { WIREWATCH_DATA: folder, DATABASE_URL: '', REDIS_URL: '', BLOB_URL: '' });
  const running = await supervise(config, WORKERS, env, () => undefined);
  const store = await openStore(config.databaseUrl, 'require');
  const blobs = createBlobStore(folderPlace(config.blobUrl));
  const feeds = [...press.feeds];
  try {
    for (let n = 0; n < ARCHIVE; n += 1) {
      const host = `archive${n % 20}.example`;
      const page = {
        url: `http://${host}/news/${n}`,
        body: new TextEncoder().encode(pageOf(host, n)),
        fetchedAt: Date.now(),
      };
      await ingestPage(store, blobs, page, { now: Date.now(), lane: 'batch' });
    }
    await untilIdle(store, 0, new AbortController().signal);
    await live(store, feeds.splice(0, 10));
    const alone = await live(store, feeds.splice(0, SINGLES));
    console.log(
      `alone: median ${alone.ms} ms from poll to classified (${SINGLES} entries; waited+worked: ${alone.stages})`,
    );
    for (const from of ['classify', 'dedup', 'clean'] satisfies ReprocessStage[]) {
      const selection = { from, staleVersion: null, since: null, until: null, outlets: [] };
      const { id } = await createBatch(store, selection, { dryRun: false, who: 'bench', now: Date.now() });
      while ((await batchProgress(store, await findBatch(store, id))).done < 20) await sleep(50);
      const beside = await live(store, feeds.splice(0, SINGLES));
      const { done } = await batchProgress(store, await findBatch(store, id));
      console.log(
        `beside a batch of ${ARCHIVE} from ${from} (${done} done meanwhile): median ${beside.ms} ms, ${(beside.ms / alone.ms).toFixed(2)}x (${beside.stages})`,
      );
      if ((await findBatch(store, id)).status === 'running')
        await steerBatch(store, id, 'cancelled', 'bench', Date.now());
      await untilIdle(store, 0, new AbortController().signal);
    }
  } finally {
    await store.close();
    await running.stop();
    await press.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a live entry's way cost, medians in ms: the whole way, and each stage as it waited and worked. */
interface Way {
  ms: number;
  stages: string;
}

/** Adds feeds one by one, each of one entry, and waits for each. */
async function live(store: Store, urls: string[]): Promise<Way> {
  const { outcomes, articles } = store.tables;
  const started = Date.now();
  for (const url of urls) {
    await addFeed(store, { url }, Date.now());
    await sleep(250);
  }
  const hosts = urls.map((url) => new URL(url).hostname);
  for (;;) {
    const rows = await store.db
      .select({
        stage: outcomes.stage,
        at: outcomes.at,
        seen: articles.firstSeenAt,
        waited: outcomes.waitedMs,
        worked: outcomes.workedMs,
      })
      .from(outcomes)
      .innerJoin(articles, eq(articles.id, outcomes.articleId))
      .where(inArray(articles.outletId, hosts));
    const arrived = rows.filter((row) => row.stage === 'classify');
    if (arrived.length >= urls.length || Date.now() - started > 120_000) {
      const stages = STAGES.map((stage) => {
        const of = rows.filter((row) => row.stage === stage);
        return `${stage} ${median(of.map((row) => row.waited))}+${median(of.map((row) => row.worked))}`;
      });
      return { ms: median(arrived.map((row) => row.at - row.seen)), stages: stages.join(', ') };
    }
    await sleep(100);
  }
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

await main();
