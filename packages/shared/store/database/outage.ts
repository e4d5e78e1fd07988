/**
 * What an error of the store, the blobs or Redis asks for. `conflict`: two transactions met, this one is run again at once. `away`: the
 * resource is away, full or read-only; no article is to blame, and all wait for it. `own`: the article's own, or a fault of ours.
 */
export type Answer = 'conflict' | 'away' | 'own';

interface Row {
  answer: Exclude<Answer, 'own'>;
  /** The error's code, as Node, SQLite or SQLSTATE give it. */
  code?: RegExp;
  /** The beginning of its message, where it has no code that tells. */
  words?: RegExp;
  /** The error's class, where it is one of ours. */
  name?: RegExp;
}

/** The one table of errors: the first row that fits decides. */
const ERRORS: readonly Row[] = [
  // Postgres: serialization failure, deadlock, lock not available, idle transaction ended, statement cancelled.
  { answer: 'conflict', code: /^(40001|40P01|55P03|25P03|57014)$/ },
  // The disk and the process: read-only, broken, out of files, over quota, stale, full.
  { answer: 'away', code: /^(EROFS|EIO|EMFILE|ENFILE|EDQUOT|ESTALE|ENOSPC|ENODEV|ENXIO)$/ },
  // The network.
  { answer: 'away', code: /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN)/ },
  { answer: 'away', code: /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|PROTOCOL)/ },
  // Postgres: connection, resources, system error, shut down, no such standby; read-only transaction after a failover.
  { answer: 'away', code: /^(08...|53...|58...|57P0[123]|25006)$/ },
  // EXECABORT: in a transaction Redis gives its reason to the single command, and this to all of them.
  { answer: 'away', words: /^(READONLY|OOM|LOADING|MASTERDOWN|CLUSTERDOWN|NOREPLICAS|MISCONF|UNBLOCKED|EXECABORT)\b/ },
  {
    answer: 'away',
    words:
      /Connection terminated|Connection is closed|aborted due to connection close|connection error and is not queryable|connection timeout|timeout exceeded when trying to connect|max retries per request|Stream isn't writeable/i,
  },
  { answer: 'away', name: /^(StoreBusy|BlobsUnavailable)$/ },
];

/** What an error asks for, by itself or by what caused it. */
export function answerTo(error: unknown): Answer {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { message, name } = at;
    const code = String((at as { code?: unknown }).code ?? '');
    const row = ERRORS.find((each) => each.code?.test(code) || each.words?.test(message) || each.name?.test(name));
    if (row) return row.answer;
    if (at instanceof AggregateError) {
      const answers = at.errors.map(answerTo);
      const found = answers.find((answer) => answer !== 'own');
      if (found) return found;
    }
  }
  return 'own';
}

/** Whether an error says "not now" (a store or Redis that is away or full, a conflict that did not end) rather than "never". */
export function isOutage(error: unknown): boolean {
  return answerTo(error) !== 'own';
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
