import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureRedisBinary, redisEnvironment } from '../../../services/cli/private-redis/binary.ts';
import { startPrivatePostgres } from '../../support/postgres.ts';
import { startS3 } from '../../support/s3.ts';

/** What the machine that keeps says when it is ready. */
export interface StoreMachineSays {
  env: Record<string, string>;
}

/**
 * Runs Redis, Postgres and an S3 server on the machine that it is started on, until it is told to stop.
 * usage: store-machine.ts ADDRESS CONNECTIONS
 */
const [address, connections] = process.argv.slice(2) as [string, string];
const REDIS_PORT = 6379;

const folder = mkdtempSync(join(tmpdir(), 'ww-keeps-'));
const hba = join(tmpdir(), `ww-hba-${process.pid}`);
writeFileSync(hba, 'host all all 0.0.0.0/0 trust\n', { mode: 0o644 });
const settings = {
  listen_addresses: `127.0.0.1,${address}`,
  hba_file: hba,
  max_connections: connections,
  // Whoever runs a bench is the server's own user, for whom some would be kept.
  superuser_reserved_connections: 0,
};
const postgres = await startPrivatePostgres({ durable: true, settings });
const binary = await ensureRedisBinary({ log: () => undefined });
const flags = [
  '--port',
  String(REDIS_PORT),
  '--bind',
  address,
  '--protected-mode',
  'no',
  '--maxmemory-policy',
  'noeviction',
];
const redis = spawn(binary.command, [...flags, '--save', '', '--dir', folder], {
  argv0: binary.argv0,
  env: redisEnvironment(binary),
  stdio: 'ignore',
});
const s3 = await startS3(address);
const databaseUrl = new URL(postgres.url);
databaseUrl.hostname = address;
process.on('message', async () => {
  redis.kill('SIGKILL');
  await s3.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(hba, { force: true });
  process.exit(0);
});
process.send?.({
  env: {
    DATABASE_URL: databaseUrl.href,
    REDIS_URL: `redis://${address}:${REDIS_PORT}`,
    BLOB_URL: s3.url(),
    AWS_ACCESS_KEY_ID: s3.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: s3.credentials.secretAccessKey,
  },
} satisfies StoreMachineSays);
