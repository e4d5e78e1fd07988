import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';

/** What is sent as Accept-Encoding. */
export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd';

/** Why a body could not be read; the kind is one of the failure kinds. */
export class BodyError extends Error {
  override name = 'BodyError';
  readonly kind: 'too-large' | 'encoding' | 'truncated';
  constructor(kind: 'too-large' | 'encoding' | 'truncated', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** What was read of a body; `cut`: there was more. */
export interface ReadBytes {
  body: Uint8Array;
  /** Before decoding. */
  transferredBytes: number;
  cut: boolean;
}

/**
 * Reads a body to its end and decodes it on the way. As soon as more than `maxBytes` have come, decoded or not, what is
 * still to come is not read: `over` says whether that is an error (a BodyError is thrown) or whether the beginning
 * serves. Errors of the stream itself pass through.
 */
export async function readBody(
  stream: Readable,
  contentEncoding: string | undefined,
  maxBytes: number,
  over: 'fail' | 'cut',
): Promise<ReadBytes> {
  const coding = parseCoding(contentEncoding);
  const chunks: Buffer[] = [];
  let transferredBytes = 0;
  let bytes = 0;
  let decoder: Transform | null = null;
  const take = (chunk: Buffer): void => {
    const room = maxBytes - bytes;
    bytes += chunk.length;
    chunks.push(chunk.subarray(0, room));
    if (chunk.length > room) throw new BodyError('too-large', `more than ${maxBytes} decoded bytes`);
  };
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      transferredBytes += chunk.length;
      if (coding === 'identity') take(chunk);
      else {
        if (transferredBytes > maxBytes) throw new BodyError('too-large', `more than ${maxBytes} bytes`);
        decoder ??= createDecoder(coding, chunk, take);
        await writeTo(decoder, chunk);
      }
    }
    if (decoder !== null) await endOf(decoder);
  } catch (error) {
    decoder?.destroy();
    if (over === 'fail' || !(error instanceof BodyError) || error.kind !== 'too-large') throw error;
    return { body: Buffer.concat(chunks), transferredBytes, cut: true };
  }
  return { body: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks), transferredBytes, cut: false };
}

type Coding = 'identity' | 'gzip' | 'deflate' | 'br' | 'zstd';

/** More than one coding is refused: no honest server nests them, and each layer multiplies a bomb. */
function parseCoding(header: string | undefined): Coding {
  const names = (header ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > 1) throw new BodyError('encoding', `several content codings: ${names.join(', ')}`);
  const name = names[0] ?? 'identity';
  if (name === 'x-gzip') return 'gzip';
  if (name === 'identity' || name === 'gzip' || name === 'deflate' || name === 'br' || name === 'zstd') return name;
  throw new BodyError('encoding', `unknown content coding ${name}`);
}

/** The decoder's first error, so that a write that waits can be told of it. */
const faults = new WeakMap<Transform, Error>();

function createDecoder(coding: Coding, first: Buffer, take: (chunk: Buffer) => void): Transform {
  const decoder = build(coding, first);
  decoder.on('data', (chunk: Buffer) => {
    try {
      take(chunk);
    } catch (error) {
      decoder.destroy(error as Error);
    }
  });
  decoder.on('error', (error) => faults.set(decoder, error));
  return decoder;
}

function build(coding: Coding, first: Buffer): Transform {
  if (coding === 'gzip') return createGunzip();
  if (coding === 'br') return createBrotliDecompress();
  if (coding === 'zstd') return createZstdDecompress();
  // RFC 1950: the low four bits of the first byte are 8 and the high four at most 7. Servers that send raw deflate
  // (RFC 1951) under the same name are common enough that every browser tells them apart this way.
  const cmf = first[0] ?? 0;
  return (cmf & 0x0f) === 8 && cmf >> 4 <= 7 ? createInflate() : createInflateRaw();
}

function writeTo(decoder: Transform, chunk: Buffer): Promise<void> {
  return settle(decoder, (done) => {
    if (decoder.write(chunk)) done();
    else decoder.once('drain', done);
  });
}

function endOf(decoder: Transform): Promise<void> {
  return settle(decoder, (done) => {
    decoder.once('end', done);
    decoder.end();
  });
}

function settle(decoder: Transform, act: (done: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const fault = faults.get(decoder);
    if (fault !== undefined) return reject(asBodyError(fault));
    const fail = (error: Error): void => reject(asBodyError(error));
    decoder.once('error', fail);
    act(() => {
      decoder.off('error', fail);
      resolve();
    });
  });
}

function asBodyError(error: NodeJS.ErrnoException): BodyError {
  if (error instanceof BodyError) return error;
  if (error.code === 'Z_BUF_ERROR') return new BodyError('truncated', 'the compressed body ends before its end');
  return new BodyError('encoding', `the body is not in its content coding: ${error.message}`);
}
