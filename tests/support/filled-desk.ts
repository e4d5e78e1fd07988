import { afterAll, beforeAll } from 'vitest';
import { type Desk, startDesk } from './dashboard.ts';
import { fillDesk } from './desk-corpus.ts';
import { type Dialect, emptyDatabase } from './dialects.ts';

/** A dashboard with the desk's corpus in a database of its own. */
export interface FilledDesk {
  readonly desk: Desk;
  /** The articles' ids by their names in the corpus. */
  readonly ids: ReadonlyMap<string, string>;
  /** The database's address. */
  readonly database: string;
}

/** Opens one for the tests of a description, and ends it with them. What it gives is there once they begin. */
export function useFilledDesk(dialect: Dialect, env: Record<string, string> = {}): FilledDesk {
  const filled = {} as { desk: Desk; ids: Map<string, string>; database: string };
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const empty = await emptyDatabase(dialect);
    drop = empty.drop;
    filled.database = empty.url;
    filled.desk = await startDesk({ DATABASE_URL: empty.url, ...env });
    filled.ids = await fillDesk(filled.desk.store);
  });
  afterAll(async () => {
    await filled.desk?.stop();
    await drop?.();
  });
  return filled;
}
