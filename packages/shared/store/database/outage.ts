/** Codes of a database, Redis or network that is away, as Node, SQLite, node-postgres and SQLSTATE give them. */
const AWAY =
  /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|SQLITE_BUSY|SQLITE_LOCKED|SQLITE_FULL|SQLITE_IOERR|ENOSPC|08|57P0|53)/;
const AWAY_WORDS =
  /Connection terminated|Connection is closed|connection error and is not queryable|connection timeout|timeout exceeded when trying to connect|max retries per request|Stream isn't writeable/i;

/** Whether an error says "not now" (a store or Redis that is away or full) rather than "never". */
export function isOutage(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = String((at as { code?: unknown }).code ?? '');
    if (AWAY.test(code) || AWAY_WORDS.test(at.message)) return true;
    if (at.name === 'StoreBusy' || at.name === 'BlobsUnavailable') return true;
    if (at instanceof AggregateError && at.errors.some(isOutage)) return true;
  }
  return false;
}

/**
 * What went wrong, in the words of who knew: of a query that failed drizzle's own message is the query with all its values (whole
 * articles), and the database's word is the cause.
 */
export function rootMessage(error: unknown): string {
  let at = error;
  while (at instanceof Error && at.cause instanceof Error) at = at.cause;
  if (at instanceof AggregateError && at.errors.length > 0) return at.errors.map(rootMessage).join('; ');
  return at instanceof Error ? at.message : String(at);
}
