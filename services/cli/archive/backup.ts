import { existsSync } from 'node:fs';
import { copyFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BlobStore, createBlobStore, folderPlace, type ObjectPlace } from '@wirewatch/shared/store/blobs/blobs.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { isOutage } from '@wirewatch/shared/store/database/outage.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type BackupSink, isArchive, openSink, unpack } from './archive.ts';
import { CopyProblem, copyRows, copyStore } from './copy-store.ts';
import { scratchFolder } from './scratch.ts';

const DATABASE = 'wirewatch.db';
const MANIFEST = 'manifest.json';
const HASHES_AT_ONCE = 1000;

/** What a backup says of itself; written last, so that one without it is not whole. */
const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  from: z.string(),
  blobs: z.number().int(),
  /** Raw bytes that the store names and that could not be read. */
  missing: z.array(z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

type Tell = (what: string, done: number) => void;

/**
 * Writes store and raw bytes to a folder or a .tar.zst, as of one moment, while services go on. The store is in it as an SQLite file, of
 * whatever dialect it is; only raw bytes that it names are.
 * @throws CopyProblem, StoreUnavailable, BlobsUnavailable
 */
export async function backup(
  store: Store,
  blobs: BlobStore,
  path: string,
  now: number,
  tell: Tell = () => undefined,
): Promise<Manifest> {
  const sink = await openSink(path);
  const scratch = await scratchFolder('backup');
  try {
    const file = join(scratch, DATABASE);
    await writeDatabase(store, file, tell);
    const manifest: Manifest = {
      format: 1,
      madeAt: new Date(now).toISOString(),
      from: store.dialect,
      blobs: 0,
      missing: [],
    };
    // Raw bytes are written before the row that names them: what this copy of the rows names is there.
    const copy = await openStore(`sqlite:${file}`, 'require');
    try {
      for await (const hash of namedBlobs(copy)) {
        if (await packBlob(blobs, hash, sink)) manifest.blobs += 1;
        else if (!(await wasCleared(copy, hash))) manifest.missing.push(hash);
        if (manifest.blobs % 100 === 0) tell('raw pages', manifest.blobs);
      }
    } finally {
      await copy.close();
    }
    await sink.file(DATABASE, file);
    await sink.bytes(MANIFEST, new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
    await sink.finish();
    return manifest;
  } catch (error) {
    await sink.abandon().catch(() => undefined);
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function writeDatabase(store: Store, file: string, tell: Tell): Promise<void> {
  if (store.dialect === 'sqlite') {
    (store.db as unknown as { run(query: unknown): void }).run(sql`vacuum into ${file}`);
    return;
  }
  const target = await openStore(`sqlite:${file}`, 'migrate');
  try {
    await copyRows(store, target, tell);
    // All of it into the one file that is kept.
    await target.rows(sql`pragma wal_checkpoint(truncate)`);
  } finally {
    await target.close();
  }
}

/** Every hash that an article or a revision names, each once. */
async function* namedBlobs(store: Store): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const rows = await store.rows<{ hash: string }>(
      sql`select raw_hash as hash from articles where raw_hash > ${after}
          union select raw_hash from revisions where raw_hash > ${after} order by 1 limit ${HASHES_AT_ONCE}`,
    );
    if (rows.length === 0) return;
    for (const { hash } of rows) yield hash;
    after = rows.at(-1)!.hash;
  }
}

/** Whether retention cleared these bytes away: then their absence was wished. */
async function wasCleared(store: Store, hash: string): Promise<boolean> {
  const { clearedBlobs } = store.tables;
  const rows = await store.db.select().from(clearedBlobs).where(eq(clearedBlobs.hash, hash));
  return rows.length > 0;
}

/** Packs one page's raw bytes, whose hash is looked at on the way; false where they are missing or damaged. */
async function packBlob(blobs: BlobStore, hash: string, sink: BackupSink): Promise<boolean> {
  const bytes = await blobs.get(hash).catch((error) => {
    if (isOutage(error)) throw error;
    return null;
  });
  if (bytes === null) return false;
  const place: Pick<ObjectPlace, 'exists' | 'write'> = {
    exists: async () => false,
    write: (key, packed) => sink.bytes(`blobs/${key}`, packed),
  };
  await createBlobStore(place as ObjectPlace).put(bytes);
  return true;
}

/**
 * Puts a backup into an empty store of any dialect and a blob store.
 * @throws CopyProblem where the backup is not whole or damaged, or the store is not empty
 */
export async function restore(
  path: string,
  store: Store,
  blobs: BlobStore,
  tell: Tell = () => undefined,
): Promise<Manifest> {
  if (!existsSync(path)) throw new CopyProblem(`there is no backup at ${path}`);
  const scratch = await scratchFolder('restore');
  try {
    const folder = isArchive(path) ? scratch : path;
    if (isArchive(path)) await unpack(path, scratch);
    const manifest = await readManifest(folder, path);
    // Opened as a copy: an older backup is brought up to date, and stays as it is.
    const file = join(scratch, 'restored.db');
    await copyDatabase(folder, path, file);
    const source = await openStore(`sqlite:${file}`, 'migrate');
    try {
      const kept = createBlobStore(folderPlace(join(folder, 'blobs')));
      const missing = new Set(manifest.missing);
      let done = 0;
      // As everywhere: raw bytes first, then the rows that name them.
      for await (const hash of namedBlobs(source)) {
        if (missing.has(hash)) continue;
        const bytes = await kept.get(hash).catch((error) => {
          throw new CopyProblem(`${path} is damaged: ${(error as Error).message}`);
        });
        await blobs.put(bytes);
        done += 1;
        if (done % 100 === 0) tell('raw pages', done);
      }
      await copyStore(source, store, tell);
    } finally {
      await source.close();
    }
    return manifest;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function readManifest(folder: string, path: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null);
  if (text === null) throw new CopyProblem(`${path} is no whole backup of wirewatch: it has no ${MANIFEST}`);
  try {
    return Manifest.parse(JSON.parse(text));
  } catch {
    throw new CopyProblem(`${path} was written by another version of wirewatch, or its ${MANIFEST} is damaged`);
  }
}

async function copyDatabase(folder: string, path: string, to: string): Promise<void> {
  await copyFile(join(folder, DATABASE), to).catch(() => {
    throw new CopyProblem(`${path} is no whole backup of wirewatch: it has no ${DATABASE}`);
  });
  const { default: Database } = await import('better-sqlite3');
  try {
    const connection = new Database(to);
    const answer = connection.pragma('quick_check', { simple: true });
    connection.close();
    if (answer !== 'ok') throw new Error(String(answer));
  } catch (error) {
    throw new CopyProblem(`${path} is damaged: ${DATABASE}: ${(error as Error).message}`);
  }
}
