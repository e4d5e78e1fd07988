import type { TimePlace } from '@wirewatch/shared/store/articles/list.ts';
import { openCursor, sealCursor } from './cursor.ts';

/** A page of a list, and the cursor of the next; null at the end. */
export interface Page<T> {
  rows: T[];
  next: string | null;
}

/**
 * Reads one keyset page.
 * @param list names the list and its query: a cursor of another one is refused
 * @param read reads up to `limit` rows after a place
 */
export async function pageOf<T extends { id: string; firstSeenAt: number }>(
  list: string,
  cursor: string | null,
  size: number,
  read: (after: TimePlace | null, limit: number) => Promise<T[]>,
): Promise<Page<T> | { problem: string }> {
  const after = cursor === null ? null : openCursor(list, cursor);
  if (after !== null && 'problem' in after) return after;
  const found = await read(after, size + 1);
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  const next = found.length > size && last ? sealCursor(list, { at: last.firstSeenAt, id: last.id }) : null;
  return { rows, next };
}
