import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type Config, ConfigError } from '@wirewatch/shared/config.ts';
import { isLoopback } from './security/hosts.ts';

/** A server that listens. */
export interface Served {
  /** Where a browser finds it. */
  url: string;
  /** Ends it; streams that are open are cut. */
  close(): Promise<void>;
}

/**
 * Refuses a configuration in which anybody on the network could look and change.
 * @throws ConfigError
 */
export function requireToken(config: Config): void {
  if (config.WIREWATCH_TOKEN !== undefined || isLoopback(config.WIREWATCH_HOST)) return;
  throw new ConfigError(
    `the dashboard would be open to the network: WIREWATCH_HOST=${config.WIREWATCH_HOST} is beyond loopback and WIREWATCH_TOKEN is not set. Set WIREWATCH_TOKEN to a secret of at least 16 characters, or WIREWATCH_HOST=127.0.0.1.`,
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
