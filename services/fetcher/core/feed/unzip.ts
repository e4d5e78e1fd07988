import { gunzipSync } from 'node:zlib';
import { FeedError } from './feed-error.ts';

/**
 * A document's bytes without the gzip in which sitemaps are stored (`sitemap.xml.gz`, not a coding of the transfer).
 * @throws FeedError `too-large` past `maxBytes`, `not-text` where the gzip is damaged
 */
export function unzipped(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes.length > maxBytes) throw tooLarge(maxBytes, `${bytes.length} bytes`);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge(maxBytes, 'more, decompressed');
    throw new FeedError('not-text', `the gzip of the document is damaged: ${(error as Error).message}`);
  }
}

function tooLarge(maxBytes: number, found: string): FeedError {
  return new FeedError('too-large', `the document has ${found}; at most ${maxBytes} bytes are read as a feed`);
}
