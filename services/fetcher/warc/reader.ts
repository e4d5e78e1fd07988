import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { ByteQueue } from './byte-queue.ts';
import { readResponse } from './http-message.ts';
import { digest, type HeaderList } from './record.ts';

/** A page out of an archive. */
export interface ArchivedPage {
  url: string;
  /** The record's own id (`urn:uuid:...`); null where it has none. */
  record: string | null;
  /** ISO 8601, the archive's own date. */
  fetchedAt: string;
  status: number;
  headers: HeaderList;
  /** Without chunks and content coding. */
  body: Uint8Array;
}

/** Something in an archive that could not be replayed. */
export interface ArchiveProblem {
  kind: 'truncated' | 'damaged' | 'too-large' | 'digest' | 'not-http' | 'revisit';
  message: string;
}

export interface ReadOptions {
  /** Called for each record that is passed over; nothing is dropped in silence. */
  onProblem?: (problem: ArchiveProblem) => void;
  /** How many times the usual bounds a page may take, see `pageRoom`; default 1. */
  room?: number;
}

/** Blocks past this, times the room, are passed over: pages are under 10 MB, and films and disk images stand in general archives, too. */
const BLOCK_BYTES = 64 * 1024 * 1024;
const MAX_LINE = 64 * 1024;
const MAX_FIELDS = 200;

/**
 * The pages of a WARC file of any version and any crawler, plain or gzip, in the file's order: its `response` records, and its `resource` records as
 * answers of status 200. What cannot be replayed is told to `onProblem`; a file that was cut off gives all its whole records.
 */
export async function* readWarc(path: string, options: ReadOptions = {}): AsyncGenerator<ArchivedPage> {
  const { onProblem = () => undefined, room = 1 } = options;
  for await (const { fields, block } of readRecords(bytesOf(path, onProblem), options)) {
    const type = fields.get('warc-type')?.toLowerCase();
    const url = fields.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1');
    if (type === 'revisit')
      onProblem({ kind: 'revisit', message: `${url}: the body stands in another record (revisit)` });
    if (!url || (type !== 'response' && type !== 'resource')) continue;
    if (!/^https?:/i.test(url)) {
      onProblem({ kind: 'not-http', message: `${url}: no web address` });
      continue;
    }
    const record = fields.get('warc-record-id')?.replace(/^<(.*)>$/, '$1') ?? null;
    const fetchedAt = isoDate(fields.get('warc-date'));
    if (type === 'resource') {
      const contentType = fields.get('content-type');
      const headers: HeaderList = contentType ? [['Content-Type', contentType]] : [];
      yield { url, record, fetchedAt, status: 200, headers, body: block };
      continue;
    }
    const response = readResponse(block, room);
    if (response) yield { url, record, fetchedAt, ...response };
    else onProblem({ kind: 'not-http', message: `${url}: the response record holds no HTTP message` });
  }
}

interface WarcRecord {
  fields: ReadonlyMap<string, string>;
  block: Buffer;
}

async function* readRecords(source: AsyncIterable<Uint8Array>, options: ReadOptions): AsyncGenerator<WarcRecord> {
  const { onProblem = () => undefined, room = 1 } = options;
  const maxBlockBytes = BLOCK_BYTES * room;
  const queue = new ByteQueue(source);
  let lost = false;
  try {
    for (;;) {
      const line = await queue.line(MAX_LINE);
      if (line === null) return;
      if (!/^WARC\/\d/.test(line)) {
        if (line !== '' && !lost)
          onProblem({ kind: 'damaged', message: `no record begins at "${line.slice(0, 40)}"; looking for the next` });
        lost ||= line !== '';
        continue;
      }
      lost = false;
      const fields = await readFields(queue);
      const length = Number(fields.get('content-length'));
      const url = fields.get('warc-target-uri') ?? fields.get('warc-type');
      if (!Number.isSafeInteger(length) || length < 0) {
        onProblem({ kind: 'damaged', message: `${url}: a record without a length` });
        continue;
      }
      if (length > maxBlockBytes) {
        onProblem({ kind: 'too-large', message: `${url}: ${length} bytes, at most ${maxBlockBytes} are replayed` });
        if (!(await queue.skip(length))) return;
        continue;
      }
      const block = await queue.take(length);
      if (block.length < length) {
        onProblem({ kind: 'truncated', message: `${url}: the file ends within the record` });
        return;
      }
      const expected = fields.get('warc-block-digest');
      if (
        expected?.toLowerCase().startsWith('sha1:') &&
        expected.length === 37 &&
        digest(block).toLowerCase() !== expected.toLowerCase()
      ) {
        onProblem({ kind: 'digest', message: `${url}: the block does not match its digest` });
        continue;
      }
      yield { fields, block };
    }
  } finally {
    await queue.close();
  }
}

async function readFields(queue: ByteQueue): Promise<Map<string, string>> {
  const fields = new Map<string, string>();
  let last = '';
  for (let count = 0; count < MAX_FIELDS; count += 1) {
    const line = await queue.line(MAX_LINE);
    if (line === null || line === '') break;
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) && last !== '') fields.set(last, `${fields.get(last)} ${line.trim()}`);
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      fields.set(last, line.slice(colon + 1).trim());
    }
  }
  return fields;
}

/** A file's bytes, decompressed where they are gzip by their first two; a compressed file that breaks off ends there. */
async function* bytesOf(path: string, onProblem: (problem: ArchiveProblem) => void): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const chunks = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await chunks.next();
  if (first.done) return;
  const whole = rejoin(first.value, chunks);
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* whole;
    return;
  }
  const gunzip = createGunzip();
  const fed = feed(whole, gunzip);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('Z_')) throw error;
    onProblem({
      kind: code === 'Z_BUF_ERROR' ? 'truncated' : 'damaged',
      message: `${path}: ${(error as Error).message}`,
    });
  } finally {
    gunzip.destroy();
    file.destroy();
    await fed;
  }
}

async function* rejoin(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function feed(source: AsyncIterable<Buffer>, into: ReturnType<typeof createGunzip>): Promise<void> {
  try {
    for await (const chunk of source) {
      if (into.destroyed) return;
      if (!into.write(chunk)) {
        await new Promise<void>((resolve) => {
          into
            .once('drain', resolve)
            .once('close', resolve)
            .once('error', () => resolve());
        });
      }
    }
    into.end();
  } catch (error) {
    into.destroy(error as Error);
  }
}

/** WARC dates are ISO 8601 already, in old files also fourteen digits. */
function isoDate(written: string | undefined): string {
  const digits = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(written ?? '');
  if (digits) return `${digits[1]}-${digits[2]}-${digits[3]}T${digits[4]}:${digits[5]}:${digits[6]}.000Z`;
  const time = Date.parse(written ?? '');
  return Number.isNaN(time) ? new Date(0).toISOString() : new Date(time).toISOString();
}
