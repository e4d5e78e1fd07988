import { countStory, findStory } from '@wirewatch/shared/store/sources/story.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { readArticle } from '../reads/article.ts';
import { marksOf } from '../reads/marks.ts';
import { holds } from '../security/rights.ts';
import { articleView } from '../views/article.ts';

/** One article: text, metadata with provenance, journey, what was cut, revisions. */
export async function article({ store, params, who, right, now }: Ask): Promise<Answer> {
  const whole = await readArticle(store, params.id ?? '');
  if (whole === null) return problem(404, `There is no article "${params.id}".`);
  const found = whole.syndication === null ? null : await findStory(store, whole.article.id);
  const story = found === null ? null : { id: found.id, count: await countStory(store, found) };
  const mark = (await marksOf(store, who, 'article', [whole.article.id])).get(whole.article.id);
  const own = { mark, form: holds(right, 'desk') };
  const title = whole.revision?.title ?? whole.article.title ?? whole.article.url;
  return { kind: 'page', title, place: 'articles', body: articleView(whole, story, own, now()) };
}
