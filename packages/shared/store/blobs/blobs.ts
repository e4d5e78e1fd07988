import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
/** zstd's own default: HTML shrinks to about a fifth, at some 3 ms a megabyte. */
const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/** Where raw bytes are kept, by content: equal bytes are stored once. Written before the row that names them. */
export interface BlobStore {
  where: string;
  /** Stores bytes and returns their name: the lower-case hexadecimal SHA-256. */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws Error naming the blob and the place where it is missing or broken */
  get(hash: string): Promise<Uint8Array>;
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
  return {
    where: place.where,
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (!(await place.exists(keyOf(hash)))) await place.write(keyOf(hash), await compress(bytes, LEVEL));
      return hash;
    },
    async get(hash) {
      const packed = await place.read(keyOf(hash));
      if (!packed) throw new Error(`the raw bytes ${hash} are not in ${place.where}: were they cleared away?`);
      const bytes = await decompress(packed);
      if (createHash('sha256').update(bytes).digest('hex') !== hash) {
        throw new Error(`the raw bytes ${hash} in ${place.where} are damaged: their content has another hash`);
      }
      return bytes;
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

/** A folder as a place. Files appear whole: written beside, then renamed. */
export function folderPlace(folder: string): ObjectPlace {
  const missing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
  return {
    where: `the folder ${folder}`,
    async read(key) {
      return readFile(join(folder, key)).catch((error) => {
        if (missing(error)) return null;
        throw error;
      });
    },
    async write(key, bytes) {
      const path = join(folder, key);
      await mkdir(dirname(path), { recursive: true });
      const beside = `${path}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
      await writeFile(beside, bytes);
      await rename(beside, path);
    },
    exists: (key) =>
      stat(join(folder, key)).then(
        () => true,
        (error) => {
          if (missing(error)) return false;
          throw error;
        },
      ),
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

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
