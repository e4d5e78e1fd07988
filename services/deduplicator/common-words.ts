import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { and, desc, eq, gt, isNull, max } from 'drizzle-orm';
import { Commonness } from './core/commonness.ts';
import { contentWords } from './core/vocabulary.ts';

/** Texts that say how common a language's words are: 50 tell nearly as much as 1,000. */
const TEXTS = 200;
/** Articles among which they are looked for, the latest: of a rare language there may be fewer. */
const LATEST = 4000;
/** Characters of each that are read. */
const READ = 5000;
/** What was learned from few texts is learned anew when so many times as many may be there, at last after so many uses. */
const USES_PER_TEXT = 1;
const LEAST_USES = 5;

interface Learned {
  common: Commonness;
  usesLeft: number;
}

const learned = new WeakMap<Store, Map<string | null, Learned>>();

/** How common the words of a language are in the store. Kept in this process, and learned anew as the store grows. */
export async function commonWords(store: Store, language: string | null): Promise<Commonness> {
  const held = learned.get(store) ?? new Map<string | null, Learned>();
  learned.set(store, held);
  const known = held.get(language);
  if (known && known.usesLeft > 0) {
    known.usesLeft -= 1;
    return known.common;
  }
  const texts = await readTexts(store, language);
  const common = new Commonness(texts.map((text) => new Set(contentWords(text.slice(0, READ)))));
  held.set(language, { common, usesLeft: Math.max(LEAST_USES, texts.length * USES_PER_TEXT) });
  return common;
}

async function readTexts(store: Store, language: string | null): Promise<string[]> {
  const { dedupArticles, articles, revisions } = store.tables;
  const [last] = await store.db.select({ number: max(dedupArticles.number) }).from(dedupArticles);
  const rows = await store.db
    .select({ text: revisions.text })
    .from(dedupArticles)
    .innerJoin(articles, eq(articles.id, dedupArticles.articleId))
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .where(
      and(
        gt(dedupArticles.number, (last?.number ?? 0) - LATEST),
        language === null ? isNull(revisions.language) : eq(revisions.language, language),
      ),
    )
    .orderBy(desc(dedupArticles.number))
    .limit(TEXTS);
  return rows.map((row) => row.text);
}
