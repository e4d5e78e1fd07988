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
}

/** What a blob store needs of a place that keeps named objects. */
export interface ObjectPlace {
  where: string;
  read(key: string): Promise<Uint8Array | null>;
  write(key: string, bytes: Uint8Array): Promise<void>;
  exists(key: string): Promise<boolean>;
  remove(key: string): Promise<void>;
  /** Keys written before an instant (epoch ms), a page at a time. */
  olderThan(instant: number): AsyncGenerator<string[]>;
}

/** Content-addressed, compressed blobs over any place. */
export function createBlobStore(place: ObjectPlace): BlobStore {
  const keyOf = (hash: string) => `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}.zst`;
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
    async *olderThan(instant) {
      for await (const keys of place.olderThan(instant)) {
        const hashes = keys.flatMap((key) => /([0-9a-f]{64})\.zst$/.exec(key)?.[1] ?? []);
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
    async *olderThan(instant) {
      for (const first of await names(folder)) {
        for (const second of await names(join(folder, first))) {
          const keys: string[] = [];
          for (const name of await names(join(folder, first, second))) {
            const key = join(first, second, name);
            const found = await stat(join(folder, key)).catch(() => null);
            if (found && found.mtimeMs < instant) keys.push(key);
          }
          if (keys.length > 0) yield keys;
        }
      }
    },
  };
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
