import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type S3Server, startS3 } from '../../../../tests/support/s3.ts';
import { makeSmallDisk } from '../../../../tests/support/small-disk.ts';
import { describeConfig, readConfig } from '../../config.ts';
import { openStore } from '../database/open.ts';
import { isOutage } from '../database/outage.ts';
import {
  type BlobStore,
  BlobsUnavailable,
  createBlobStore,
  folderPlace,
  type ObjectPlace,
  RawBytesLost,
} from './blobs.ts';
import { openBlobs } from './open-blobs.ts';
import { s3Place } from './s3-place.ts';
import { parseS3Url } from './s3-url.ts';

let folder: string;
let server: S3Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-blobs-'));
  server = await startS3();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.stop();
});

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (found: Uint8Array) => new TextDecoder().decode(found);

describe.each(['folder', 's3', 's3 with a prefix'] as const)('blobs in a %s', (kind) => {
  let place: ObjectPlace;
  let blobs: BlobStore;
  beforeAll(() => {
    const prefix = kind === 's3' ? '' : `raw/${Date.now()}`;
    place = kind === 'folder' ? folderPlace(folder) : s3Place(parseS3Url(server.url(prefix))!, server.credentials);
    blobs = createBlobStore(place);
  });

  test('bytes are kept under their hash, once, and cleared away', async () => {
    const hash = await blobs.put(bytes('<p>Truce'));
    expect(await blobs.put(bytes('<p>Truce'))).toBe(hash);
    expect(await blobs.has(hash)).toBe(true);
    expect(text(await blobs.get(hash))).toBe('<p>Truce');
    await blobs.remove(hash);
    await blobs.remove(hash);
    expect(await blobs.has(hash)).toBe(false);
    await expect(blobs.get(hash)).rejects.toThrow(/are not in the (folder|bucket)/);
  });

  test('an empty page and one of a megabyte', async () => {
    const large = new Uint8Array(1_000_000).map((_, n) => (n * 2_654_435_761) >>> 24);
    for (const page of [new Uint8Array(), large]) {
      const found = await blobs.get(await blobs.put(page));
      expect(Buffer.compare(found, page)).toBe(0);
    }
  });

  test('damage is seen', async () => {
    const hash = await blobs.put(bytes('one'));
    const other = await blobs.put(bytes('other'));
    const keyOf = (one: string) => `${one.slice(0, 2)}/${one.slice(2, 4)}/${one}.zst`;
    await place.write(keyOf(hash), (await place.read(keyOf(other)))!);
    await expect(blobs.get(hash)).rejects.toThrow(/damaged/);
    await place.remove(keyOf(hash));
  });

  test('what was written before an instant is listed, over pages', async () => {
    const before = Date.now() - 60_000;
    const hashes = await Promise.all(Array.from({ length: 30 }, (_, n) => blobs.put(bytes(`page ${n}`))));
    const listed = async (instant: number) => {
      const all: string[] = [];
      for await (const part of blobs.olderThan(instant)) all.push(...part);
      return all;
    };
    expect(await listed(before)).toEqual([]);
    expect(await listed(Date.now() + 60_000)).toEqual(expect.arrayContaining(hashes));
  });
});

describe('a bucket', () => {
  test('of more than a page of a thousand is listed whole', async () => {
    const place = s3Place(parseS3Url(server.url('many'))!, server.credentials);
    const keys = Array.from({ length: 1100 }, (_, n) => `k/${n}`);
    for (let at = 0; at < keys.length; at += 50)
      await Promise.all(keys.slice(at, at + 50).map((key) => place.write(key, bytes('x'))));
    const listed: string[] = [];
    for await (const part of place.list()) listed.push(...part.map(({ key }) => key));
    expect(listed.sort()).toEqual(keys.sort());
  });

  test.each([
    [
      'that is away',
      's3://wirewatch-test?endpoint=http://127.0.0.1:2',
      /cannot reach the bucket wirewatch-test at 127.0.0.1:2: .*ECONNREFUSED/,
    ],
    [
      'that is not there',
      () => server.url().replace('wirewatch-test', 'nobody-has-this'),
      /NoSuchBucket; make the bucket first/,
    ],
  ])('%s is "not now", and says so', async (_, url, message) => {
    const place = s3Place(parseS3Url(typeof url === 'string' ? url : url())!, server.credentials);
    const failure = await createBlobStore(place)
      .get('ab'.repeat(32))
      .catch((error) => error);
    expect(failure.message).toMatch(message);
    expect(isOutage(failure)).toBe(true);
  });

  test.skipIf(process.env.S3_ENDPOINT_TEST)('that refuses our key says which variables to look at', async () => {
    const place = s3Place(parseS3Url(server.url())!, { accessKeyId: 'nobody', secretAccessKey: 'wrong' });
    const failure = await place.write('a', bytes('x')).catch((error) => error);
    expect(failure.message).toMatch(/403.*AWS_SECRET_ACCESS_KEY/);
    expect(failure.message).not.toContain('wrong');
    expect(isOutage(failure)).toBe(true);
  });

  test('is opened by BLOB_URL; its keys are asked for and never shown', async () => {
    const url = server.url('raw');
    expect(() => readConfig({ BLOB_URL: url })).toThrow(/AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY/);
    expect(() => readConfig({ BLOB_URL: 's3://UPPER?endpoint=ftp://x' })).toThrow(/BLOB_URL=s3.*expected a folder/);
    const { accessKeyId, secretAccessKey } = server.credentials;
    const config = readConfig({
      BLOB_URL: url,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
    });
    expect(JSON.stringify(describeConfig(config))).not.toContain(`"${secretAccessKey}"`);
    const blobs = await openBlobs(config);
    expect(text(await blobs.get(await blobs.put(bytes('x'))))).toBe('x');
    expect(blobs.where).toMatch(/^the bucket wirewatch-test \(raw\/\) at 127\.0\.0\.1/);
  });
});

