import { hostname, userInfo } from 'node:os';
import { type Config, ConfigError, readConfig } from '@wirewatch/shared/config.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { Command } from 'commander';
import { UsageError } from './usage-error.ts';

/** A verb that works on the data folder. */
export function storeCommand(name: string): Command {
  return new Command(name).option(
    '--data <dir>',
    'the folder that holds everything (default: WIREWATCH_DATA or ./data)',
  );
}

/**
 * The configuration, with what the command line said of it.
 * @throws UsageError naming each value that cannot be used
 */
export function configOf(options: { data?: string }, overrides: Record<string, string | undefined> = {}): Config {
  try {
    return readConfig(process.env, { WIREWATCH_DATA: options.data, ...overrides });
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message);
    throw error;
  }
}

/** Who works at this terminal, as the audit list names him. */
export function operator(): string {
  return `cli:${userInfo().username}@${hostname()}`;
}

/** Opens the store for one verb, and closes it whatever happens. */
export async function withStore<T>(
  options: { data?: string },
  work: (store: Store, config: Config) => Promise<T>,
): Promise<T> {
  const config = configOf(options);
  const store = await openStore(config.databaseUrl, 'migrate');
  try {
    return await work(store, config);
  } finally {
    await store.close();
  }
}

/**
 * An instant that the command line names: ISO 8601, a day, or a span back from now (`90m`, `36h`, `7d`).
 * @returns epoch ms
 * @throws UsageError
 */
export function instantOption(name: string, text: string, now: number): number {
  const span = /^(\d+)([mhd])$/.exec(text);
  if (span) return now - Number(span[1]) * { m: 60_000, h: 3_600_000, d: 86_400_000 }[span[2] as 'm' | 'h' | 'd'];
  const instant = Date.parse(text);
  if (Number.isNaN(instant))
    throw new UsageError(`${name} ${text}: expected a date (2026-11-23, 2026-11-23T08:00Z) or a span (90m, 36h, 7d)`);
  return instant;
}

/** A whole number that the command line names. */
export function countOption(name: string, text: string, min = 0): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min)
    throw new UsageError(`${name} ${text}: expected a whole number from ${min}`);
  return value;
}

/** For people: to standard error. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Data: to standard output. */
export function out(line: string): void {
  process.stdout.write(`${line}\n`);
}
