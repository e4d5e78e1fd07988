import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { desc, eq, gt, lt } from 'drizzle-orm';

export type SignInRow = Store['tables']['signIns']['$inferSelect'];

/** Keeps a sign-in; those that have run out go. */
export async function addSignIn(store: Store, row: SignInRow): Promise<void> {
  const { signIns } = store.tables;
  await store.write(async (tx) => {
    await tx.delete(signIns).where(lt(signIns.until, row.createdAt));
    await tx.insert(signIns).values(row);
  });
}

/** One sign-in by its id, or null. */
export async function findSignIn(store: Store, id: string): Promise<SignInRow | null> {
  const { signIns } = store.tables;
  const [row] = await store.db.select().from(signIns).where(eq(signIns.id, id));
  return row ?? null;
}

/** Sign-ins that hold, newest first. */
export function listSignIns(store: Store, now: number): Promise<SignInRow[]> {
  const { signIns } = store.tables;
  return store.db.select().from(signIns).where(gt(signIns.until, now)).orderBy(desc(signIns.createdAt));
}

/** Ends a sign-in. Returns whether there was one. */
export async function endSignIn(store: Store, id: string): Promise<boolean> {
  const { signIns } = store.tables;
  return store.write(async (tx) => {
    const gone = await tx.delete(signIns).where(eq(signIns.id, id)).returning({ id: signIns.id });
    return gone.length > 0;
  });
}
