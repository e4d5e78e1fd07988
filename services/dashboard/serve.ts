import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type Config, ConfigError } from '@wirewatch/shared/config.ts';
import { isLoopback } from './security/hosts.ts';
import { tokensOf } from './security/rights.ts';

/** A server that listens. */
export interface Served {
  /** Where a browser finds it. */
  url: string;
  /** Ends it; streams that are open are cut. */
  close(): Promise<void>;
}

/**
 * Refuses a configuration in which a stranger could look and change: beyond loopback, and behind a proxy that brings the world to it,
 * on loopback too.
 * @throws ConfigError
 */
export function requireToken(config: Config): void {
  if (tokensOf(config).length > 0) return;
  const { WIREWATCH_HOST: host, WIREWATCH_PUBLIC_URL: url, WIREWATCH_PUBLIC_HOSTS: hosts } = config;
  const open = !isLoopback(host)
    ? `WIREWATCH_HOST=${host} is beyond loopback`
    : url !== undefined
      ? `WIREWATCH_PUBLIC_URL=${url} says that a proxy leads to it`
      : hosts.length > 0
        ? `WIREWATCH_PUBLIC_HOSTS=${hosts.join(',')} says that a proxy leads to it`
        : null;
  if (open === null) return;
  throw new ConfigError(
    `the dashboard would be open to the network: ${open} and WIREWATCH_TOKEN is not set. Set WIREWATCH_TOKEN to a secret of at least 16 characters, or unset that and keep WIREWATCH_HOST=127.0.0.1.`,
  );
}

/**
 * Listens on WIREWATCH_HOST and PORT.
 * @throws Error naming the port and what to do when it cannot be had
 */
export async function serve(
  config: Config,
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<Served> {
  const { WIREWATCH_HOST: host, PORT: port } = config;
  const server = createServer(getRequestListener(fetch));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be listened on (${error.code})`;
      reject(new Error(`port ${port} on ${host} ${why}: stop that one, or choose another with --port N or PORT=N`));
    });
    server.listen(port, host.replace(/^\[|\]$/g, ''), resolve);
  });
  const bound = server.address();
  const at = typeof bound === 'object' && bound !== null ? bound.port : port;
  return {
    url: `http://${host}:${at}/`,
    async close() {
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await ended;
    },
  };
}
