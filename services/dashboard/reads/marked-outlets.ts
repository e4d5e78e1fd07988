import { platformOf } from '@wirewatch/shared/outlets/key.ts';
import type { BlobStore } from '@wirewatch/shared/store/blobs/blobs.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { eq, isNotNull, lte, sql } from 'drizzle-orm';
import { ownerMarks } from '../core/owner-marks.ts';
import type { MarkedOutlet } from '../core/propose-houses.ts';

/** Of each outlet: one page may be a sponsor's, and more say the same. */
const PAGES = 2;

/**
 * Every outlet whose pages are kept, with what they say of their owner. Reads two pages an outlet, 2 to 3 ms CPU each, one after the other:
 * ask for it rarely. A page whose bytes are lost is passed over.
 */
export async function markedOutlets(store: Store, blobs: BlobStore): Promise<MarkedOutlet[]> {
  const { articles, outlets } = store.tables;
  const newest = store.db
    .select({
      outletId: articles.outletId,
      rawHash: articles.rawHash,
      place:
        sql<number>`row_number() over (partition by ${articles.outletId} order by ${articles.fetchedAt} desc, ${articles.id})`.as(
          'place',
        ),
    })
    .from(articles)
    .where(isNotNull(articles.rawHash))
    .as('newest');
  const rows = await store.db
    .select({ id: outlets.id, host: outlets.host, house: outlets.house, rawHash: newest.rawHash })
    .from(newest)
    .innerJoin(outlets, eq(outlets.id, newest.outletId))
    .where(lte(newest.place, PAGES))
    .orderBy(outlets.id);
  if (rows.length === 0) return [];
  // With its tables of charsets: loaded where there is a page.
  const { decodeBytes } = await import('@wirewatch/shared/text/charset.ts');
  const found = new Map<string, MarkedOutlet>();
  for (const { id, host, house, rawHash } of rows) {
    const bytes = await blobs.get(rawHash!).catch(() => null);
    if (bytes === null) continue;
    const marks = ownerMarks(decodeBytes(bytes, { kind: 'html' }).text);
    const outlet = found.get(id) ?? { id, house, platform: platformOf(host), marks: [] };
    found.set(id, { ...outlet, marks: [...outlet.marks, ...marks] });
  }
  return [...found.values()];
}
