import { isNotNull } from 'drizzle-orm';
import type { Config } from '../../config.ts';
import type { Store } from '../database/store.ts';
import { type BlobStore, createBlobStore, folderPlace } from './blobs.ts';
import { parseS3Url } from './s3-url.ts';

/**
 * The blob store that BLOB_URL names: a folder, or a bucket of an S3-compatible server. What it needs is loaded when it is asked for.
 * @param store where raw pages may be named already: a folder that has none of them then is one whose volume is away
 */
export async function openBlobs(
  config: Pick<Config, 'blobUrl' | 'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY' | 'AWS_SESSION_TOKEN'>,
  store: Store | null = null,
): Promise<BlobStore> {
  const { blobUrl } = config;
  if (!blobUrl.startsWith('s3:')) {
    const folder = folderPlace(blobUrl, () => namesRawPages(store));
    // Marked before the first page: a volume that goes away in the moment of its first use would be refused for ever when it is back.
    // One that is away already is met by the first who needs it.
    if (store !== null) await folder.begin().catch(() => undefined);
    return createBlobStore(folder);
  }
  const { s3Place } = await import('./s3-place.ts');
  const credentials = {
    accessKeyId: config.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: config.AWS_SECRET_ACCESS_KEY ?? '',
    ...(config.AWS_SESSION_TOKEN ? { sessionToken: config.AWS_SESSION_TOKEN } : {}),
  };
  return createBlobStore(s3Place(parseS3Url(blobUrl)!, credentials));
}

async function namesRawPages(store: Store | null): Promise<boolean> {
  if (store === null) return false;
  const { articles } = store.tables;
  const rows = await store.db.select({ id: articles.id }).from(articles).where(isNotNull(articles.rawHash)).limit(1);
  return rows.length > 0;
}
