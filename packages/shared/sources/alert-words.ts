import type { SourceCount } from './count.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** What an article that was told of is among its story's: "copy of X, 98 %", "own text: the second independent source"; empty where it is not among them. */
export function alertWords(articleId: string, { sources }: SourceCount): string {
  for (const [index, { owner, texts }] of sources.entries()) {
    for (const { carriers, root } of texts) {
      const carrier = carriers.find(({ article }) => article.id === articleId);
      if (!carrier) continue;
      if (root.id === articleId && root.credited === null)
        return `own text: the ${ORDINALS[index] ?? `${index + 1}th`} independent source`;
      const { coverage } = carrier.article;
      return `${carrier.how} of ${owner.name}${coverage === null ? '' : `, ${Math.floor(coverage * 100)} %`}`;
    }
  }
  return '';
}
