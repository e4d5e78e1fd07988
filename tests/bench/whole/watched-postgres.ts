import pg from 'pg';
import { type PrivatePostgres, startPrivatePostgres } from '../../support/postgres.ts';
import { cpuSecondsOfTree } from './cpu.ts';

/** Settings under which a server keeps books of its statements, planning apart. */
const WATCHED = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_planning': 'on',
  'pg_stat_statements.track': 'all',
};
/** Statements that are worth a line, and so many letters of each. */
const MOST = 40;
const TOLD = 160;

interface Statement {
  query: string;
  calls: number;
  planMs: number;
  execMs: number;
  walBytes: number;
}

/** A table gone through, or an index looked into, with the rows that this gave. */
interface Reads {
  name: string;
  times: number;
  rows: number;
}

/** What a server did for one run. */
export interface Watched {
  cpuMs: number;
  walBytes: number;
  commits: number;
  statements: Map<string, Statement>;
  reads: Map<string, Reads>;
}

/** Runs `work` on a server of its own that keeps books. */
export async function watchPostgres(work: (server: PrivatePostgres) => Promise<unknown>): Promise<Watched> {
  const server = await startPrivatePostgres({ durable: true, settings: WATCHED });
  const client = new pg.Client({ connectionString: server.url });
  try {
    await client.connect();
    await client.query('create extension pg_stat_statements');
    const before = cpuSecondsOfTree(server.pid()!);
    await work(server);
    const cpuMs = (cpuSecondsOfTree(server.pid()!) - before) * 1000;
    const found = await client.query<Statement>(
      `select query, sum(calls)::float as calls, sum(total_plan_time) as "planMs", sum(total_exec_time) as "execMs",
       sum(wal_bytes)::float as "walBytes" from pg_stat_statements group by query`,
    );
    const { rows } = await client.query<{ wal: number; commits: number }>(
      `select (select wal_bytes::float from pg_stat_wal) as wal,
       (select xact_commit::float from pg_stat_database where datname = current_database()) as commits`,
    );
    const statements = new Map(found.rows.map((row) => [row.query, row]));
    const read = await client.query<Reads>(
      `select relname || ', whole' as name, seq_scan::float as times, seq_tup_read::float as rows from pg_stat_user_tables
       union all select indexrelname, idx_scan::float, idx_tup_read::float from pg_stat_user_indexes`,
    );
    const reads = new Map(read.rows.map((row) => [row.name, row]));
    return { cpuMs, walBytes: rows[0]!.wal, commits: rows[0]!.commits, statements, reads };
  } finally {
    await client.end();
    await server.stop();
  }
}

/** What is gone through widely: more rows an article than this. */
const WIDE = 5;

/** Tables and indexes of which many rows are read an article. */
function wideReads(small: Watched, large: Watched, articles: number): string[] {
  return [...large.reads.values()]
    .map(({ name, times, rows }) => {
      const before = small.reads.get(name);
      return { name, times: (times - (before?.times ?? 0)) / articles, rows: (rows - (before?.rows ?? 0)) / articles };
    })
    .filter(({ rows }) => rows > WIDE)
    .sort((a, b) => b.rows - a.rows)
    .map(({ name, times, rows }) => `  ${name.padEnd(36)} ${times.toFixed(1)} times, ${rows.toFixed(0)} rows`);
}

/** What `large` asked of its server more than `small`, an article: the whole, then the dearest statements. */
export function serverCosts(small: Watched, large: Watched, articles: number): string[] {
  const each = (pick: (of: Watched) => number) => (pick(large) - pick(small)) / articles;
  const more = [...large.statements.values()].map((statement) => {
    const before = small.statements.get(statement.query);
    const of = (key: 'calls' | 'planMs' | 'execMs' | 'walBytes') => (statement[key] - (before?.[key] ?? 0)) / articles;
    return {
      query: statement.query,
      calls: of('calls'),
      planMs: of('planMs'),
      execMs: of('execMs'),
      wal: of('walBytes'),
    };
  });
  const sum = (key: 'calls' | 'planMs' | 'execMs') => more.reduce((all, one) => all + one[key], 0);
  const dear = more.sort((a, b) => b.planMs + b.execMs - a.planMs - a.execMs).slice(0, MOST);
  return [
    `Postgres an article: ${each((of) => of.cpuMs).toFixed(1)} ms CPU, ${(each((of) => of.walBytes) / 1024).toFixed(0)} kB of WAL, ` +
      `${each((of) => of.commits).toFixed(1)} commits, ${sum('calls').toFixed(0)} statements: ${sum('planMs').toFixed(2)} ms planning, ${sum('execMs').toFixed(2)} ms running`,
    'read widely, an article:',
    ...wideReads(small, large, articles),
    `${'calls'.padStart(8)}${'plan ms'.padStart(9)}${'run ms'.padStart(9)}${'WAL kB'.padStart(9)}`,
    ...dear.map(
      ({ query, calls, planMs, execMs, wal }) =>
        `${calls.toFixed(2).padStart(8)}${planMs.toFixed(3).padStart(9)}${execMs.toFixed(3).padStart(9)}${(wal / 1024).toFixed(2).padStart(9)}  ${query.replace(/\s+/g, ' ').slice(0, TOLD)}`,
    ),
  ];
}
