import type { Handler } from './ask.ts';
import { article } from './pages/article.ts';
import { articles } from './pages/articles.ts';
import { compare } from './pages/compare.ts';
import { copies } from './pages/copies.ts';
import { group } from './pages/group.ts';
import { overview } from './pages/overview.ts';
import { raw, rawBytes } from './pages/raw.ts';
import { revision } from './pages/revisions.ts';

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
  { method: 'get', path: '/articles/:id/raw', handler: raw },
  { method: 'get', path: '/articles/:id/raw/page', handler: rawBytes },
  { method: 'get', path: '/articles/:id/revisions/:number', handler: revision },
  { method: 'get', path: '/copies', handler: copies },
  { method: 'get', path: '/groups/:id', handler: group },
  { method: 'get', path: '/compare/:before/:after', handler: compare },
];
