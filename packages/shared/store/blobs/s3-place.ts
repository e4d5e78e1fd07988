import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { rootMessage } from '../database/outage.ts';
import { BlobsUnavailable, type ObjectPlace } from './blobs.ts';
import type { S3Address } from './s3-url.ts';

/** Who we are to the server. */
export interface S3Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** A page of 10 MB over a slow line. */
const TIMEOUT_MS = 30_000;
const TRIES = 3;
const PAUSE_MS = 200;
/** What the server may be asked again. */
const AGAIN = new Set([408, 429, 500, 502, 503, 504]);

/** A bucket of an S3-compatible server as a place. */
export function s3Place(address: S3Address, credentials: S3Credentials): ObjectPlace {
  const { bucket, prefix, base, region } = address;
  const where = `the bucket ${bucket}${prefix ? ` (${prefix})` : ''} at ${new URL(base).host}`;
  const client = new AwsClient({ ...credentials, region, service: 's3', retries: 0 });

  const ask = async (method: string, path: string, body?: Uint8Array): Promise<Response> => {
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('hex');
    for (let attempt = 1; ; attempt += 1) {
      let problem: string;
      try {
        const response = await client.fetch(`${base}/${path}`, {
          method,
          headers: { 'x-amz-content-sha256': hash },
          ...(body ? { body: Buffer.from(body) } : {}),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        if (response.ok) return response;
        const said = await response.text();
        if (response.status === 404 && !said.includes('NoSuchBucket')) return response;
        problem = explain(response.status, said);
        if (!AGAIN.has(response.status)) throw new BlobsUnavailable(`${where}: ${problem}`);
      } catch (error) {
        if (error instanceof BlobsUnavailable) throw error;
        problem = rootMessage(error);
      }
      if (attempt >= TRIES) throw new BlobsUnavailable(`cannot reach ${where}: ${problem}`);
      await sleep(PAUSE_MS * 2 ** attempt);
    }
  };

  return {
    where,
    async read(key) {
      const response = await ask('GET', prefix + key);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    },
    async write(key, bytes) {
      await ask('PUT', prefix + key, bytes);
    },
    exists: async (key) => (await ask('HEAD', prefix + key)).ok,
    async remove(key) {
      await ask('DELETE', prefix + key);
    },
    async *list() {
      // By the last key of a page and not by a token: every server knows it, and it outlives a restart of the server.
      for (let after = ''; ; ) {
        const query = new URLSearchParams({ 'list-type': '2', prefix, ...(after ? { 'start-after': after } : {}) });
        const objects = readListing(await (await ask('GET', `?${query}`)).text());
        if (objects.length > 0) yield objects.map((object) => ({ ...object, key: object.key.slice(prefix.length) }));
        const last = objects.at(-1)?.key;
        if (last === undefined || last === after) return;
        after = last;
      }
    },
  };
}

/** The objects of a ListObjectsV2 answer. Our keys need no unescaping: hexadecimal digits, slashes and a plain prefix. */
function readListing(xml: string): Array<{ key: string; bytes: number; at: number }> {
  return [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, one]) => {
    const key = /<Key>(.*?)<\/Key>/.exec(one!)?.[1];
    const at = Date.parse(/<LastModified>(.*?)<\/LastModified>/.exec(one!)?.[1] ?? '');
    const bytes = Number(/<Size>(\d+)<\/Size>/.exec(one!)?.[1] ?? 0);
    return key === undefined || Number.isNaN(at) ? [] : [{ key, bytes, at }];
  });
}

function explain(status: number, said: string): string {
  const code = /<Code>(.*?)<\/Code>/.exec(said)?.[1];
  const answer = `the server answers ${status}${code ? ` ${code}` : ''}`;
  if (status === 401 || status === 403)
    return `${answer}; check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and the region`;
  return status === 404 ? `${answer}; make the bucket first` : answer;
}
