import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DedupInput } from '../../packages/shared/contracts/syndication.ts';
import { openStore } from '../../packages/shared/store/open.ts';
import type { Store } from '../../packages/shared/store/store.ts';
import { assignStory } from '../../services/deduplicator/assign-story.ts';
import { Engine } from '../../services/deduplicator/engine.ts';
import { createStorePort } from '../../services/deduplicator/store-port.ts';
import { shelve } from '../support/shelf.ts';

const FOLDER = new URL('../../../shared/data/dedup/dev/', import.meta.url);

interface Label {
  id: string;
  relation: string;
  transform: string;
  group: string | null;
}

/** Stories over the labelled articles, copies left out: pairs of reports of one event found, and what else is joined. */
async function main(): Promise<void> {
  if (!existsSync(FOLDER)) {
    console.log(`stories: no labelled data at ${FOLDER.pathname}: nothing measured`);
    return;
  }
  const lines = (text: string) => text.split('\n').filter(Boolean);
  const labels = new Map(
    lines(readFileSync(new URL('labels.jsonl', FOLDER), 'utf8')).map((line) => {
      const label: Label = JSON.parse(line);
      return [label.id, label];
    }),
  );
  const articles = lines(gunzipSync(readFileSync(new URL('articles.jsonl.gz', FOLDER))).toString('utf8'))
    .map((line) => JSON.parse(line))
    .map((line) => ({ ...DedupInput.parse(line), language: String(line.lang) }))
    .filter(({ id }) => ['original', 'unrelated'].includes(labels.get(id)!.relation));
  const folder = mkdtempSync(join(tmpdir(), 'ww-bench-'));
  const store = await openStore(`sqlite:${folder}/w.db`, 'migrate');
  try {
    const engine = new Engine(createStorePort(store, 'bench'));
    const labelOf = new Map<string, Label>();
    let spent = 0;
    for (const article of articles) {
      const { language } = article;
      const url = `https://${article.host}/${article.id}`;
      const id = await shelve(store, null, { url, title: article.title ?? '', texts: [article.text], language });
      labelOf.set(id, labels.get(article.id)!);
      await engine.deduplicate({ ...article, id, url });
      const began = performance.now();
      await assignStory(store, id);
      spent += performance.now() - began;
    }
    await report(store, labelOf);
    console.log(`${(spent / articles.length).toFixed(2)} ms an article`);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function report(store: Store, labelOf: ReadonlyMap<string, Label>): Promise<void> {
  const rows = await store.db.select().from(store.tables.syndication);
  const told = rows.map(({ articleId, storyId }) => ({ label: labelOf.get(articleId)!, story: storyId }));
  const pairs = [
    ...Map.groupBy(
      told.filter((row) => row.label.transform === 'n1'),
      (row) => row.label.group,
    ).values(),
  ];
  const found = pairs.filter(([a, b]) => a!.story !== null && a!.story === b?.story).length;
  console.log(`pairs of reports of one event: ${found} of ${pairs.length}`);
  for (const [kind, own] of Map.groupBy(told, (row) => row.label.transform)) {
    console.log(`${kind.padEnd(8)} ${own.filter((row) => row.story !== null).length} of ${own.length} are in a story`);
  }
}

await main();
