import { randomBytes } from 'node:crypto';
import {
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { wholeMembers } from './members.ts';
import { exchangeRecords, type HeaderList, recordId, type WarcExchange, warcinfoRecord } from './record.ts';

const compress = promisify(gzip);

export interface WarcWriterOptions {
  folder: string;
  /** Compressed bytes after which a new file begins; the standard recommends 1 GB, our default is {@link DEFAULT_FILE_BYTES}. */
  maxFileBytes?: number;
  /** Who wrote the file, for its warcinfo record: `software`, `robots`, `operator`, ... */
  info?: HeaderList;
  now?: () => Date;
}

/** A quarter of the standard's gigabyte: a file that is still being written is not yet backed up. */
const DEFAULT_FILE_BYTES = 256 * 1024 * 1024;
const OPEN = '.open';
const TOUCH_MS = 60_000;
/** A living writer touches its file fifteen times as often. */
export const ABANDONED_MS = 15 * TOUCH_MS;

/**
 * Appends HTTP exchanges to WARC 1.1 files, each record a gzip member of its own. A file is called `.open` while it is written, and renamed once it
 * is whole and on the disk: a name without `.open` is a complete file. Calls may overlap; the records of one exchange stay together.
 */
export class WarcWriter {
  readonly #folder: string;
  readonly #maxFileBytes: number;
  readonly #info: HeaderList;
  readonly #now: () => Date;
  #file: { handle: FileHandle; name: string; size: number } | null = null;
  #serial = 0;
  #last: Promise<unknown> = Promise.resolve();
  #touching: NodeJS.Timeout | null = null;

  constructor(options: WarcWriterOptions) {
    this.#folder = options.folder;
    this.#maxFileBytes = options.maxFileBytes ?? DEFAULT_FILE_BYTES;
    this.#info = options.info ?? [['software', 'wirewatch']];
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * Archives one exchange.
   * @returns the file (its final name), the byte offset of the response record and its id (`urn:uuid:...`)
   */
  write(exchange: WarcExchange): Promise<{ file: string; offset: number; record: string }> {
    return this.#inOrder(async () => {
      const id = recordId();
      const members = await Promise.all(exchangeRecords(exchange, id).map((record) => compress(record)));
      if (this.#file && this.#file.size >= this.#maxFileBytes) await this.#seal();
      const file = this.#file ?? (await this.#begin());
      const offset = file.size;
      const bytes = Buffer.concat(members);
      try {
        await file.handle.appendFile(bytes);
      } catch (error) {
        // A full disk leaves half a record, on which the next must not be built.
        await file.handle.truncate(offset);
        throw error;
      }
      file.size += bytes.length;
      return { file: file.name, offset, record: id.slice(1, -1) };
    });
  }

  /** Completes the file at hand. The writer may be used again. */
  close(): Promise<void> {
    return this.#inOrder(() => this.#seal());
  }

  async #begin() {
    await mkdir(this.#folder, { recursive: true });
    this.#serial += 1;
    const stamp = this.#now()
      .toISOString()
      .replace(/[-:T]|\.\d+Z/g, '');
    const name = `wirewatch-${stamp}-${String(this.#serial).padStart(5, '0')}-${ownerMark()}-${randomBytes(3).toString('hex')}.warc.gz`;
    const handle = await open(join(this.#folder, name + OPEN), 'ax');
    // Who sees the file from another host learns by its time that its writer lives, also where nothing is fetched for hours.
    this.#touching ??= setInterval(() => void this.#touch(), TOUCH_MS).unref();
    const head = await compress(warcinfoRecord(name, this.#now().toISOString(), this.#info));
    await handle.appendFile(head);
    this.#file = { handle, name, size: head.length };
    return this.#file;
  }

  async #seal(): Promise<void> {
    const file = this.#file;
    if (!file) return;
    this.#file = null;
    await file.handle.sync();
    await file.handle.close();
    if (this.#touching) clearInterval(this.#touching);
    this.#touching = null;
    await rename(join(this.#folder, file.name + OPEN), join(this.#folder, file.name)).catch((error: unknown) => {
      // One that slept for longer than a dead one is waited for finds its file completed by another.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    });
  }

  async #touch(): Promise<void> {
    const now = new Date();
    // Where the folder is away, the next time will do.
    await this.#file?.handle.utimes(now, now).catch(() => undefined);
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}

/** Host and process, so that who comes later can tell whether a file's writer still lives. */
function ownerMark(): string {
  return `${hostname().replace(/[^A-Za-z0-9]+/g, '_')}.${process.pid}`;
}

/**
 * Completes the files that a writer left `.open` when it died: what follows the last whole record is cut off. Whether a writer on this host
 * lives is asked of the system; one on another host (a pod that is gone) has touched its file within {@link ABANDONED_MS} while it lived.
 * @returns the names of the files completed
 */
export async function sealAbandoned(folder: string): Promise<string[]> {
  const sealed: string[] = [];
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const host = ownerMark().replace(/\.\d+$/, '');
  for (const name of names) {
    const owner = /-(\w+)\.(\d+)-[0-9a-f]{6}\.warc\.gz\.open$/.exec(name);
    if (!owner) continue;
    const path = join(folder, name);
    const isHeld =
      owner[1] === host ? await isWriting(Number(owner[2]), beganAt(name)) : (await ageOf(path, folder)) < ABANDONED_MS;
    if (isHeld) continue;
    try {
      await truncate(path, await wholeMembers(path));
      await rename(path, path.slice(0, -OPEN.length));
    } catch (error) {
      // Of two that start at a time one is the first.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
      throw error;
    }
    sealed.push(name.slice(0, -OPEN.length));
  }
  return sealed;
}

/** How long ago a file was last written or touched (ms), by the clock of whoever keeps the folder: those of two hosts may differ. */
async function ageOf(path: string, folder: string): Promise<number> {
  const probe = join(folder, `.clock-${randomBytes(6).toString('hex')}`);
  try {
    await writeFile(probe, '');
    const [now, then] = [await stat(probe), await stat(path)];
    return now.mtimeMs - then.mtimeMs;
  } finally {
    await rm(probe, { force: true });
  }
}

/** A file's name says when it was begun (epoch ms), to the second. */
function beganAt(name: string): number {
  const [, y, mo, d, h, mi, s] = /^wirewatch-(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)-/.exec(name) ?? [];
  return y === undefined ? Number.POSITIVE_INFINITY : Date.UTC(+y, Number(mo) - 1, +d!, +h!, +mi!, +s!);
}

/** Clocks of boot and wall drift by less. */
const DRIFT_MS = 5000;

/** Whether a process may still write a file: it lives, and lived when the file was begun. In containers each has the number of its predecessor. */
async function isWriting(pid: number, began: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const started = pid === process.pid ? Date.now() - process.uptime() * 1000 : await startedAt(pid);
  return started === null || started <= began + DRIFT_MS;
}

/** When a process of this machine started (epoch ms), as Linux tells it; null elsewhere. */
async function startedAt(pid: number): Promise<number | null> {
  try {
    const [own, machine] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'latin1'),
      readFile('/proc/stat', 'latin1'),
    ]);
    // The name stands in brackets and may hold anything; field 22 is the start in ticks of 10 ms since the boot.
    const ticks = Number(own.slice(own.lastIndexOf(')') + 2).split(' ')[19]);
    const boot = Number(/^btime (\d+)$/m.exec(machine)?.[1]);
    return boot * 1000 + ticks * 10;
  } catch {
    return null;
  }
}
