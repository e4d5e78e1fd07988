import { eq, inArray } from 'drizzle-orm';
import type { Store } from '../database/store.ts';

/** The house of each outlet before a ruling, by outlet; null: a house of its own. */
export type Houses = Record<string, string | null>;

/**
 * Puts two outlets into one house, with all that is in the house of the second.
 * @returns what is to be known to undo it
 */
export async function keepHouses(store: Store, first: string, second: string): Promise<Houses> {
  const { outlets } = store.tables;
  const rows = await store.db
    .select()
    .from(outlets)
    .where(inArray(outlets.id, [first, second]));
  const [one, two] = [first, second].map((id) => rows.find((row) => row.id === id)!);
  const house = one!.house ?? two!.house ?? one!.name;
  const moved = [one!, two!].filter((row) => row.house !== house);
  if (two!.house !== null && two!.house !== house) {
    const others = await store.db.select().from(outlets).where(eq(outlets.house, two!.house));
    moved.push(...others.filter(({ id }) => id !== second));
  }
  for (const { id } of moved) await store.db.update(outlets).set({ house }).where(eq(outlets.id, id));
  return Object.fromEntries(moved.map((row) => [row.id, row.house]));
}

/** Gives outlets their former houses back. */
export async function restoreHouses(store: Store, before: Houses): Promise<void> {
  const { outlets } = store.tables;
  for (const [id, house] of Object.entries(before))
    await store.db.update(outlets).set({ house }).where(eq(outlets.id, id));
}
