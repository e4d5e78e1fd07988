/** Codes of a database, Redis or network that is away, as Node, SQLite, node-postgres and SQLSTATE give them. */
const AWAY =
  /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|SQLITE_BUSY|SQLITE_LOCKED|SQLITE_FULL|SQLITE_IOERR|ENOSPC|08|57P0|53)/;
const AWAY_WORDS =
  /Connection terminated|Connection is closed|connection timeout|timeout exceeded when trying to connect|max retries per request|Stream isn't writeable/i;

/** Whether an error says "not now" (a store or Redis that is away or full) rather than "never". */
export function isOutage(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = String((at as { code?: unknown }).code ?? '');
    if (AWAY.test(code) || AWAY_WORDS.test(at.message) || at.name === 'StoreBusy') return true;
    if (at instanceof AggregateError && at.errors.some(isOutage)) return true;
  }
  return false;
}
