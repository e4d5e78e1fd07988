import { readFile } from 'node:fs/promises';
import { FeedError } from '@wirewatch/fetcher/core/feed/feed-error.ts';
import { DEFAULT_MAX_BYTES } from '@wirewatch/fetcher/core/feed/limits.ts';
import { parseFeed } from '@wirewatch/fetcher/core/feed/parse-feed.ts';
import { pageRoom } from '@wirewatch/shared/page-room.ts';
import { Command } from 'commander';
import { z } from 'zod';
import { LineProblem, mapLines, writeLine } from '../jsonl.ts';
import { configOf } from '../options.ts';
import { UsageError } from '../usage-error.ts';

const Line = z.object({
  url: z.string().nullish(),
  contentType: z.string().nullish(),
  base64: z.string().optional(),
  path: z.string().optional(),
});

/** `parse-feed FILE | --jsonl`: a feed document, or a stream of them, to its entries. */
export function command(): Command {
  return new Command('parse-feed')
    .description('Reads a feed document (RSS, Atom, RDF, CDF, JSON Feed, sitemap) and prints it as JSON.')
    .argument('[file]', 'the document; "-" for standard input')
    .option('--url <url>', 'where the document came from: relative addresses start there', '')
    .option('--content-type <type>', 'the HTTP Content-Type it came with')
    .option(
      '--jsonl',
      'read {id, url, contentType, base64 or path} a line from standard input, write a line for each',
      false,
    )
    .action(async (file: string | undefined, options: { url: string; contentType?: string; jsonl: boolean }) => {
      if (options.jsonl === (file !== undefined)) throw new UsageError('parse-feed: give either a FILE or --jsonl');
      const room = pageRoom(configOf({}).WIREWATCH_MAX_PAGE_BYTES);
      const maxBytes = DEFAULT_MAX_BYTES * room;
      if (options.jsonl) return mapLines((line) => parseLine(line, maxBytes), process.stdin, room);
      const bytes = file === '-' ? await readAll(process.stdin) : await readFile(file!);
      const feed = await parseFeed(bytes, { url: options.url, contentType: options.contentType ?? null, maxBytes });
      await writeLine(feed);
    });
}

async function parseLine(value: Record<string, unknown>, maxBytes: number): Promise<object> {
  const line = Line.safeParse(value);
  if (!line.success)
    throw new LineProblem(
      'bad-line',
      `wanted {id, url, contentType, base64 or path}: ${line.error.issues[0]?.message}`,
    );
  const { base64, path, url, contentType } = line.data;
  if (base64 === undefined && path === undefined) throw new LineProblem('bad-line', 'neither base64 nor path is given');
  const bytes = base64 === undefined ? await readFile(path!).catch(unreadable) : Buffer.from(base64, 'base64');
  try {
    return await parseFeed(bytes, { url: url ?? '', contentType: contentType ?? null, maxBytes });
  } catch (error) {
    throw error instanceof FeedError ? new LineProblem(error.code, error.message) : error;
  }
}

function unreadable(error: Error): never {
  throw new LineProblem('unreadable', error.message);
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
