import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import type { Ask, Dashboard } from './ask.ts';
import { bullBoard } from './bull-board.ts';
import { guard, signOut, type Who } from './guard.ts';
import { refuse, reply } from './reply.ts';
import { PAGES, type Route } from './routes.ts';

type Env = { Variables: { who: Who } };

const ASSETS: Readonly<Record<string, string>> = {
  'style.css': 'text/css; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

/** A form of ours has some fields; an OPML file of some thousand feeds has 1 MB. */
const MAX_BODY_BYTES = 10_000_000;

/** The whole dashboard as one application. */
export function createApp(dashboard: Dashboard): Hono<Env> {
  const app = new Hono<Env>();
  app.use(guard(dashboard.config, dashboard.now));
  for (const [name, type] of Object.entries(ASSETS)) {
    const body = readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
    app.get(`/assets/${name}`, (c) => c.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' }));
  }
  app.post('/logout', signOut);
  app.get('/queues/', (c) => c.redirect('/queues'));
  app.route('/queues', bullBoard(dashboard.queues));
  for (const route of PAGES) app[route.method](route.path, (c) => run(c, route, dashboard));
  app.notFound((c) => refuse(c, 404, `There is nothing at ${c.req.path}.`, isSignedIn(c)));
  app.onError((error, c) => {
    dashboard.log.error({ path: c.req.path, error: error.message, stack: error.stack }, 'a page failed');
    return refuse(c, 500, `${error.message}. The log has more.`, isSignedIn(c));
  });
  return app;
}

async function run(c: Context<Env>, route: Route, dashboard: Dashboard): Promise<Response> {
  const form = new URLSearchParams();
  if (route.method === 'post') {
    if (Number(c.req.header('content-length') ?? 0) > MAX_BODY_BYTES) {
      return refuse(c, 413, `The request is larger than ${MAX_BODY_BYTES} bytes.`, isSignedIn(c));
    }
    const fields = await c.req.parseBody({ all: true });
    for (const [name, value] of Object.entries(fields)) {
      for (const each of [value].flat()) form.append(name, typeof each === 'string' ? each : await each.text());
    }
  }
  const url = new URL(c.req.url);
  const ask: Ask = {
    ...dashboard,
    params: c.req.param() as Record<string, string>,
    query: url.searchParams,
    form,
    who: `dashboard:${c.get('who')}`,
    here: `${url.pathname}${url.search}`,
  };
  return reply(c, await route.handler(ask), isSignedIn(c));
}

function isSignedIn(c: Context<Env>): boolean {
  return c.get('who') === 'session';
}
