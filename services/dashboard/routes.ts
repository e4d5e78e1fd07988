import type { Handler } from './ask.ts';
import { article } from './pages/article.ts';
import { articles } from './pages/articles.ts';
import { overview } from './pages/overview.ts';

/** Something that can be asked for. */
export interface Route {
  method: 'get' | 'post';
  path: string;
  handler: Handler;
}

/** Every page. */
export const PAGES: readonly Route[] = [
  { method: 'get', path: '/', handler: overview },
  { method: 'get', path: '/articles', handler: articles },
  { method: 'get', path: '/articles/:id', handler: article },
];
