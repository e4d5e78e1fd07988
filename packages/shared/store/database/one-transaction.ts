import type { Store } from './store.ts';

/** Does several changes as one: whatever `work` writes through the store that it is given is there as a whole or not at all. */
export function inOneTransaction<T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> {
  return store.write((tx) =>
    work({ ...store, db: tx, write: (change) => change(tx), writeOne: (change) => change(tx) }),
  );
}
