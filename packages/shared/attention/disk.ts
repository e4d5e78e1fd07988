import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../config.ts';

/** A file system that wirewatch writes to. */
export interface DiskFacts {
  /** The folder of ours that is on it. */
  path: string;
  freeBytes: number;
}

/**
 * The file systems of the data folder, the raw pages and the archive, each once; what cannot be asked is left out. A folder that is not
 * there yet will be where the nearest above it is.
 */
export async function readDisks(config: Config): Promise<DiskFacts[]> {
  const blobs = /^\w+:\/\//.test(config.blobUrl) ? [] : [config.blobUrl];
  const found = new Map<number, DiskFacts>();
  for (const path of [config.dataDir, ...blobs, ...(config.WIREWATCH_WARC ? [config.WIREWATCH_WARC] : [])]) {
    const disk = await diskOf(path);
    if (disk) found.set(disk.device, { path, freeBytes: disk.freeBytes });
  }
  return [...found.values()];
}

async function diskOf(path: string): Promise<{ device: number; freeBytes: number } | null> {
  try {
    const [{ dev }, { bavail, bsize }] = await Promise.all([stat(path), statfs(path)]);
    return { device: dev, freeBytes: bavail * bsize };
  } catch (error) {
    const above = dirname(path);
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && above !== path ? diskOf(above) : null;
  }
}
