import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import { mendHead } from './head-mender.ts';

/** An answer that a strict reader would wait for in vain. */
export class LenientMatter extends Error {
  override name = 'LenientMatter';
}

/** What a strict reader finds wrong although curl and browsers read it: lines, lengths and characters, not what is said. */
export function isLenientMatter(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    error instanceof LenientMatter ||
    // What ended too early is cut short, however it is read.
    (error.name === 'HTTPParserError' && code !== 'HPE_INVALID_EOF_STATE') ||
    code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ||
    // So undici says that an answer was announced by another one (100) although none was asked for.
    (code === 'UND_ERR_SOCKET' && (error.message === 'bad response' || isLenientMatter(error.cause)))
  );
}

/** Times in milliseconds, sizes in bytes. */
interface LenientOptions {
  headers: Record<string, string>;
  signal: AbortSignal;
  headersTimeoutMs: number;
  /** Longest silence within the body. */
  idleTimeoutMs: number;
  maxHeaderBytes: number;
}

/**
 * One request whose head is mended and which Node's lenient parser reads: folded headers, blanks before a colon, control characters in
 * values, a length said twice or beside chunks, bare line feeds. The
 * connection is made by the same guarded connector, is used once and closed: what makes such answers dangerous, a second reader of the
 * same connection, is not there.
 */
export function lenientRequest(
  connect: buildConnector.connector,
  url: URL,
  options: LenientOptions,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const wanted = {
      protocol: url.protocol,
      hostname: url.hostname,
      host: url.host,
      port: url.port,
      servername: url.hostname.replace(/^\[|\]$/g, ''),
      localAddress: null,
    } as unknown as buildConnector.Options;
    let socket: Socket | null = null;
    const sent = request({
      method: 'GET',
      path: url.pathname + url.search,
      headers: { host: url.host, ...options.headers, connection: 'close' },
      signal: options.signal,
      insecureHTTPParser: true,
      maxHeaderSize: options.maxHeaderBytes,
      // TLS is the connector's matter, as is the address.
      createConnection: (_, done) => {
        connect(wanted, (error, made) => {
          if (error) return done(error, undefined as never);
          socket = made as Socket;
          done(null, mendHead(socket, options.maxHeaderBytes));
        });
        return undefined;
      },
    });
    const timer = setTimeout(
      () => sent.destroy(Object.assign(new Error('no headers in time'), { code: 'UND_ERR_HEADERS_TIMEOUT' })),
      options.headersTimeoutMs,
    );
    sent.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    sent.on('response', (response) => {
      clearTimeout(timer);
      const silent = () =>
        response.destroy(Object.assign(new Error('the body stopped coming'), { code: 'UND_ERR_BODY_TIMEOUT' }));
      socket?.setTimeout(options.idleTimeoutMs, silent);
      resolve(response);
    });
    sent.end();
  });
}
