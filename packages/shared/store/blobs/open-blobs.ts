import type { Config } from '../../config.ts';
import { type BlobStore, createBlobStore, folderPlace } from './blobs.ts';
import { parseS3Url } from './s3-url.ts';

/** The blob store that BLOB_URL names: a folder, or a bucket of an S3-compatible server. What it needs is loaded when it is asked for. */
export async function openBlobs(
  config: Pick<Config, 'blobUrl' | 'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY' | 'AWS_SESSION_TOKEN'>,
): Promise<BlobStore> {
  const { blobUrl } = config;
  if (!blobUrl.startsWith('s3:')) return createBlobStore(folderPlace(blobUrl));
  const { s3Place } = await import('./s3-place.ts');
  const credentials = {
    accessKeyId: config.AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: config.AWS_SECRET_ACCESS_KEY ?? '',
    ...(config.AWS_SESSION_TOKEN ? { sessionToken: config.AWS_SESSION_TOKEN } : {}),
  };
  return createBlobStore(s3Place(parseS3Url(blobUrl)!, credentials));
}
