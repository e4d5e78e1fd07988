import { createServer } from 'node:net';
import type { Config } from '@wirewatch/shared/config.ts';

/**
 * Makes sure that the dashboard's port is free, before anything is started.
 * @throws Error naming the port and what to do
 */
export async function requirePort(config: Config): Promise<void> {
  const { WIREWATCH_HOST: host, PORT: port } = config;
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is in use by another program' : `cannot be listened on (${error.code})`;
      reject(new Error(`port ${port} on ${host} ${why}: stop that one, or choose another with --port N or PORT=N`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
