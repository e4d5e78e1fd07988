import { articleLines } from '@wirewatch/shared/store/articles/list.ts';
import type { RulingRow } from '@wirewatch/shared/store/copies/rulings.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { inArray } from 'drizzle-orm';

/** Rulings with what people call the articles and outlets that they name, by id; what is gone has no name. */
export interface NamedRulings {
  rows: readonly RulingRow[];
  names: ReadonlyMap<string, string>;
}

/** Rows named at once: more than anybody reads of one list. */
const MOST = 1000;

/** Names what rulings are about. */
export async function namedRulings(store: Store, rows: readonly RulingRow[]): Promise<NamedRulings> {
  const { outlets } = store.tables;
  const idsOf = (some: readonly RulingRow[]) => [
    ...new Set(some.flatMap(({ subject, other }) => [subject, other ?? []]).flat()),
  ];
  const shown = rows.slice(0, MOST);
  const [ofArticles, ofOutlets] = [
    idsOf(shown.filter(({ kind }) => kind !== 'house')),
    idsOf(shown.filter(({ kind }) => kind === 'house')),
  ];
  const lines = await articleLines(store, ofArticles);
  const named =
    ofOutlets.length === 0
      ? []
      : await store.db
          .select({ id: outlets.id, name: outlets.name })
          .from(outlets)
          .where(inArray(outlets.id, ofOutlets));
  return {
    rows,
    names: new Map([
      ...lines.map(({ id, outlet, title, url }): [string, string] => [id, `${outlet}: ${title ?? url}`]),
      ...named.map(({ id, name }): [string, string] => [id, name]),
    ]),
  };
}
