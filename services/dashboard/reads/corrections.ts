import type { Outcome } from '@wirewatch/shared/contracts/outcome.ts';
import type { SourceCount } from '@wirewatch/shared/sources/count.ts';
import type { Standing } from '@wirewatch/shared/sources/standing.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { type Amended, amendedFrom, carriedBy } from '../core/amendments.ts';

/** An original that was amended or withdrawn, and who still carries its old text. */
export interface Correction {
  article: Standing;
  /** Withdrawn: its server says that it is gone. */
  kind: 'amended' | 'withdrawn';
  /** Epoch ms: when the change was fetched. */
  at: number;
  /** What its server said, or the number of the newest revision. */
  revision: number | null;
  reason: string | null;
  was: string[];
  is: string[];
  still: Standing[];
  /** Has the newest text. */
  followed: Standing[];
  /** Has none of the places that were changed, or of both. */
  unclear: Standing[];
}

/** Copies of one text that are looked through, and former states that are compared. */
const MOST_COPIES = 200;
const MOST_STATES = 10;

/** The originals of a story that were amended or withdrawn, the newest change first. */
export async function correctionsOf(store: Store, { sources }: SourceCount): Promise<Correction[]> {
  const texts = sources.flatMap((source) => source.texts).filter(({ carriers }) => carriers.length > 1);
  const states = await statesOf(
    store,
    texts.flatMap(({ carriers }) => carriers.map(({ article }) => article.id)),
  );
  const amended = texts.filter(({ root }) => states.get(root.id)?.revised || states.get(root.id)?.outcome === 'gone');
  const found: Correction[] = [];
  for (const { root, carriers } of amended) {
    const copies = carriers
      .filter(({ article, how }) => article.id !== root.id && (how === 'copy' || how === 'own'))
      .map(({ article }) => article)
      // Who has taken it away as well carries it no more.
      .filter(({ id }) => states.get(id)?.outcome !== 'gone')
      .slice(0, MOST_COPIES);
    const state = states.get(root.id)!;
    if (state.outcome === 'gone') {
      const { finishedAt, reason } = state;
      const plain = { was: [], is: [], followed: [], unclear: [], revision: null };
      found.push({ article: root, kind: 'withdrawn', at: finishedAt ?? 0, reason, still: copies, ...plain });
      continue;
    }
    const correction = await amendedText(store, root, copies);
    if (correction) found.push(correction);
  }
  return found.sort((a, b) => b.at - a.at);
}

async function amendedText(store: Store, article: Standing, copies: readonly Standing[]): Promise<Correction | null> {
  const { revisions } = store.tables;
  const rows = await store.db
    .select({ number: revisions.number, text: revisions.text, fetchedAt: revisions.fetchedAt })
    .from(revisions)
    .where(eq(revisions.articleId, article.id))
    .orderBy(asc(revisions.number));
  const newest = rows.at(-1)!;
  const amended = amendedFrom(rows.slice(-MOST_STATES).map(({ text }) => text));
  if (amended.former.length + amended.newest.length === 0) return null;
  const parted = await partedBy(store, copies, amended);
  const { was, is } = amended;
  const told = { at: newest.fetchedAt, revision: newest.number, reason: null, was, is };
  return { article, kind: 'amended', ...told, ...parted };
}

async function partedBy(store: Store, copies: readonly Standing[], amended: Amended) {
  const texts = await textsOf(
    store,
    copies.map(({ id }) => id),
  );
  const parted = Map.groupBy(copies, ({ id }) => carriedBy(texts.get(id) ?? '', amended));
  const of = (which: 'former' | 'newest' | 'unclear') => parted.get(which) ?? [];
  return { still: of('former'), followed: of('newest'), unclear: of('unclear') };
}

async function textsOf(store: Store, ids: string[]): Promise<Map<string, string>> {
  const { articles, revisions } = store.tables;
  if (ids.length === 0) return new Map();
  const rows = await store.db
    .select({ id: articles.id, text: revisions.text })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .where(inArray(articles.id, ids));
  return new Map(rows.map(({ id, text }) => [id, text]));
}

interface State {
  outcome: Outcome | null;
  reason: string | null;
  finishedAt: number | null;
  revised: boolean;
}

const AT_ONCE = 500;

async function statesOf(store: Store, ids: readonly string[]): Promise<Map<string, State>> {
  const { articles, revisions } = store.tables;
  const found = new Map<string, State>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const part = ids.slice(at, at + AT_ONCE);
    const [rows, revised] = await Promise.all([
      store.db
        .select({
          id: articles.id,
          outcome: articles.outcome,
          reason: articles.reason,
          finishedAt: articles.finishedAt,
        })
        .from(articles)
        .where(inArray(articles.id, part)),
      store.db
        .selectDistinct({ id: revisions.articleId })
        .from(revisions)
        .where(and(inArray(revisions.articleId, part), gt(revisions.number, 1))),
    ]);
    const several = new Set(revised.map(({ id }) => id));
    for (const { id, ...row } of rows) found.set(id, { ...row, revised: several.has(id) });
  }
  return found;
}
