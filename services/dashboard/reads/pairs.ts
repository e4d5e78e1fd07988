import { type CopyPair, copyPairsWithin } from '@wirewatch/shared/store/copies/house-rows.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import type { Counts } from './counts.ts';

const DAY_MS = 86_400_000;

/** Who copies whom, of all times (counts may be a minute old) or of days that are named (`YYYY-MM-DD`, both inclusive; empty where open). */
export async function pairsWithin(
  { store, counts }: { store: Store; counts: Counts },
  from: string,
  to: string,
): Promise<{ pairs: CopyPair[]; cut: boolean }> {
  if (from === '' && to === '') return { pairs: (await counts.copies()).pairs, cut: false };
  const start = from === '' ? null : Date.parse(from);
  const end = to === '' ? null : Date.parse(to) + DAY_MS;
  return copyPairsWithin(store, { from: start, to: end });
}
