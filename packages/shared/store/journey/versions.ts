import { eq } from 'drizzle-orm';
import type { Stage } from '../../pipeline.ts';
import type { Store } from '../database/store.ts';

const keyOf = (stage: Stage) => `version.${stage}`;

/** Remembers which version of a stage is at work: what differs from it is stale. Said by each worker when it starts. */
export async function sayVersion(store: Store, stage: Stage, version: string): Promise<void> {
  const { meta } = store.tables;
  await store.write(async (tx) => {
    await tx
      .insert(meta)
      .values({ key: keyOf(stage), value: version })
      .onConflictDoUpdate({ target: meta.key, set: { value: version } });
  });
}

/** The version of a stage that is at work, or null where none has been yet. */
export async function currentVersion(store: Store, stage: Stage): Promise<string | null> {
  const { meta } = store.tables;
  const [row] = await store.db
    .select()
    .from(meta)
    .where(eq(meta.key, keyOf(stage)));
  return row?.value ?? null;
}
