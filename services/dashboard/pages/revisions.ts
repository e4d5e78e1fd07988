import { compareTexts } from '../core/compare-texts.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { readArticle } from '../reads/article.ts';
import { revisionView } from '../views/revision.ts';

/** What one revision of an article changed against the one before it. */
export async function revision({ store, params }: Ask): Promise<Answer> {
  const whole = await readArticle(store, params.id ?? '');
  if (whole === null) return problem(404, `There is no article "${params.id}".`);
  const after = whole.revisions.find((each) => String(each.number) === params.number);
  if (after === undefined) return problem(404, `This article has no revision ${params.number}.`);
  const before = whole.revisions.find((each) => each.number === after.number - 1) ?? null;
  const found = compareTexts(before?.text ?? '', after.text);
  const body = revisionView({ article: whole.article, before, after, found });
  return { kind: 'page', title: `Revision ${after.number}`, place: 'articles', body };
}
