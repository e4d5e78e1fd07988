import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** An S3 server with one empty bucket, on loopback unless told otherwise. */
export interface S3Server {
  /** For BLOB_URL, without a prefix. */
  url(prefix?: string): string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  stop(): Promise<void>;
}

const BUCKET = 'wirewatch-test';

/**
 * The server that S3_ENDPOINT_TEST names (with a bucket `wirewatch-test` and AWS_* beside it), else s3rver, the one that npm installs
 * everywhere. It knows keys but does not check version 4 signatures, and it is no longer worked on, hence the switch for its old cipher.
 */
export async function startS3(address = '127.0.0.1'): Promise<S3Server> {
  const given = process.env.S3_ENDPOINT_TEST;
  if (given) {
    const { AWS_ACCESS_KEY_ID = 'test', AWS_SECRET_ACCESS_KEY = 'test' } = process.env;
    return serverAt(given, { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY }, async () => {});
  }
  const folder = mkdtempSync(join(tmpdir(), 'ww-s3-'));
  const port = await freePort();
  const home = dirname(createRequire(import.meta.url).resolve('s3rver/package.json'));
  const flags = ['-d', folder, '-p', String(port), '-a', address, '--configure-bucket', BUCKET, '--silent'];
  const server = spawn(process.execPath, ['--openssl-legacy-provider', join(home, 'bin', 's3rver.js'), ...flags], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const endpoint = `http://${address}:${port}`;
  for (let tries = 0; ; tries += 1) {
    const up = await fetch(endpoint).catch(() => null);
    if (up) break;
    if (server.exitCode !== null || tries > 300) throw new Error(`s3rver did not start: ${said}`);
    await sleep(100);
  }
  return serverAt(endpoint, { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }, async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
}

function serverAt(endpoint: string, credentials: S3Server['credentials'], stop: () => Promise<void>): S3Server {
  return {
    url: (prefix = '') => `s3://${BUCKET}${prefix && `/${prefix}`}?endpoint=${endpoint}&region=us-east-1`,
    credentials,
    stop,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
