import type { SampleWeb } from '../sample-web/server.ts';

/** The demo never touches what is yours: its own store, its own Redis, and only loopback can be reached. */
export function demoEnvironment(web: SampleWeb): Record<string, string> {
  return {
    DATABASE_URL: '',
    REDIS_URL: '',
    BLOB_URL: '',
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: web.hosts.map((host) => `${host}:80:127.0.0.1:${web.port}`).join(','),
    WIREWATCH_HOST_GAP_MS: '10',
  };
}
