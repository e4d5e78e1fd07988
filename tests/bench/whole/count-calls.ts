import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { Redis } from 'ioredis';
import pg from 'pg';

/** What one process has used and asked for, as it says when it ends. */
export interface ProcessCounts {
  pid: number;
  name: string;
  cpuMs: number;
  statements: Record<string, number>;
  commands: number;
  /** How often each text of a statement was asked. */
  texts: Record<string, number>;
  /** Milliseconds of CPU in SQLite by the text of a statement: it answers within the call. */
  spent: Record<string, number>;
}

/** Loaded before anything else (`--import`) into each process of a run that is to be looked into. */
if (isMainThread) {
  const statements: Record<string, number> = {};
  let commands = 0;
  const texts: Record<string, number> = {};
  const spent: Record<string, number> = {};
  const told = (source: string) => {
    texts[source] = (texts[source] ?? 0) + 1;
    const kind = /^\s*(\w+)/.exec(source)?.[1]?.toLowerCase() ?? 'other';
    statements[kind] = (statements[kind] ?? 0) + 1;
  };

  const timed = <T>(source: string, ask: () => T): T => {
    told(source);
    // CPU, for a statement may wait for another process's lock.
    const begun = process.threadCpuUsage();
    try {
      return ask();
    } finally {
      const { user, system } = process.threadCpuUsage(begun);
      spent[source] = (spent[source] ?? 0) + (user + system) / 1000;
    }
  };

  const prepared = new Database(':memory:').prepare('select 1');
  const proto = Object.getPrototypeOf(prepared) as Record<'run' | 'get' | 'all', (...args: unknown[]) => unknown>;
  for (const name of ['run', 'get', 'all'] as const) {
    const original = proto[name];
    proto[name] = function counted(this: { source: string }, ...args: unknown[]) {
      return timed(this.source, () => original.apply(this, args));
    };
  }
  const exec = Database.prototype.exec;
  Database.prototype.exec = function counted(source: string) {
    return timed(source, () => exec.call(this, source));
  };
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { text: string }];
    told(typeof first === 'string' ? first : first.text);
    return query.apply(this, args);
  } as typeof pg.Client.prototype.query;
  const send = Redis.prototype.sendCommand;
  Redis.prototype.sendCommand = function counted(...args) {
    commands += 1;
    return send.apply(this, args);
  };

  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const name =
      process.argv[2] === 'work'
        ? process.argv[3]!
        : /reference/.test(process.argv[1] ?? '')
          ? 'reference'
          : 'supervisor';
    const counts: ProcessCounts = {
      pid: process.pid,
      name,
      cpuMs: (user + system) / 1000,
      statements,
      commands,
      texts,
      spent,
    };
    writeFileSync(join(process.env.WHOLE_COUNTS!, `${process.pid}.counts.json`), JSON.stringify(counts));
  });
}
