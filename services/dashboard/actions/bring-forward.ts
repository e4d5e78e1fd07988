import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { and, gt, inArray } from 'drizzle-orm';

/** Lets articles that were put off be tried at once. Returns the ids of those that were. */
export async function bringForward(store: Store, ids: string[], now: number): Promise<string[]> {
  const { articles } = store.tables;
  const touched: string[] = [];
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await store.write((tx) =>
      tx
        .update(articles)
        .set({ notBefore: null })
        .where(and(inArray(articles.id, ids.slice(at, at + 500)), gt(articles.notBefore, now)))
        .returning({ id: articles.id }),
    );
    touched.push(...rows.map((row) => row.id));
  }
  return touched;
}
