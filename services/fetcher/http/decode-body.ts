import type { Readable, Transform } from 'node:stream';
import {
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
  inflateRawSync,
} from 'node:zlib';

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
  const labels = parseLabels(contentEncoding);
  const outer = await decodeLayer(stream, labels.at(-1), maxBytes, over);
  if (labels.length < 2) return outer;
  // The inner layer is bounded by itself: a bomb of two layers has to pass the limit twice.
  const inner = await decodeLayer([Buffer.from(outer.body)], labels[0], maxBytes, over);
  return { ...inner, transferredBytes: outer.transferredBytes, cut: outer.cut || inner.cut };
}

async function decodeLayer(
  stream: AsyncIterable<Buffer> | Iterable<Buffer>,
  label: string | undefined,
  maxBytes: number,
  over: 'fail' | 'cut',
): Promise<ReadBytes> {
  const chunks: Buffer[] = [];
  let transferredBytes = 0;
  let bytes = 0;
  let coding = (label === undefined ? 'identity' : null) as Coding | null;
  let held: Buffer | null = null;
  /** As they came, in case that rubbish stands behind a gzip's end. */
  const raw: Buffer[] = [];
  let decoder: Transform | null = null;
  const take = (chunk: Buffer): void => {
    const room = maxBytes - bytes;
    bytes += chunk.length;
    chunks.push(chunk.subarray(0, room));
    if (chunk.length > room) throw new BodyError('too-large', `more than ${maxBytes} decoded bytes`);
  };
  const decode = async (chunk: Buffer): Promise<void> => {
    coding ??= sniffCoding(label!, chunk);
    if (coding === 'identity') return take(chunk);
    if (transferredBytes > maxBytes) throw new BodyError('too-large', `more than ${maxBytes} bytes`);
    decoder ??= createDecoder(coding, chunk, take);
    await writeTo(decoder, chunk);
  };
  try {
    for await (const chunk of stream) {
      transferredBytes += chunk.length;
      if (coding === null || coding === 'gzip') raw.push(chunk);
      const known: Buffer = held === null ? chunk : Buffer.concat([held, chunk]);
      held = coding === null && known.length < SNIFFED ? known : null;
      if (held === null) await decode(known);
    }
    if (held !== null) await decode(held);
    if (decoder !== null) await endOf(decoder);
  } catch (error) {
    (decoder as Transform | null)?.destroy();
    if (isGuess(coding, label) && (error as BodyError).kind !== 'too-large') throw neither(label!);
    if (coding === 'gzip' && isRubbishAfter(error)) {
      const body = firstMember(Buffer.concat(raw), maxBytes);
      if (body !== null) return { body, transferredBytes, cut: false };
    }
    if (over === 'fail' || !(error instanceof BodyError) || error.kind !== 'too-large') throw error;
    return { body: Buffer.concat(chunks), transferredBytes, cut: true };
  }
  if (isGuess(coding, label) && !isText(chunks[0] ?? Buffer.alloc(0))) throw neither(label!);
  return { body: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks), transferredBytes, cut: false };
}

type Coding = 'identity' | 'gzip' | 'deflate' | 'br' | 'zstd';

const CODINGS = new Map<string, Coding>([
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['deflate', 'deflate'],
  ['br', 'br'],
  ['zstd', 'zstd'],
]);
/** Bytes by which a coding is told from plain text. */
const SNIFFED = 4;
/** A server that compresses what its proxy compresses again makes two layers; nobody makes more by honest means. */
const MOST_LAYERS = 2;

/** The codings in the order in which they were applied; labels that name none are dropped beside one that does. */
function parseLabels(header: string | undefined): string[] {
  const names = (header ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  const known = names.filter((name) => CODINGS.has(name));
  if (known.length > MOST_LAYERS) throw new BodyError('encoding', `several content codings: ${known.join(', ')}`);
  return known.length > 0 ? known : names.slice(0, 1);
}

/**
 * The coding that the bytes are in, which the label only says: servers announce gzip over plain bytes, and put charsets and words of their
 * own where a coding belongs. Compressed bytes open by their magic numbers, text by characters.
 * @throws BodyError where the label names no coding and the bytes are no text
 */
function sniffCoding(label: string, head: Buffer): Coding {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head.length >= SNIFFED && head.readUInt32LE(0) === 0xfd2fb528) return 'zstd';
  const coding = CODINGS.get(label);
  if (/^(?:\xef\xbb\xbf)?\s*(?:<[!?/A-Za-z]|[{[]\s*["{\]}]|$)/.test(head.toString('latin1', 0, 64))) return 'identity';
  if (coding === 'gzip' || coding === 'zstd') {
    if (isText(head)) return 'identity';
    // Another coding than the label says: deflate opens by a number that 31 divides (RFC 1950), br by nothing, so it is tried last.
    return isZlib(head) ? 'deflate' : 'br';
  }
  if (coding !== undefined) return coding;
  if (isText(head)) return 'identity';
  throw new BodyError('encoding', `unknown content coding ${label.slice(0, 40)}, and the bytes are no text`);
}

/** Whether br was tried for want of any sign: then its failure says only that the label lied. */
function isGuess(coding: Coding | null, label: string | undefined): boolean {
  return coding === 'br' && CODINGS.get(label ?? '') !== 'br';
}

function neither(label: string): BodyError {
  return new BodyError('encoding', `labelled ${label}, but neither that nor text`);
}

function isZlib(head: Buffer): boolean {
  return head.length >= 2 && (head[0]! & 0x0f) === 8 && head.readUInt16BE(0) % 31 === 0;
}

/** No control characters but those of lines and tabs; UTF-16 opens with its mark. */
function isText(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  return !/[\x00-\x08\x0b\x0e-\x1f]/.test(head.toString('latin1', 0, 512));
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

/** zlib's words for a member's head that is none. Damage within a member has other ones. */
function isRubbishAfter(error: unknown): boolean {
  return error instanceof BodyError && error.kind === 'encoding' && error.message.endsWith('incorrect header check');
}

/** What the first member of a gzip holds, whatever follows it; null where it has no readable head or holds too much. */
function firstMember(bytes: Buffer, maxBytes: number): Buffer | null {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8);
  for (const name of [8, 16]) if (flags & name) at = bytes.indexOf(0, at) + 1;
  if (flags & 2) at += 2;
  try {
    return inflateRawSync(bytes.subarray(at), { maxOutputLength: maxBytes });
  } catch {
    return null;
  }
}

function asBodyError(error: NodeJS.ErrnoException): BodyError {
  if (error instanceof BodyError) return error;
  if (error.code === 'Z_BUF_ERROR') return new BodyError('truncated', 'the compressed body ends before its end');
  return new BodyError('encoding', `the body is not in its content coding: ${error.message}`);
}
