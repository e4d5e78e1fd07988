import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** sun_path holds 104 bytes on macOS and 108 on Linux, with the closing zero. */
const LIMIT = 103;

/** The socket's place: in the folder where the name is short enough for a unix socket, else in a short temporary one. */
export function socketPath(folder: string, temporary: string = tmpdir()): string {
  const beside = join(folder, 'redis.sock');
  if (Buffer.byteLength(beside) <= LIMIT) return beside;
  // Derived from the folder, so that a second process and a later start find the same one.
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const short = Buffer.byteLength(temporary) > 60 ? '/tmp' : temporary;
  const place = join(short, `wirewatch-${process.getuid?.() ?? 0}-${key}`);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const found = lstatSync(place);
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid()) || (found.mode & 0o077) !== 0) {
    throw new Error(`${place} belongs to someone else; remove it, or choose a data folder with a shorter path`);
  }
  return join(place, 'redis.sock');
}
