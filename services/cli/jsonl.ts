import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

/** Characters of a line at most, times the room: four times the largest page, whose quotation marks and breaks are escaped. */
const MAX_LINE = 128_000_000;
/** V8 holds strings of 2^29 - 24 characters. */
const MAX_STRING = 536_000_000;

/** What a line that cannot be handled gives: the stream goes on. */
export interface LineError {
  id: unknown;
  error: { code: string; message: string };
}

/** Thrown by a line's handler: becomes the line's `error`. Anything else thrown becomes `error.code: "internal"`. */
export class LineProblem extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * The JSON values of a stream of lines, blank lines left out; a line that is no JSON object yields its LineError.
 * @param room how many times the usual bounds a line may take, see `pageRoom`
 */
export async function* readLines(
  input: Readable,
  room = 1,
): AsyncGenerator<{ value: Record<string, unknown> } | { problem: LineError }> {
  let number = 0;
  const most = Math.min(MAX_LINE * room, MAX_STRING);
  for await (const line of linesOf(input, most)) {
    number += 1;
    if (line === null) {
      const message = `line ${number}: more than ${most} characters`;
      yield { problem: { id: null, error: { code: 'too-large', message } } };
      continue;
    }
    if (line.trim() === '') continue;
    try {
      const value: unknown = JSON.parse(line);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not a JSON object');
      yield { value: value as Record<string, unknown> };
    } catch (error) {
      yield {
        problem: { id: null, error: { code: 'bad-json', message: `line ${number}: ${(error as Error).message}` } },
      };
    }
  }
}

/** Lines end at a line feed alone: Node's readline also cuts at U+2028 and U+2029, which JSON strings may hold. Null: too long. */
async function* linesOf(input: Readable, most: number): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  let length = 0;
  const keep = (part: string) => {
    length += part.length;
    if (length <= most) parts.push(part);
    else parts = [];
  };
  const take = () => {
    const line = length > most ? null : parts.join('');
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk as Uint8Array, { stream: true });
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      keep(text.slice(from, end));
      from = end + 1;
      yield take();
    }
    if (from < text.length) keep(text.slice(from));
  }
  keep(decoder.decode());
  if (length > 0) yield take();
}

/** One value to standard output as a JSON line; waits where the reader is slower than we are. */
export function writeLine(value: unknown): Promise<void> {
  return writeText(JSON.stringify(value));
}

/** One line to standard output; waits where the reader is slower than we are. */
export async function writeText(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** A handler's failure as the line that stands for it. */
export function lineError(id: unknown, error: unknown): LineError {
  const code = error instanceof LineProblem ? error.code : 'internal';
  return { id: id ?? null, error: { code, message: error instanceof Error ? error.message : String(error) } };
}

/**
 * JSON lines in, JSON lines out: one output line for each input line, in input order, `id` echoed.
 * @param handle makes the rest of the output line from one input object
 */
export async function mapLines(
  handle: (value: Record<string, unknown>) => object | Promise<object>,
  input: Readable = process.stdin,
  room = 1,
): Promise<void> {
  for await (const line of readLines(input, room)) {
    if ('problem' in line) {
      await writeLine(line.problem);
      continue;
    }
    const id = line.value.id ?? null;
    try {
      await writeLine({ id, ...(await handle(line.value)) });
    } catch (error) {
      await writeLine(lineError(id, error));
    }
  }
}

/** A file argument as a stream, `-` for standard input. */
export function openInput(path: string): Readable {
  return path === '-' ? process.stdin : createReadStream(path);
}
