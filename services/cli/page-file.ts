import { open } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { LineProblem } from './jsonl.ts';

/** Bytes of a page at most, unpacked, times the room: more than twice the cleaner's own limit. A gzip of 1.5 MB can unpack to 1.5 GB. */
const MAX_BYTES = 32_000_000;

/**
 * A page's bytes out of a file, unpacked where they are gzip (by their magic bytes, whatever the name).
 * @param room how many times the usual bounds a page may take, see `pageRoom`
 * @throws LineProblem `no-file`, `too-large` or `bad-gzip`
 */
export async function readPageFile(path: string, room: number): Promise<Uint8Array> {
  const most = MAX_BYTES * room;
  const bytes = await readBounded(path, most);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(`${path}, unpacked`, most);
    throw new LineProblem('bad-gzip', `${path}: ${(error as Error).message}`);
  }
}

async function readBounded(path: string, most: number): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      if ((await file.stat()).size > most) throw tooLarge(path, most);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof LineProblem) throw error;
    throw new LineProblem('no-file', `cannot read ${path}: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`);
  }
}

function tooLarge(what: string, most: number): LineProblem {
  return new LineProblem(
    'too-large',
    `${what}: more than ${most} bytes; where pages are as large, raise WIREWATCH_MAX_PAGE_BYTES`,
  );
}
