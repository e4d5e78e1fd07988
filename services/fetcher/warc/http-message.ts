import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import type { HeaderList } from './record.ts';

/** An HTTP response as an archive holds it, its body without chunks and content coding. */
export interface StoredResponse {
  status: number;
  /** As stored, content coding included. */
  headers: HeaderList;
  body: Uint8Array;
}

/** Bytes of a body after decompression, times the room: past this it is no page, but a bomb or a film. */
const MAX_DECODED = 64 * 1024 * 1024;

/**
 * Reads the block of a response record, or gives null where it is no HTTP message.
 * @param room how many times the usual bounds a page may take
 */
export function readResponse(block: Buffer, room: number): StoredResponse | null {
  const crlf = block.indexOf('\r\n\r\n');
  const lf = block.indexOf('\n\n');
  const bare = crlf < 0 || (lf >= 0 && lf < crlf);
  const end = bare ? lf : crlf;
  const head = block.toString('latin1', 0, end < 0 ? block.length : end);
  const [first = '', ...lines] = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(first)?.[1];
  if (status === undefined) return null;
  const headers = lines.flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const] : [];
  });
  const body = end < 0 ? Buffer.alloc(0) : block.subarray(end + (bare ? 2 : 4));
  return { status: Number(status), headers, body: decoded(body, headers, MAX_DECODED * room) };
}

/** The last value of a header field, lower case name. */
function headerOf(headers: HeaderList, name: string): string | null {
  return headers.findLast(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}

/** Crawlers keep bodies as they came, or decoded with the old headers left: where a coding does not fit, the bytes are taken as they are. */
function decoded(body: Buffer, headers: HeaderList, maxOutputLength: number): Buffer {
  let bytes = /chunked/i.test(headerOf(headers, 'transfer-encoding') ?? '') ? (dechunked(body) ?? body) : body;
  const codings = (headerOf(headers, 'content-encoding') ?? '').toLowerCase().split(',');
  for (const coding of codings.reverse()) {
    const decode = DECODERS.get(coding.trim());
    if (!decode) continue;
    try {
      bytes = decode(bytes, { maxOutputLength });
    } catch {
      return bytes;
    }
  }
  return bytes;
}

type Decode = (bytes: Buffer, options: { maxOutputLength: number }) => Buffer;
const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['br', brotliDecompressSync],
  ['zstd', zstdDecompressSync],
  // "deflate" is zlib by the standard and raw deflate on some servers; the first nibble of zlib's header is 8.
  ['deflate', (bytes, options) => (((bytes[0] ?? 0) & 0xf) === 8 ? inflateSync : inflateRawSync)(bytes, options)],
]);

function dechunked(body: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\n', at);
    if (end < 0) return null;
    const size = /^([0-9a-f]{1,8})\s*(?:;.*)?\r?$/i.exec(body.toString('latin1', at, end))?.[1];
    if (size === undefined) return null;
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    parts.push(body.subarray(end + 1, end + 1 + length));
    at = end + 1 + length;
    if (at > body.length) return null;
    if (body[at] === 0x0d) at += 1;
    if (body[at] === 0x0a) at += 1;
  }
}
