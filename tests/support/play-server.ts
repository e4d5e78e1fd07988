import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server saw it. */
export interface SeenRequest {
  method: string;
  path: string;
  host: string;
  headers: IncomingHttpHeaders;
  /** performance.now() */
  at: number;
}

/** A local server that plays conditions: a handler a path, every request remembered. */
export interface PlayServer {
  port: number;
  origin: string;
  seen: SeenRequest[];
  /** Connections accepted so far. */
  connections(): number;
  /** Plays `handler` for a path (without query); it may be replaced at any time. */
  play(path: string, handler: (request: IncomingMessage, response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** Starts one on a free port of a loopback address. Paths that nobody plays answer 404. */
export async function startPlayServer(address = '127.0.0.1'): Promise<PlayServer> {
  const handlers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const seen: SeenRequest[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/\?.*$/, '');
    const { headers } = request;
    seen.push({ method: request.method ?? '', path, host: headers.host ?? '', headers, at: performance.now() });
    const handler = handlers.get(path);
    if (handler !== undefined) handler(request, response);
    else response.writeHead(404).end();
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://${address}:${port}`,
    seen,
    connections: () => connections,
    play: (path, handler) => handlers.set(path, handler),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
