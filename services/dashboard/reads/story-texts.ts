import type { SourceCount } from '@wirewatch/shared/sources/count.ts';
import type { Text } from '@wirewatch/shared/sources/texts.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { eq, inArray } from 'drizzle-orm';
import { type OnlyHere, onlyHere } from '../core/only-here.ts';

/** An independent text of a story, with what it alone says. */
export interface Telling {
  text: Text;
  name: string;
  only: OnlyHere;
}

/** Texts that are shown beside one another. */
const MOST = 6;

/** The independent texts of a story whose pages are here, the first to publish first, and how many more there are. */
export async function tellingsOf(store: Store, { sources }: SourceCount): Promise<{ shown: Telling[]; more: number }> {
  const all = sources
    .flatMap((source) => source.texts.map((text) => ({ text, name: source.owner.name })))
    .sort((a, b) => a.text.root.at - b.text.root.at);
  const some = all.slice(0, MOST);
  const texts = await textsOf(
    store,
    some.map(({ text }) => text.root.id),
  );
  const told = some.map(({ text: { root } }) => texts.get(root.id) ?? { text: '', language: null, names: [] });
  const only = onlyHere(told);
  return { shown: some.map((one, at) => ({ ...one, only: only[at]! })), more: all.length - some.length };
}

async function textsOf(store: Store, ids: string[]) {
  const { articles, revisions, classifications } = store.tables;
  if (ids.length === 0) return new Map<string, never>();
  const rows = await store.db
    .select({ id: articles.id, text: revisions.text, language: revisions.language, entities: classifications.entities })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .leftJoin(classifications, eq(classifications.articleId, articles.id))
    .where(inArray(articles.id, ids));
  return new Map(
    rows.map(({ id, entities, ...row }) => [id, { ...row, names: (entities ?? []).map(({ name }) => name) }]),
  );
}
