/** Where a bucket is, as `s3://BUCKET[/PREFIX]?endpoint=URL&region=NAME` says it. */
export interface S3Address {
  bucket: string;
  /** Ends with a slash, or is empty. */
  prefix: string;
  /** The bucket's own address, without a slash at the end. */
  base: string;
  region: string;
}

/** Reads a blob URL; null where it is none that we can use. */
export function parseS3Url(url: string): S3Address | null {
  const match = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w.\-/]*))?(?:\?(.*))?$/.exec(url);
  if (!match) return null;
  const [, bucket, path = '', query = ''] = match;
  const options = new URLSearchParams(query);
  const region = options.get('region') ?? 'us-east-1';
  const endpoint = options.get('endpoint');
  if (endpoint !== null && !/^https?:\/\/[^/?#@]+\/?$/.test(endpoint)) return null;
  // Other servers than Amazon's seldom have a name for each bucket.
  const base = endpoint ? `${endpoint.replace(/\/$/, '')}/${bucket}` : `https://${bucket}.s3.${region}.amazonaws.com`;
  const prefix = path.replace(/^\/+|\/+$/g, '');
  return { bucket: bucket!, prefix: prefix === '' ? '' : `${prefix}/`, base, region };
}
