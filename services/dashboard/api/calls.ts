import type { Route } from '../handler.ts';
import { ACTION_CALLS } from './action-calls.ts';
import { ARTICLE_CALLS } from './article-calls.ts';
import { BATCH_CALLS } from './batch-calls.ts';
import { COPY_CALLS } from './copy-calls.ts';
import { COUNT_CALLS } from './count-calls.ts';
import { API_BASE, type Endpoint, routeOf } from './endpoint.ts';
import { ENTITY_CALLS } from './entity-calls.ts';
import { MARK_CALLS } from './mark-calls.ts';
import { openApi } from './openapi.ts';
import { PIPELINE_CALLS } from './pipeline-calls.ts';
import { RULING_CALLS } from './ruling-calls.ts';
import { SEARCH_CALLS } from './search-calls.ts';
import { SOURCE_CALLS } from './source-calls.ts';
import { STORY_CALLS } from './story-calls.ts';
import { stream } from './stream.ts';
import { WATCH_CALLS } from './watch-calls.ts';

/** Every call of the API. */
const ENDPOINTS: readonly Endpoint[] = [
  ...ACTION_CALLS,
  ...ARTICLE_CALLS,
  ...SEARCH_CALLS,
  ...COPY_CALLS,
  ...RULING_CALLS,
  ...STORY_CALLS,
  ...COUNT_CALLS,
  ...SOURCE_CALLS,
  ...PIPELINE_CALLS,
  ...BATCH_CALLS,
  ...WATCH_CALLS,
  ...MARK_CALLS,
  ...ENTITY_CALLS,
];

export const API: readonly Route[] = [
  { method: 'get', path: `${API_BASE}/openapi.json`, handler: () => ({ kind: 'json', body: openApi(ENDPOINTS) }) },
  { method: 'get', path: `${API_BASE}/stream`, handler: stream },
  ...ENDPOINTS.map(routeOf),
];
