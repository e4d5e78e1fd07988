import { emptyMemory, type FrameMemory, frameOf, learnAll } from '@wirewatch/cleaner/core/frame/frame-memory.ts';
import { type CleanPool, createCleanPool } from '@wirewatch/cleaner/pool.ts';
import { type CleanInput, type CleanResult, FeedHint } from '@wirewatch/shared/contracts/clean.ts';
import { pageRoom } from '@wirewatch/shared/page-room.ts';
import { hostOf } from '@wirewatch/shared/text/host.ts';
import { Command } from 'commander';
import { LineProblem, lineError, readLines, writeLine } from '../jsonl.ts';
import { configOf } from '../options.ts';
import { readPageFile } from '../page-file.ts';
import { UsageError } from '../usage-error.ts';

const THREADS = 2;
const TIMEOUT_MS = 20_000;
const HEAP_MB = 512;
/** Pages that may be under way at once: enough for the threads, few enough to hold in memory. */
const WINDOW = 8;

interface Options {
  url?: string;
  jsonl?: boolean;
  explain?: boolean;
  learn?: boolean;
}

export function command(): Command {
  return new Command('clean')
    .description('one page, or a stream of pages, to clean text')
    .argument('[file]', 'an HTML file (gzip understood)')
    .option('--url <url>', "the page's address")
    .option('--jsonl', 'JSON lines {id, url, html or path, contentType?, feed?} from standard input')
    .option('--explain', 'also what was cut, and why')
    .option('--learn', "let the stream teach the outlets' frames")
    .action(run);
}

async function run(file: string | undefined, options: Options): Promise<void> {
  if (options.jsonl && file) throw new UsageError('clean: either FILE or --jsonl, not both');
  if (!options.jsonl && !file) throw new UsageError('clean: name a FILE, or give --jsonl and lines on standard input');
  const room = pageRoom(configOf({}).WIREWATCH_MAX_PAGE_BYTES);
  const pool = createCleanPool({ size: THREADS, timeoutMs: TIMEOUT_MS * room, heapMb: HEAP_MB, room });
  try {
    if (options.jsonl) await stream(pool, options, room);
    else
      await writeLine(
        shape(
          await pool.clean({
            url: options.url ?? 'https://page.invalid/x',
            body: await readPageFile(file ?? '', room),
          }),
          options,
        ),
      );
  } finally {
    await pool.close();
  }
}

/** Lines in, lines out, in input order, several pages under way at once (one at a time where each teaches the next). */
async function stream(pool: CleanPool, options: Options, room: number): Promise<void> {
  const memories = new Map<string, FrameMemory>();
  const pending: Promise<object>[] = [];
  const width = options.learn ? 1 : WINDOW;
  for await (const line of readLines(process.stdin, room)) {
    pending.push('problem' in line ? Promise.resolve(line.problem) : one(pool, line.value, options, memories, room));
    if (pending.length >= width) await writeLine(await pending.shift());
  }
  for (const result of pending) await writeLine(await result);
}

async function one(
  pool: CleanPool,
  value: Record<string, unknown>,
  options: Options,
  memories: Map<string, FrameMemory>,
  room: number,
): Promise<object> {
  const id = value.id ?? null;
  try {
    const input = await readInput(value, room);
    const host = options.learn ? hostOf(input.url) : null;
    const memory = host === null ? null : (memories.get(host) ?? emptyMemory());
    const result = await pool.clean(input, memory && frameOf(memory));
    if (host === null || memory === null || result.outcome !== 'passed') return { id, ...shape(result, options) };
    const lesson = { articleId: String(id ?? input.url), blocks: result.frameBlocks ?? [], url: input.url };
    const after = learnAll(memory, [lesson]);
    memories.set(host, after);
    // What this page has taught holds for itself as well.
    const again = after.version !== memory.version;
    return { id, ...shape(again ? await pool.clean(input, frameOf(after)) : result, options) };
  } catch (error) {
    return lineError(id, error);
  }
}

async function readInput(value: Record<string, unknown>, room: number): Promise<CleanInput> {
  const { url, html, path, contentType, feed } = value;
  if (typeof url !== 'string') throw new LineProblem('bad-input', 'url: expected a string');
  if (typeof html !== 'string' && typeof path !== 'string') throw new LineProblem('bad-input', 'expected html or path');
  const hint = FeedHint.nullish().safeParse(feed);
  if (!hint.success) throw new LineProblem('bad-input', `feed: ${hint.error.issues[0]?.message ?? 'not understood'}`);
  const body = typeof html === 'string' ? html : await readPageFile(path as string, room);
  return { url, body, contentType: typeof contentType === 'string' ? contentType : null, feed: hint.data ?? null };
}

function shape({ cuts, frameBlocks: _keys, ...rest }: CleanResult, options: Options): object {
  return options.explain ? { ...rest, cuts } : rest;
}
