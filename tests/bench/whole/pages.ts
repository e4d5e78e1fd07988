import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pageOf } from '../../support/press.ts';

/** Labelled pages that may lie beside the project: real ones, of their real size. */
const LABELLED = join(import.meta.dirname, '../../../../shared/data/extract');
/** Smaller ones are stubs, larger ones rare: between them lie most pages of newsrooms (bytes). */
const SMALLEST = 40_000;
const LARGEST = 300_000;

/** Entries of one feed: fewer than what a first poll takes for a flood. */
export const PER_FEED = 50;

/** Pages for a run of the whole pipeline, and where they are from. */
export interface Pages {
  bodies: Buffer[];
  from: string;
}

/**
 * Distinct pages in an order that is the same at each run: labelled ones where they are there, else the press's generated ones, which are
 * a tenth of the size: figures over these say nothing of the others.
 */
export function takePages(wanted: number, folder = process.env.WHOLE_PAGES_FROM ?? LABELLED): Pages {
  const bodies: Buffer[] = [];
  const keyOf = (file: string) => createHash('sha256').update(basename(file)).digest('hex');
  const files = globSync(join(folder, '*/pages/*.html.gz')).map((file) => ({ file, key: keyOf(file) }));
  for (const { file } of files.sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const html = gunzipSync(readFileSync(file));
    if (html.length >= SMALLEST && html.length <= LARGEST) bodies.push(html);
    if (bodies.length === wanted) return { bodies, from: 'labelled pages of 40 to 300 kB' };
  }
  const generated = Array.from({ length: wanted }, (_, n) => Buffer.from(pageOf(`outlet${n % 40}.example`, n)));
  return { bodies: generated, from: 'generated pages of 3 kB' };
}
