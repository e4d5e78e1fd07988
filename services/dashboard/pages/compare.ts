import { compareTexts } from '../core/compare-texts.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { readArticle } from '../reads/article.ts';
import { compareView } from '../views/compare.ts';

/** Two articles beside each other: what of the first stands in the second. */
export async function compare({ store, params }: Ask): Promise<Answer> {
  const [before, after] = await Promise.all([
    readArticle(store, params.before ?? ''),
    readArticle(store, params.after ?? ''),
  ]);
  if (before === null) return problem(404, `There is no article "${params.before}".`);
  if (after === null) return problem(404, `There is no article "${params.after}".`);
  const found = compareTexts(before.revision?.text ?? '', after.revision?.text ?? '');
  return { kind: 'page', title: 'Side by side', place: 'copies', body: compareView({ found, before, after }) };
}
