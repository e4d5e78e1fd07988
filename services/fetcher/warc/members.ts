import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';

/** A gzip member as our writer makes it: the bare ten-byte header, deflate, checksum and length. */
const HEADER = 10;
const TRAILER = 8;

/** Bytes of a gzip file of our writer's that are whole members: where a file that was torn off can be cut clean. */
export async function wholeMembers(path: string): Promise<number> {
  const { size } = await stat(path);
  let whole = 0;
  while (whole + HEADER < size) {
    const length = await deflateLength(path, whole + HEADER);
    if (length === null || whole + HEADER + length + TRAILER > size) break;
    whole += HEADER + length + TRAILER;
  }
  return whole;
}

/** Compressed bytes from `start` to the end of the deflate stream, or null where it does not end or is damaged. */
function deflateLength(path: string, start: number): Promise<number | null> {
  return new Promise((resolve) => {
    const source = createReadStream(path, { start });
    const inflate = createInflateRaw();
    const finish = (length: number | null) => {
      source.destroy();
      inflate.destroy();
      resolve(length);
    };
    inflate.on('data', () => undefined);
    inflate.on('end', () => finish(inflate.bytesWritten));
    inflate.on('error', () => finish(null));
    source.on('error', () => finish(null));
    source.pipe(inflate);
  });
}
