import { type Answer, type Ask, problem } from '../handler.ts';
import { markPage, savedSearches, tagsOf } from '../reads/marks.ts';
import { readingView } from '../views/reading.ts';

const PAGE = 50;

/** What somebody keeps under the name of their token. */
export async function reading({ store, who, query, here, now }: Ask): Promise<Answer> {
  const filter = { tag: query.get('tag') ?? undefined, kept: query.get('kept') === 'yes' };
  const page = await markPage(store, who, filter, query.get('after'), PAGE);
  if ('problem' in page) return problem(400, page.problem);
  const [tags, searches] = await Promise.all([tagsOf(store, who), savedSearches(store, who)]);
  const name = who.replace(/^web:/, '');
  const body = readingView({ name, ...page, tags, searches, here, filter, now: now() });
  return { kind: 'page', title: 'Reading', place: 'reading', body };
}
