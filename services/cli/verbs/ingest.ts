import { readFile } from 'node:fs/promises';
import { pageRoom } from '@wirewatch/shared/page-room.ts';
import { openBlobs } from '@wirewatch/shared/store/blobs/open-blobs.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { normaliseUrl } from '@wirewatch/shared/text/url.ts';
import type { Command } from 'commander';
import { z } from 'zod';
import { type GivenPage, ingestPage, ingestUrls } from '../archive/ingest.ts';
import { ingestWarc } from '../ingest-warc.ts';
import { LineProblem, lineError, openInput, readLines, writeLine } from '../jsonl.ts';
import { operator, storeCommand, tell, withStore } from '../options.ts';
import { readPageFile } from '../page-file.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  data?: string;
  urls?: string;
  jsonl?: string | true;
  warc?: string[];
}

/** Addresses taken in with one transaction. */
const AT_ONCE = 500;

export function command(): Command {
  return storeCommand('ingest')
    .description('take pages in without a feed; the workers do the rest (see: run --until-idle)')
    .argument('[url...]', 'pages to fetch')
    .option('--urls <file>', 'a file with one address a line')
    .option('--jsonl [file]', 'JSON lines {url, html or path, fetchedAt?, outlet?}; standard input without FILE')
    .option('--warc <file...>', "archives of any crawler (WARC, plain or gzip): their pages with the archive's dates")
    .action(async (urls: string[], options: Options) => {
      if (urls.length === 0 && !options.urls && !options.jsonl && !options.warc) {
        throw new UsageError('ingest: nothing to take in; give URLs, --urls FILE, --jsonl [FILE] or --warc FILE...');
      }
      const listed = options.urls
        ? (await readFile(options.urls, 'utf8')).split(/\r?\n/).map((line) => line.trim())
        : [];
      const all = [...urls, ...listed.filter((line) => line !== '' && !line.startsWith('#'))];
      for (const url of all) {
        if (normaliseUrl(url) === null) throw new UsageError(`ingest: "${url}" is no http(s) address`);
      }
      await withStore(options, async (store, config) => {
        let created = 0;
        for (let at = 0; at < all.length; at += AT_ONCE) {
          const part = all.slice(at, at + AT_ONCE).map((url) => normaliseUrl(url)!);
          created += await ingestUrls(store, part, { now: Date.now(), lane: 'live' });
        }
        if (created > 0) await noted(store, all[0]!, created);
        if (all.length > 0) tell(`${created} pages wait to be fetched, ${all.length - created} known already`);
        if (!options.jsonl && !options.warc) return;
        const blobs = await openBlobs(config, store);
        const room = pageRoom(config.WIREWATCH_MAX_PAGE_BYTES);
        for (const file of options.warc ?? []) {
          await ingestWarc(store, blobs, file, room);
          await noted(store, file, 1);
        }
        if (!options.jsonl) return;
        let taken = 0;
        const input = openInput(options.jsonl === true ? '-' : options.jsonl);
        for await (const line of readLines(input, room)) {
          if ('problem' in line) {
            await writeLine(line.problem);
            continue;
          }
          try {
            const page = await givenPage(line.value, room);
            await writeLine(await ingestPage(store, blobs, page, { now: Date.now(), lane: 'batch' }));
            taken += 1;
          } catch (error) {
            await writeLine(lineError(line.value.id ?? line.value.url, error));
          }
        }
        if (taken > 0) await noted(store, options.jsonl === true ? 'standard input' : options.jsonl, taken);
      });
    });
}

/** Pages come in by the thousand, each by a transaction of its own: what was taken in is written down once, at the end. */
function noted(store: Store, target: string, count: number): Promise<number> {
  return store.write((tx) =>
    writeAudit(store, tx, { at: Date.now(), who: operator(), action: 'ingest', target, count }),
  );
}

const PageLine = z.object({
  url: z.string(),
  html: z.string().optional(),
  path: z.string().optional(),
  contentType: z.string().nullish(),
  fetchedAt: z.iso.datetime({ offset: true }).optional(),
  outlet: z.string().nullish(),
});

async function givenPage(value: Record<string, unknown>, room: number): Promise<GivenPage> {
  const parsed = PageLine.safeParse(value);
  if (!parsed.success) throw new LineProblem('bad-line', z.prettifyError(parsed.error));
  const line = parsed.data;
  const url = normaliseUrl(line.url);
  if (url === null) throw new LineProblem('bad-url', `"${line.url}" is no http(s) address`);
  const { contentType, outlet } = line;
  const fetchedAt = line.fetchedAt ? Date.parse(line.fetchedAt) : Date.now();
  if (line.html !== undefined) {
    // A string has been decoded: whatever the page's <meta> says, these bytes are UTF-8.
    return {
      url,
      body: new TextEncoder().encode(line.html),
      contentType: 'text/html; charset=utf-8',
      fetchedAt,
      outlet,
    };
  }
  if (line.path === undefined) throw new LineProblem('bad-line', 'expected "html" or "path"');
  return { url, body: await readPageFile(line.path, room), contentType, fetchedAt, outlet };
}