describe('a folder that fails', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ww-blobs-fail-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const fileOf = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2, 4), `${hash}.zst`);

  test('a volume that is away is an outage, for reading as for writing, and nothing is written to its mount point', async () => {
    const blobs = createBlobStore(folderPlace(folder));
    const hash = await blobs.put(Buffer.from('ferries'));
    renameSync(folder, `${folder}-away`);
    mkdirSync(folder);
    for (const work of [
      () => blobs.get(hash),
      () => blobs.put(Buffer.from('more')),
      () => blobs.has(hash),
      () => blobs.probe(),
    ])
      await expect(work()).rejects.toBeInstanceOf(BlobsUnavailable);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    renameSync(`${folder}-away`, folder);
    await blobs.probe();
    expect(Buffer.from(await blobs.get(hash)).toString()).toBe('ferries');
  });

  test('a process that starts while the volume is away does not take its mount point for a new folder', async () => {
    let kept = false;
    const start = () => createBlobStore(folderPlace(folder, async () => kept));
    const hash = await start().put(Buffer.from('ferries'));
    kept = true;
    renameSync(folder, `${folder}-away`);
    for (const mountPoint of [false, true]) {
      if (mountPoint) mkdirSync(folder);
      const blobs = start();
      for (const work of [() => blobs.get(hash), () => blobs.put(Buffer.from('more')), () => blobs.probe()])
        await expect(work()).rejects.toThrow(/is its volume mounted/);
    }
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    renameSync(`${folder}-away`, folder);
    expect(Buffer.from(await start().get(hash)).toString()).toBe('ferries');
  });

  test('a volume that goes away before the first page is known when it is back: the folder is marked at the start', async () => {
    const store = await openStore(`sqlite:${join(folder, 'store.db')}`, 'migrate');
    const volume = join(folder, 'pages');
    const blobs = await openBlobs(readConfig({ BLOB_URL: volume }), store);
    renameSync(volume, `${volume}-away`);
    await expect(blobs.put(Buffer.from('ferries'))).rejects.toBeInstanceOf(BlobsUnavailable);
    rmSync(volume, { recursive: true, force: true });
    renameSync(`${volume}-away`, volume);
    await blobs.probe();
    await store.close();
  });

  test('a folder of a version that made no mark is known by its blobs', async () => {
    const hash = await createBlobStore(folderPlace(folder)).put(Buffer.from('ferries'));
    rmSync(join(folder, '.wirewatch-blobs'));
    const blobs = createBlobStore(folderPlace(folder, async () => true));
    expect(Buffer.from(await blobs.get(hash)).toString()).toBe('ferries');
  });

  test.each([
    ['empty', Buffer.alloc(0)],
    ['damaged', Buffer.from('no zstd at all')],
  ])('a blob that is %s is told as such, and written anew when its bytes come again', async (word, content) => {
    const blobs = createBlobStore(folderPlace(folder));
    const bytes = Buffer.from('the ferries stop on Monday');
    const hash = await blobs.put(bytes);
    writeFileSync(fileOf(hash), content);
    await expect(blobs.get(hash)).rejects.toThrow(RawBytesLost);
    await expect(blobs.get(hash)).rejects.toThrow(word);
    expect(await blobs.put(bytes)).toBe(hash);
    expect(Buffer.from(await blobs.get(hash))).toEqual(bytes);
  });

  test('a volume that is read-only is told as such', async (context) => {
    const disk = makeSmallDisk(folder, 1);
    if (disk === null) return context.skip();
    try {
      const blobs = createBlobStore(folderPlace(folder));
      await blobs.put(Buffer.from('ferries'));
      const unlock = disk.lock();
      await expect(blobs.put(Buffer.from('more'))).rejects.toThrow('EROFS');
      unlock();
      await blobs.put(Buffer.from('more'));
    } finally {
      disk.remove();
    }
  });

  test('nobody else on the machine reads what is written', async () => {
    const hash = await createBlobStore(folderPlace(folder)).put(Buffer.from('secret'));
    expect(statSync(fileOf(hash)).mode & 0o077).toBe(0);
    expect(statSync(join(folder, hash.slice(0, 2))).mode & 0o077).toBe(0);
  });
});
