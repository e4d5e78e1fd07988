import { listCopies } from '@wirewatch/shared/store/copies/groups.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { pageOf } from '../reads/page-of.ts';
import { copiesView } from '../views/copies.ts';

const PAGE = 50;

/** What was copied or quoted, newest first. */
export async function copies({ store, query, here, now }: Ask): Promise<Answer> {
  const page = await pageOf('copies', query.get('after'), PAGE, (after, limit) => listCopies(store, { after, limit }));
  if ('problem' in page) return problem(400, page.problem);
  return { kind: 'page', title: 'Copies', place: 'copies', body: copiesView({ ...page, here, now: now() }) };
}
