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
/**
 * What was learned from few texts is learned anew when twice as many may be there. All of them say little else a thousand uses later, and
 * to read and cut them again after two hundred was .35 ms an article.
 */
const USES_PER_TEXT = 1;
const LEAST_USES = 5;
const USES_OF_ALL = 1000;

/** Languages whose words are kept at hand, 1 MB each at most: a process of weeks meets any that a page names. */
const MOST_LANGUAGES = 40;

interface Learned {
  common: Commonness;
  usesLeft: number;
}

const learned = new WeakMap<Store, Map<string | null, Learned>>();

/** How common the words of a language are in the store. Kept in this process, and learned anew as the store grows. */
export async function commonWords(store: Store, language: string | null): Promise<Commonness> {
  const held = learned.get(store) ?? new Map<string | null, Learned>();
  learned.set(store, held);
  const keep = (learnt: Learned): Commonness => {
    // The one that was not asked for the longest goes first.
    held.delete(language);
    held.set(language, learnt);
    if (held.size > MOST_LANGUAGES) held.delete(held.keys().next().value!);
    return learnt.common;
  };
  const known = held.get(language);
  if (known && known.usesLeft > 0) return keep({ ...known, usesLeft: known.usesLeft - 1 });
  const texts = await readTexts(store, language);
  const common = new Commonness(texts.map((text) => new Set(contentWords(text.slice(0, READ)))));
  return keep({ common, usesLeft: usesOf(texts.length) });
}

function usesOf(texts: number): number {
  return texts < TEXTS ? Math.max(LEAST_USES, texts * USES_PER_TEXT) : USES_OF_ALL;
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
