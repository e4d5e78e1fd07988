import type { ArticleLine } from '@wirewatch/shared/store/articles/list.ts';
import { articleList } from './article-list.ts';
import { type Html, html } from './html.ts';
import { empty, older } from './parts.ts';

export function articlesView(page: {
  title: string;
  rows: ArticleLine[];
  next: string | null;
  here: string;
  now: number;
}): Html {
  const beyond = page.rows.length === 0 && page.here.includes('after=');
  return html`<h1 dir="auto">${page.title}</h1>
${beyond ? empty('No older article.', 'This is the end of the list.') : articleList(page.rows, page.now)}
${older(page.here, page.next)}`;
}
