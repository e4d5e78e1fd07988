import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Service } from '@wirewatch/shared/pipeline.ts';
import { redactUrls } from '@wirewatch/shared/text/redact-url.ts';

/** A line of a service's log. */
export interface LogLine {
  /** Epoch ms; null where the line does not say. */
  at: number | null;
  level: 'debug' | 'info' | 'warn' | 'error';
  pid: number | null;
  said: string;
  /** The first lines of a fault's stack; null where it is none. */
  stack: string | null;
}

/** Bytes of a log's end that are read: some thousand lines. */
const TAIL_BYTES = 256_000;
const STACK_LINES = 6;

/**
 * The last lines of a service's log in the data folder, newest first: first of all warnings and faults, else whatever it said.
 * @returns null where this machine has no such log
 */
export async function logTail(dataDir: string, service: Service, limit: number): Promise<LogLine[] | null> {
  const text = await tailOf(join(dataDir, 'log', `${service}.log`));
  if (text === null) return null;
  const lines = text.split('\n').flatMap(readLine);
  const faults = lines.filter(({ level }) => level === 'warn' || level === 'error').slice(-limit);
  const kept = new Set([...faults, ...lines.slice(-Math.max(3, limit - faults.length))]);
  return lines
    .filter((line) => kept.has(line))
    .slice(-limit)
    .reverse();
}

async function tailOf(path: string): Promise<string | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - TAIL_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    const text = buffer.subarray(0, bytesRead).toString('utf8');
    // The first line of a cut is most probably half a line.
    return from === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } finally {
    await file.close();
  }
}

function readLine(line: string): LogLine[] {
  if (line.trim() === '') return [];
  try {
    const { level, time, pid, msg, stack, service: _, ...rest } = JSON.parse(line) as Record<string, unknown>;
    const detail = Object.entries(rest).map(
      ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
    const at = Date.parse(String(time));
    return [
      {
        at: Number.isNaN(at) ? null : at,
        level: Number(level) >= 50 ? 'error' : Number(level) >= 40 ? 'warn' : Number(level) >= 30 ? 'info' : 'debug',
        pid: typeof pid === 'number' ? pid : null,
        said: redactUrls([String(msg ?? ''), ...detail].join('; ')),
        stack: typeof stack === 'string' ? redactUrls(stack.split('\n').slice(0, STACK_LINES).join('\n')) : null,
      },
    ];
  } catch {
    // What Node itself says when a process ends, or a package that knows no log.
    return [{ at: null, level: 'error', pid: null, said: redactUrls(line), stack: null }];
  }
}
