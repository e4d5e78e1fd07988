import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { assignStory } from './assign-story.ts';
import { Engine } from './engine.ts';
import { createStorePort } from './store-port.ts';
import { DEDUP_VERSION } from './version.ts';

/** Articles whose groups are settled in one go: others may settle in between. */
const AT_ONCE = 50;

/** Settles anew where these articles and all that hang together with them stand, after something was said of them that no text shows. */
export async function settleAnew(store: Store, ids: readonly string[]): Promise<void> {
  const port = createStorePort(store, DEDUP_VERSION);
  const engine = new Engine(port);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const part = ids.slice(at, at + AT_ONCE);
    await port.exclusively((inner) => engine.settle(part, inner));
    for (const id of part) await assignStory(store, id);
  }
}
