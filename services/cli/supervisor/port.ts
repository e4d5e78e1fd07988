import { createServer } from 'node:net';
import type { Config } from '@wirewatch/shared/config.ts';

/**
 * Makes sure that the dashboard's port is free, before anything is started.
 * @returns the configuration, with the port that the system gave where it was 0
 * @throws Error naming the port and what to do
 */
export async function requirePort(config: Config): Promise<Config> {
  const { WIREWATCH_HOST: host, PORT: port } = config;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be listened on (${error.code})`;
      reject(new Error(`port ${port} on ${host} ${why}: stop that one, or choose another with --port N or PORT=N`));
    });
    probe.listen(port, host.replace(/^\[|\]$/g, ''), () => {
      const bound = probe.address();
      const PORT = typeof bound === 'object' && bound !== null ? bound.port : port;
      probe.close(() => resolve({ ...config, PORT }));
    });
  });
}
