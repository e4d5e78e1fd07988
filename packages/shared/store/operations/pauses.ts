import { eq, like } from 'drizzle-orm';
import type { QueueName } from '../../pipeline.ts';
import type { Store } from '../database/store.ts';

const PREFIX = 'paused.';

/** Remembers that a person wants a queue to stand still, or to go on. Redis is made to agree by whoever asks, and by the reconciler. */
export async function wishPause(store: Store, name: QueueName, paused: boolean): Promise<void> {
  const { meta } = store.tables;
  const key = PREFIX + name;
  await store.write(async (tx) => {
    if (paused) await tx.insert(meta).values({ key, value: 'yes' }).onConflictDoNothing();
    else await tx.delete(meta).where(eq(meta.key, key));
  });
}

/** The queues that are to stand still. */
export async function wishedPauses(store: Store): Promise<Set<string>> {
  const { meta } = store.tables;
  const rows = await store.db
    .select({ key: meta.key })
    .from(meta)
    .where(like(meta.key, `${PREFIX}%`));
  return new Set(rows.map((row) => row.key.slice(PREFIX.length)));
}
