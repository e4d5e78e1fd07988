import type { StatsFs } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../config.ts';

/** A file system that wirewatch writes to. */
export interface DiskFacts {
  /** The folder of ours that is on it. */
  path: string;
  freeBytes: number;
}

/** The file systems of the data folder, the raw pages and the archive, each once; what cannot be asked is left out. A folder that is not there yet will be where the nearest above it is. */
export async function readDisks(config: Config): Promise<DiskFacts[]> {
  const blobs = /^\w+:\/\//.test(config.blobUrl) ? [] : [config.blobUrl];
  const found = new Map<string, DiskFacts>();
  for (const path of [config.dataDir, ...blobs, ...(config.WIREWATCH_WARC ? [config.WIREWATCH_WARC] : [])]) {
    const stat = await statOf(path);
    // Two folders with the same blocks, of which as many are free, are on one file system.
    if (stat) found.set(`${stat.type} ${stat.blocks} ${stat.bavail}`, { path, freeBytes: stat.bavail * stat.bsize });
  }
  return [...found.values()];
}

async function statOf(path: string): Promise<StatsFs | null> {
  try {
    return await statfs(path);
  } catch (error) {
    const above = dirname(path);
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && above !== path ? statOf(above) : null;
  }
}
