import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { withoutNul } from '@wirewatch/shared/store/database/store.ts';
import { audited } from '@wirewatch/shared/store/operations/audit.ts';
import { findStory } from '@wirewatch/shared/store/sources/story.ts';
import { and, eq } from 'drizzle-orm';
import { MarkDraft, SearchDraft } from '../core/mark-draft.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import type { MarkRow, SavedSearch } from '../reads/marks.ts';
import { withQuery } from '../views/parts.ts';
import type { Action } from './action.ts';

/** Takes what a form says of an article or story, and leads back to it. */
export async function markByForm(ask: Ask): Promise<Answer> {
  const said = MarkDraft.safeParse(Object.fromEntries(ask.form));
  if (!said.success) return problem(400, said.error.issues.map(({ message }) => message).join('; '));
  const marked = await mark(ask, said.data);
  if ('kind' in marked && marked.kind === 'problem') return marked;
  const { entry } = marked as Marked;
  const page = said.data.kind === 'story' ? 'stories' : 'articles';
  const path = `/${page}/${encodeURIComponent(said.data.subject)}`;
  return { kind: 'go', to: withQuery(path, { done: entry === null ? null : String(entry) }) };
}

interface Marked {
  mark: MarkRow;
  entry: number | null;
}

/** Writes a reader's mark down, and in the audit list; the words of a note stay out of that. */
export async function mark({ store, who, now }: Ask, draft: MarkDraft): Promise<Marked | Answer> {
  const { kind, subject } = draft;
  if (!(await isThere(store, draft))) return problem(404, `There is no ${kind} "${subject}".`);
  const at = now();
  return audited(store, async (both) => {
    const { readingMarks: table } = both.tables;
    const own = and(eq(table.who, who), eq(table.kind, kind), eq(table.subject, subject));
    const [held] = await both.db.select().from(table).where(own);
    const before = held ?? { who, kind, subject, readAt: null, keptAt: null, note: null, tags: [], updatedAt: at };
    const note = draft.note === undefined ? before.note : withoutNul(draft.note)?.trim() || null;
    const row: MarkRow = {
      ...before,
      readAt: switched(before.readAt, draft.read, at),
      keptAt: switched(before.keptAt, draft.kept, at),
      note,
      tags: withoutNul(draft.tags) ?? before.tags,
      updatedAt: at,
    };
    const empty = row.readAt === null && row.keptAt === null && row.note === null && row.tags.length === 0;
    if (empty) await both.db.delete(table).where(own);
    else if (held) await both.db.update(table).set(row).where(own);
    else await both.db.insert(table).values(row);
    const detail = { read: row.readAt !== null, kept: row.keptAt !== null, note: row.note !== null, tags: row.tags };
    const change = { at, who, action: `mark.${kind}`, target: subject, count: 1, detail };
    return { mark: row, change };
  });
}

function switched(before: number | null, said: boolean | undefined, at: number): number | null {
  if (said === undefined) return before;
  return said ? (before ?? at) : null;
}

async function isThere(store: Store, { kind, subject }: MarkDraft): Promise<boolean> {
  if (kind === 'story') return (await findStory(store, subject)) !== null;
  const { articles } = store.tables;
  const [row] = await store.db.select({ id: articles.id }).from(articles).where(eq(articles.id, subject));
  return row !== undefined;
}

/** Keeps the search of a form for who asks, and leads to it. */
export async function saveSearchByForm(ask: Ask): Promise<Answer> {
  const said = SearchDraft.safeParse(Object.fromEntries(ask.form));
  if (!said.success) return problem(400, said.error.issues.map((each) => `${each.path}: ${each.message}`).join('; '));
  const { search, entry } = await saveSearch(ask, said.data);
  return { kind: 'go', to: withQuery(`/search?${search.query}`, { done: String(entry) }) };
}

/** Keeps a search under a name; another of that name is replaced. */
export function saveSearch(
  { store, who, now }: Ask,
  { name, query }: { name: string; query: string },
): Promise<{ search: SavedSearch; entry: number | null }> {
  const at = now();
  // Read and written anew: nothing but fields of a search stands in an address of ours.
  const fields = withoutNul(new URLSearchParams(query).toString());
  return audited(store, async (both) => {
    const { savedSearches } = both.tables;
    const [search] = await both.db
      .insert(savedSearches)
      .values({ who, name: withoutNul(name), query: fields, createdAt: at })
      .onConflictDoUpdate({ target: [savedSearches.who, savedSearches.name], set: { query: fields, createdAt: at } })
      .returning();
    return {
      search: search!,
      change: { at, who, action: 'search.save', target: name, count: 1, detail: { query: fields } },
    };
  });
}

const remove: Action = {
  name: 'search.remove',
  path: '/searches/:id/remove',
  place: 'reading',
  back: () => '/marks',
  inStore: true,
  async question(ask) {
    const held = await ownSearch(ask);
    if ('kind' in held) return held;
    return { title: `Forget the search ${held.name}?`, text: 'What it finds stays.', count: 1, button: 'Forget' };
  },
  async run(ask) {
    const held = await ownSearch(ask);
    if ('kind' in held) return held;
    const { savedSearches } = ask.store.tables;
    await ask.store.db.delete(savedSearches).where(eq(savedSearches.id, held.id));
    return { target: held.name, count: 1 };
  },
};

/** A search of who asks: others' are none of theirs. */
async function ownSearch({ store, who, params }: Ask): Promise<SavedSearch | Extract<Answer, { kind: 'problem' }>> {
  const { savedSearches } = store.tables;
  const id = /^\d{1,15}$/.test(params.id ?? '') ? Number(params.id) : -1;
  const [row] = await store.db
    .select()
    .from(savedSearches)
    .where(and(eq(savedSearches.id, id), eq(savedSearches.who, who)));
  return row ?? (problem(404, `You have no saved search ${params.id}.`) as Extract<Answer, { kind: 'problem' }>);
}

export const SEARCH_ACTIONS: readonly Action[] = [remove];
