import { listArticles } from '@wirewatch/shared/store/article-list.ts';
import { outletOf } from '@wirewatch/shared/store/outlets.ts';
import { type Answer, type Ask, problem } from '../ask.ts';
import { openCursor, sealCursor } from '../reads/cursor.ts';
import { articlesView } from '../views/articles.ts';

const PAGE = 50;

/** Every article, newest first, or those of one outlet. */
export async function articles({ store, query, here, now }: Ask): Promise<Answer> {
  const outletId = query.get('outlet') ?? undefined;
  const outlet = outletId === undefined ? null : await outletOf(store, outletId);
  if (outletId !== undefined && outlet === null) return problem(404, `There is no outlet "${outletId}".`);
  const list = `articles ${outletId ?? ''}`;
  const cursor = query.get('after');
  const after = cursor === null ? null : openCursor(list, cursor);
  if (after !== null && 'problem' in after) return problem(400, after.problem);
  const lines = await listArticles(store, { outletId, after, limit: PAGE + 1 });
  const shown = lines.slice(0, PAGE);
  const last = shown.at(-1);
  const next = lines.length > PAGE && last ? sealCursor(list, { at: last.firstSeenAt, id: last.id }) : null;
  const title = outlet === null ? 'Articles' : `Articles of ${outlet.name}`;
  return {
    kind: 'page',
    title,
    place: 'articles',
    body: articlesView({ title, lines: shown, next, here, now: now() }),
  };
}
