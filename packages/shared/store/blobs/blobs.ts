import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdCompressSync, zstdDecompress, zstdDecompressSync } from 'node:zlib';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
/** zstd's own default: HTML shrinks to about a fifth, at some 3 ms a megabyte. */
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };
/**
 * Bytes up to which a page is packed, and a packed one unpacked, where it is asked for: the way to another thread and back, in pieces of
 * 16 kB, costs half as much again (.8 ms instead of .55 a page of 150 kB, .45 instead of .2), and nobody waits for long.
 */
const AT_ONCE = 524_288;
const pack = async (bytes: Uint8Array) =>
  bytes.length <= AT_ONCE ? zstdCompressSync(bytes, LEVEL) : compress(bytes, LEVEL);
const unpack = async (packed: Uint8Array) =>
  packed.length <= AT_ONCE / 4 ? zstdDecompressSync(packed) : decompress(packed);

/** The place is away, read-only, full, or refuses us: "not now", never the page's fault. */
export class BlobsUnavailable extends Error {
  override name = 'BlobsUnavailable';
}

/** The place is there, and these bytes are not, or are others: they are to be fetched again. */
export class RawBytesLost extends Error {
  override name = 'RawBytesLost';
}

/** Where raw bytes are kept, by content: equal bytes are stored once. Written before the row that names them. */
export interface BlobStore {
  where: string;
  /** Stores bytes and returns their name: the lower-case hexadecimal SHA-256. */
  put(bytes: Uint8Array): Promise<string>;
  /**
   * @throws RawBytesLost where it is missing, empty or damaged in a place that is there; BlobsUnavailable where the place is away
   */
  get(hash: string): Promise<Uint8Array>;
  /** Resolves when the place takes and gives bytes. @throws BlobsUnavailable */
  probe(): Promise<void>;
  has(hash: string): Promise<boolean>;
  remove(hash: string): Promise<void>;
  /** Hashes of blobs written before an instant (epoch ms), some hundred at a time. */
  olderThan(instant: number): AsyncGenerator<string[]>;
  /** Every blob, some hundred at a time. */
  list(): AsyncGenerator<StoredBlob[]>;
}

/** A blob as it is kept: its compressed size in bytes, and when it was written (epoch ms). */
export interface StoredBlob {
  hash: string;
  bytes: number;
  at: number;
}

/** What a blob store needs of a place that keeps named objects. */
export interface ObjectPlace {
  where: string;
  read(key: string): Promise<Uint8Array | null>;
  write(key: string, bytes: Uint8Array): Promise<void>;
  exists(key: string): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Every object with its size in bytes and when it was written (epoch ms), a page at a time. */
  list(): AsyncGenerator<Array<{ key: string; bytes: number; at: number }>>;
}

/** Content-addressed, compressed blobs over any place. */
export function createBlobStore(place: ObjectPlace): BlobStore {
  const keyOf = (hash: string) => `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}.zst`;
  async function* list(): AsyncGenerator<StoredBlob[]> {
    for await (const objects of place.list()) {
      const blobs = objects.flatMap(({ key, bytes, at }) => {
        const hash = /([0-9a-f]{64})\.zst$/.exec(key)?.[1];
        return hash === undefined ? [] : [{ hash, bytes, at }];
      });
      if (blobs.length > 0) yield blobs;
    }
  }
  async function get(hash: string): Promise<Uint8Array> {
    const packed = await place.read(keyOf(hash));
    if (!packed) throw new RawBytesLost(`the raw bytes ${hash} are not in ${place.where}: were they cleared away?`);
    const bytes = await unpack(packed).catch(() => null);
    if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== hash) {
      const how = packed.length === 0 ? 'empty' : 'damaged: their content has another hash';
      throw new RawBytesLost(`the raw bytes ${hash} in ${place.where} are ${how}`);
    }
    return bytes;
  }
  const isWhole = (hash: string) =>
    get(hash).then(
      () => true,
      (error) => {
        if (error instanceof RawBytesLost) return false;
        throw error;
      },
    );
  return {
    where: place.where,
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      // Equal bytes come seldom; what is there is read before it is trusted, for a damaged blob is mended by its bytes alone.
      if (!(await place.exists(keyOf(hash))) || !(await isWhole(hash)))
        await place.write(keyOf(hash), await pack(bytes));
      return hash;
    },
    get,
    async probe() {
      const bytes = randomBytes(PROBE_BYTES);
      await place.write(PROBE_KEY, bytes);
      const read = await place.read(PROBE_KEY);
      if (read === null || Buffer.compare(read, bytes) !== 0)
        throw new BlobsUnavailable(`${place.where} does not give back what it was given`);
    },
    has: (hash) => place.exists(keyOf(hash)),
    remove: (hash) => place.remove(keyOf(hash)),
    list,
    async *olderThan(instant) {
      for await (const blobs of list()) {
        const hashes = blobs.filter(({ at }) => at < instant).map(({ hash }) => hash);
        if (hashes.length > 0) yield hashes;
      }
    },
  };
}

