import { and, inArray } from 'drizzle-orm';
import type { Db, Store } from '../database/store.ts';

/**
 * How much of what a feed says of an entry changed. `title`: its headline in other words. `words`: other words in the text, or another
 * figure in the headline. `rest`: figures in the text and the time of change, which counters and clocks move by themselves.
 */
export type ChangeGrade = 'none' | 'title' | 'words' | 'rest';

/** What an article's last looks at its page brought. */
export interface Looks {
  /** Looks in a row, the last one included, that found the page as the one before. */
  vain: number;
  /** Epoch ms of the last; null where there was none. */
  lastAt: number | null;
  /** The last one found no page to read. */
  failed: boolean;
}

const NEVER: Looks = { vain: 0, lastAt: null, failed: false };
const HOUR_MS = 3_600_000;

/**
 * After how many looks in vain a change is no longer believed at once, how long the next look then waits, how that grows with each
 * further one and where it ends. A day and a week for what moves by itself: a page costs one request a day at most, soon one a week.
 */
const PATIENCE: Record<
  Exclude<ChangeGrade, 'none'>,
  { free: number; firstMs: number; growth: number; capMs: number }
> = {
  title: { free: 1, firstMs: HOUR_MS, growth: 2, capMs: 24 * HOUR_MS },
  words: { free: 0, firstMs: 2 * HOUR_MS, growth: 4, capMs: 24 * HOUR_MS },
  rest: { free: 0, firstMs: 24 * HOUR_MS, growth: 2, capMs: 7 * 24 * HOUR_MS },
};

/** A hash of all that a feed says of an entry, as an earlier version wrote it: it cannot be compared. */
const UNGRADED = /^[0-9a-f]{64}$/;

/** Compares two states of an entry, each `title.words.rest` (hashes). */
export function gradeOf(before: string, after: string): ChangeGrade {
  if (before === after || UNGRADED.test(before)) return 'none';
  const [was, is] = [before.split('.'), after.split('.')];
  if (was[0] !== is[0]) return 'title';
  return was[1] !== is[1] ? 'words' : 'rest';
}

/** Whether a change of an entry is to send us to its page now. What looked changed and was not is not believed again at once. */
export function isBelieved(grade: ChangeGrade, looks: Looks, now: number): boolean {
  if (grade === 'none') return false;
  const { free, firstMs, growth, capMs } = PATIENCE[grade];
  if (looks.vain <= free || looks.lastAt === null) return true;
  const waitMs = Math.min(capMs, firstMs * growth ** Math.min(looks.vain - free - 1, 20));
  // A last look in the future is a clock that went wrong.
  return now - looks.lastAt >= waitMs || looks.lastAt > now;
}

/** What the looks at these articles' pages brought, from their journeys. */
export async function looksAt(store: Store, tx: Db, ids: string[]): Promise<(id: string) => Looks> {
  const { outcomes } = store.tables;
  const found = new Map<string, Map<number, { outcome: string; stage: string; at: number }>>();
  for (let at = 0; at < ids.length; at += 400) {
    const rows = await tx
      .select({
        id: outcomes.articleId,
        epoch: outcomes.epoch,
        stage: outcomes.stage,
        outcome: outcomes.outcome,
        at: outcomes.at,
      })
      .from(outcomes)
      .where(and(inArray(outcomes.articleId, ids.slice(at, at + 400)), inArray(outcomes.stage, ['fetch', 'clean'])));
    for (const { id, epoch, ...row } of rows) {
      const looks = found.get(id) ?? new Map();
      // The cleaner's word is the later one: other bytes may carry the same text.
      if (row.stage === 'clean' || !looks.has(epoch)) looks.set(epoch, row);
      found.set(id, looks);
    }
  }
  return (id) => {
    const looks = [...(found.get(id) ?? [])].sort(([a], [b]) => b - a).map(([, look]) => look);
    const [last] = looks;
    if (last === undefined) return NEVER;
    const good = last.outcome === 'passed' || last.outcome === 'done';
    let run = 0;
    while (run < looks.length && looks[run]!.outcome === last.outcome) run += 1;
    const vain = good ? 0 : last.outcome === 'unchanged' ? run : run - 1;
    return { vain, lastAt: last.at, failed: !good && last.outcome !== 'unchanged' };
  };
}
