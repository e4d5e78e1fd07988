import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { type Extract, extract, pack } from 'tar-stream';
import { CopyProblem } from './copy-store.ts';

/** What a backup is written to: a folder, or one compressed file. */
export interface BackupSink {
  bytes(name: string, bytes: Uint8Array): Promise<void>;
  file(name: string, path: string): Promise<void>;
  /** Ends a backup that is whole. */
  finish(): Promise<void>;
  /** Removes what was begun. */
  abandon(): Promise<void>;
}

/** Names that a backup may hold: whatever else an archive says is not written anywhere. */
const NAMES = /^(?:manifest\.json|wirewatch\.db|blobs\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}\.zst)$/;

export function isArchive(path: string): boolean {
  return path.endsWith('.tar.zst');
}

/**
 * Begins a backup at a path that holds nothing yet.
 * @throws CopyProblem
 */
export async function openSink(path: string): Promise<BackupSink> {
  const taken = existsSync(path) && (isArchive(path) || (await readdir(path).catch(() => ['a file'])).length > 0);
  if (taken)
    throw new CopyProblem(`${path} exists already: a backup overwrites nothing; name another file or an empty folder`);
  return isArchive(path) ? archiveSink(path) : folderSink(path);
}

async function folderSink(folder: string): Promise<BackupSink> {
  const at = async (name: string) => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    return path;
  };
  return {
    bytes: async (name, bytes) => writeFile(await at(name), bytes),
    file: async (name, path) => copyFile(path, await at(name)),
    finish: async () => undefined,
    abandon: () => rm(folder, { recursive: true, force: true }),
  };
}

async function archiveSink(path: string): Promise<BackupSink> {
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.part`;
  const archive = pack();
  const written = pipeline(archive, createZstdCompress(), createWriteStream(part));
  // A full disk is reported by `finish`, or by the entry that waits for room.
  written.catch(() => undefined);
  const entry = async (name: string, size: number, fill: (to: ReturnType<typeof archive.entry>) => Promise<void>) => {
    const done = new Promise<void>((resolve, reject) => {
      const to = archive.entry({ name, size, mode: 0o644 }, (error) => (error ? reject(error) : resolve()));
      fill(to).catch(reject);
    });
    await Promise.race([done, written.then(() => done)]);
  };
  return {
    bytes: (name, bytes) => entry(name, bytes.byteLength, async (to) => void to.end(Buffer.from(bytes))),
    file: async (name, from) => entry(name, (await stat(from)).size, (to) => pipeline(createReadStream(from), to)),
    async finish() {
      archive.finalize();
      await written;
      await rename(part, path);
    },
    async abandon() {
      archive.destroy();
      await written.catch(() => undefined);
      await rm(part, { force: true });
    },
  };
}

/**
 * Unpacks an archive into a folder.
 * @throws CopyProblem naming the archive where it is none, or is cut off
 */
export async function unpack(path: string, folder: string): Promise<void> {
  const archive = extract();
  const cut = new AbortController();
  // An archive that is cut off breaks here while an entry is still awaited or written. That entry may never hear of it, so the end of
  // the reading ends the writing too.
  const reading = pipeline(createReadStream(path), createZstdDecompress(), archive);
  const broken = reading.catch((error) => {
    cut.abort(error);
    throw error;
  });
  const writing = write(archive, folder, cut.signal);
  try {
    await Promise.all([broken, writing]);
  } catch (error) {
    archive.destroy();
    await writing.catch(() => undefined);
    throw new CopyProblem(`${path} is no whole backup of wirewatch: ${(error as Error).message}`);
  }
}

async function write(archive: Extract, folder: string, signal: AbortSignal): Promise<void> {
  const entries = archive[Symbol.asyncIterator]();
  const ended = once(signal, 'abort').then(() => Promise.reject(signal.reason));
  ended.catch(() => undefined);
  for (;;) {
    const { value: entry, done } = await Promise.race([entries.next(), ended]);
    if (done || !entry) return;
    const { name } = entry.header;
    if (!NAMES.test(name)) throw new Error(`it holds "${name}"`);
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await pipeline(entry, createWriteStream(join(folder, name)), { signal });
  }
}