/** What a probe writes: enough that a full disk says so. */
const PROBE_BYTES = 65_536;
const PROBE_KEY = 'probe';
/** Stands in the folder from its first use on: where it is missing, a volume is away and its mount point is what we see. */
const MARK = '.wirewatch-blobs';
const UNMARKED = `it is empty and has no mark, though raw pages were kept: is its volume mounted? One that is meant to be new is said to be so by a file ${MARK}`;

export interface FolderPlace extends ObjectPlace {
  /** Makes the folder where there is none, and marks it; what uses it does so by itself. */
  begin(): Promise<void>;
}

/**
 * A folder as a place. Files appear whole and are on the disk before they count: written beside, synced, renamed, the folder synced. Every
 * error of the folder itself is a BlobsUnavailable.
 * @param isExpected whether raw pages were kept already: then a folder that is empty and unmarked is a mount point, and not begun anew
 */
export function folderPlace(folder: string, isExpected: () => Promise<boolean> = async () => false): FolderPlace {
  const where = `the folder ${folder}`;
  const missing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
  const away = (error: unknown): never => {
    throw new BlobsUnavailable(`${where} cannot be used: ${(error as Error).message}`, { cause: error });
  };
  let marked: Promise<void> | null = null;
  const mark = async () => {
    const held = await names(folder);
    if (held.includes(MARK)) return;
    // Folders of versions that made no mark have their blobs.
    if (!held.some((name) => /^[0-9a-f]{2}$/.test(name)) && (await isExpected())) throw new Error(UNMARKED);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, MARK), 'raw pages of wirewatch\n', { flag: 'a', mode: 0o600 });
  };
  /** Once a process: the folder is made where there is none, and marked. */
  const begin = () => {
    marked ??= mark().catch((error) => {
      marked = null;
      return away(error);
    });
    return marked;
  };
  const present = () =>
    stat(join(folder, MARK)).then(
      () => undefined,
      (error) => away(missing(error) ? new Error('it has lost its mark: is its volume mounted?') : error),
    );
  return {
    where,
    begin,
    async read(key) {
      await begin();
      return readFile(join(folder, key)).catch(async (error) => {
        if (!missing(error)) return away(error);
        await present();
        return null;
      });
    },
    async write(key, bytes) {
      await begin();
      await present();
      const path = join(folder, key);
      const beside = `${path}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
      try {
        await makeFolder(dirname(path), folder);
        await writeFile(beside, bytes, { flush: true, mode: 0o600 });
        await rename(beside, path);
        await sync(dirname(path));
      } catch (error) {
        await unlink(beside).catch(() => undefined);
        away(error);
      }
      // A volume that went away meanwhile: what was written lies in its mount point.
      await present();
    },
    async exists(key) {
      await begin();
      return stat(join(folder, key)).then(
        () => true,
        async (error) => {
          if (!missing(error)) return away(error);
          await present();
          return false;
        },
      );
    },
    async remove(key) {
      await unlink(join(folder, key)).catch((error) => {
        if (!missing(error)) throw error;
      });
    },
    async *list() {
      for (const first of await names(folder)) {
        for (const second of await names(join(folder, first))) {
          const objects: Array<{ key: string; bytes: number; at: number }> = [];
          for (const name of await names(join(folder, first, second))) {
            const key = join(first, second, name);
            const found = await stat(join(folder, key)).catch(() => null);
            if (found) objects.push({ key, bytes: found.size, at: found.mtimeMs });
          }
          if (objects.length > 0) yield objects;
        }
      }
    },
  };
}

/**
 * Makes a folder and those above it, but not `top`, which may have gone away. One by one: where the disk is read-only, making them all at
 * once says that they are not there (ENOENT).
 */
async function makeFolder(path: string, top: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    const above = dirname(path);
    if (code !== 'ENOENT' || above === top) throw error;
    await makeFolder(above, top);
    await makeFolder(path, above);
  }
}

/** A rename is on the disk when its folder is. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
