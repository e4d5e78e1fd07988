import { createHash, randomUUID } from 'node:crypto';

/** Header fields in the order and spelling in which they went over the wire; a name may come more than once. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** One HTTP exchange as it is archived. */
export interface WarcExchange {
  url: string;
  /** ISO 8601; when the response began to arrive. Kept to the second. */
  fetchedAt: string;
  /** The address that answered. */
  ip: string | null;
  request: { method: string; headers: HeaderList };
  response: {
    status: number;
    statusText: string;
    headers: HeaderList;
    /** As the headers describe it: still content-encoded if they say so; transfer coding (chunks) already taken off. */
    body: Uint8Array;
  };
  /** Why the body is not whole, or null. */
  truncated: 'length' | 'time' | 'disconnect' | null;
  /** Further facts, for the metadata record: outlet, feed, hops. */
  metadata: HeaderList;
}

const CRLF = '\r\n';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * The records of one exchange, uncompressed, each to be a gzip member of its own: response, request, metadata.
 * @param responseId the id of the response's record, as {@link recordId} makes it
 */
export function exchangeRecords(exchange: WarcExchange, responseId: string): Uint8Array[] {
  const { url, fetchedAt, request, response } = exchange;
  const common: [string, string][] = [
    ['WARC-Target-URI', url.replace(/[\r\n\s]/g, encodeURIComponent)],
    ['WARC-Date', wholeSeconds(fetchedAt)],
  ];
  if (exchange.ip !== null) common.push(['WARC-IP-Address', exchange.ip]);
  const head = `HTTP/1.1 ${response.status} ${oneLine(response.statusText)}${CRLF}${httpFields(response)}${CRLF}`;
  const parsed = new URL(url);
  const requestHead = `${request.method} ${parsed.pathname}${parsed.search} HTTP/1.1${CRLF}${fieldLines(request.headers)}${CRLF}`;
  const concurrent: [string, string] = ['WARC-Concurrent-To', responseId];
  return [
    record(
      'response',
      responseId,
      [
        ...common,
        ...(exchange.truncated === null ? [] : [['WARC-Truncated', exchange.truncated] as [string, string]]),
        ['WARC-Payload-Digest', digest(response.body)],
        ['Content-Type', 'application/http; msgtype=response'],
      ],
      Buffer.concat([Buffer.from(head, 'latin1'), response.body]),
    ),
    record(
      'request',
      recordId(),
      [...common, concurrent, ['Content-Type', 'application/http; msgtype=request']],
      Buffer.from(requestHead, 'latin1'),
    ),
    record(
      'metadata',
      recordId(),
      [...common, concurrent, ['Content-Type', 'application/warc-fields']],
      Buffer.from(fieldLines(exchange.metadata)),
    ),
  ];
}

/** The record that opens each file and says what wrote it. */
export function warcinfoRecord(fileName: string, date: string, fields: HeaderList): Uint8Array {
  const block = fieldLines([...fields, ['format', 'WARC File Format 1.1']]);
  return record(
    'warcinfo',
    recordId(),
    [
      ['WARC-Date', wholeSeconds(date)],
      ['WARC-Filename', fileName],
      ['Content-Type', 'application/warc-fields'],
    ],
    Buffer.from(block),
  );
}

/** WARC digests are labelled SHA-1 in base 32: what every tool checks. It guards against damage, not against forgery. */
export function digest(bytes: Uint8Array): string {
  const hash = createHash('sha1').update(bytes).digest();
  let bits = '';
  for (const byte of hash) bits += byte.toString(2).padStart(8, '0');
  return `sha1:${(bits.match(/.{5}/g) ?? []).map((five) => BASE32[Number.parseInt(five, 2)]).join('')}`;
}

function record(
  type: string,
  id: string,
  fields: readonly (readonly [string, string])[],
  block: Uint8Array,
): Uint8Array {
  const head = fieldLines([
    ['WARC-Type', type],
    ['WARC-Record-ID', id],
    ...fields,
    ['WARC-Block-Digest', digest(block)],
    ['Content-Length', String(block.length)],
  ]);
  return Buffer.concat([Buffer.from(`WARC/1.1${CRLF}${head}${CRLF}`), block, Buffer.from(CRLF + CRLF)]);
}

/** A stored message must describe the body that stands there: chunks are gone, and the length is the stored one. */
function httpFields({ headers, body }: WarcExchange['response']): string {
  const kept = headers.filter(([name]) => !/^(?:transfer-encoding|content-length)$/i.test(name));
  return fieldLines([...kept, ['Content-Length', String(body.length)]]);
}

function fieldLines(fields: HeaderList): string {
  return fields.map(([name, value]) => `${oneLine(name)}: ${oneLine(value)}${CRLF}`).join('');
}

/** WARC 1.1 allows fractions, but tools of WARC 1.0 refuse a date that has them. */
function wholeSeconds(date: string): string {
  return new Date(date).toISOString().replace(/\.\d+Z$/, 'Z');
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

/** An id for a record, with the brackets in which WARC writes it. */
export function recordId(): string {
  return `<urn:uuid:${randomUUID()}>`;
}
