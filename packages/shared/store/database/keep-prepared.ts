import type Database from 'better-sqlite3';

/** Texts of statements that a service repeats number some 150; what lists make (`in (?, ?, ...)` of any length) comes and goes. */
const KEPT = 256;

/** What drizzle asks of a statement. */
type Asked = Pick<Database.Statement, 'run' | 'get' | 'all'>;

/**
 * Lets a connection keep the statements that it prepared, by their text: reading SQL and planning it takes longer than the look-up of a
 * row. SQLite itself prepares a kept one again when the schema has changed.
 */
export function keepPrepared(connection: Database.Database): void {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map<string, KeptStatement>();
  connection.prepare = ((source: string) => {
    const found = kept.get(source) ?? new KeptStatement(prepare, plannedOnce(source));
    // The one that was not asked for the longest goes first.
    kept.delete(source);
    kept.set(source, found);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    return found;
  }) as unknown as typeof connection.prepare;
}

/**
 * SQLite looks at what is bound for a bare `?` behind a `=` or `limit` in case it is a small number, and then plans the statement anew for
 * each value (80 us, seven statements an article). `likely` costs nothing, and is no bare one.
 */
function plannedOnce(source: string): string {
  return source.replace(/( = | limit )\?(?![\w?])/g, '$1likely(?)');
}

/** One text, prepared apart for rows as objects and as lists: a statement told to give lists gives nothing else any more. */
class KeptStatement implements Asked {
  readonly #prepare: () => Database.Statement;
  #objects: Database.Statement | null = null;
  #lists: Database.Statement | null = null;

  constructor(prepare: (source: string) => Database.Statement, source: string) {
    this.#prepare = () => prepare(source);
  }

  run(...values: unknown[]) {
    return this.#plain().run(...values);
  }

  get(...values: unknown[]) {
    return this.#plain().get(...values);
  }

  all(...values: unknown[]) {
    return this.#plain().all(...values);
  }

  raw(): Asked {
    this.#lists ??= this.#prepare().raw();
    return this.#lists;
  }

  #plain(): Database.Statement {
    this.#objects ??= this.#prepare();
    return this.#objects;
  }
}
