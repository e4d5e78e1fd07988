import { listArticles } from '@wirewatch/shared/store/articles/list.ts';
import { outletOf } from '@wirewatch/shared/store/feeds/outlets.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { pageOf } from '../reads/page-of.ts';
import { articlesView } from '../views/articles.ts';

const PAGE = 50;

/** Every article, newest first, or those of one outlet. */
export async function articles({ store, query, here, now }: Ask): Promise<Answer> {
  const outletId = query.get('outlet') ?? undefined;
  const outlet = outletId === undefined ? null : await outletOf(store, outletId);
  if (outletId !== undefined && outlet === null) return problem(404, `There is no outlet "${outletId}".`);
  const page = await pageOf(`articles ${outletId ?? ''}`, query.get('after'), PAGE, (after, limit) =>
    listArticles(store, { outletId, after, limit }),
  );
  if ('problem' in page) return problem(400, page.problem);
  const title = outlet === null ? 'Articles' : `Articles of ${outlet.name}`;
  return { kind: 'page', title, place: 'articles', body: articlesView({ title, ...page, here, now: now() }) };
}
