import { readFileSync } from 'node:fs';
import { isOutage, rootMessage } from '@wirewatch/shared/store/database/outage.ts';
import { findAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { type Context, Hono } from 'hono';
import { API } from './api/calls.ts';
import { readBody } from './body.ts';
import { changeWords } from './core/change-words.ts';
import { guard, signOut, type Who } from './guard.ts';
import type { Ask, Dashboard, Route } from './handler.ts';
import { refuse, reply } from './reply.ts';
import { MONITOR, PAGES } from './routes.ts';
import { SECURITY_HEADERS } from './security/headers.ts';
import { websubRoutes } from './websub.ts';

type Env = { Variables: { who: Who } };

const ASSETS: Readonly<Record<string, string>> = {
  'style.css': 'text/css; charset=utf-8',
  'desk.css': 'text/css; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'complete.js': 'text/javascript; charset=utf-8',
  'keys.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

/** How long a word of what was done is shown to who comes back. */
const NOTICE_MS = 60_000;

/** Monitors and open pages ask on through an outage: it is told once in so long. */
const TELL_AGAIN_MS = 60_000;

/** The whole dashboard as one application. */
export function createApp(dashboard: Dashboard): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
    await next();
  });
  // Before the guard: hubs have no token.
  app.route('/websub', websubRoutes(dashboard));
  app.use(guard(dashboard));
  for (const [name, type] of Object.entries(ASSETS)) {
    const body = readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
    app.get(`/assets/${name}`, (c) => c.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' }));
  }
  app.post('/logout', (c) => signOut(c, dashboard.store));
  app.get('/queues/', (c) => c.redirect('/queues'));
  const board = whenAsked(async () => (await import('./bull-board.ts')).bullBoard(dashboard.queues));
  app.all('/queues', board).all('/queues/*', board);
  for (const route of [...PAGES, ...API, ...MONITOR]) app[route.method](route.path, (c) => run(c, route, dashboard));
  app.notFound((c) => refuse(c, 404, `There is nothing at ${c.req.path}.`, isSignedIn(c)));
  let toldAt = Number.NEGATIVE_INFINITY;
  app.onError((error, c) => {
    // What the database says, without the statement and the values that it says it of: those are for the log.
    const message = rootMessage(error);
    if (isOutage(error)) {
      if (dashboard.now() - toldAt >= TELL_AGAIN_MS) {
        toldAt = dashboard.now();
        dashboard.log.warn({ path: c.req.path, error: message }, 'the store or Redis does not answer');
      }
      return refuse(
        c,
        503,
        'The store or Redis does not answer just now. Nothing is lost: try again in a moment.',
        isSignedIn(c),
      );
    }
    dashboard.log.error({ path: c.req.path, error: message, stack: error.stack }, 'a page failed');
    return refuse(c, 500, `${message}. The log has more.`, isSignedIn(c));
  });
  return app;
}

/** An application that is loaded when somebody comes to it; what it has nothing at, and what it fails with, is ours to answer. */
function whenAsked(load: () => Promise<Hono>): (c: Context<Env>) => Promise<Response> {
  let loaded: Promise<Hono> | undefined;
  return async (c) => {
    loaded ??= load().then((app) => {
      app.notFound(() => new Response(null, { status: 404 }));
      app.onError((error) => {
        throw error;
      });
      return app;
    });
    const answer = await (await loaded).fetch(c.req.raw, c.env);
    if (answer.status === 404 && answer.body === null) return c.notFound();
    // With the headers that every answer has.
    return answer.body === null ? c.newResponse(null, answer) : c.newResponse(answer.body, answer);
  };
}

async function run(c: Context<Env>, route: Route, dashboard: Dashboard): Promise<Response> {
  const sent =
    route.method === 'post' ? await readBody(c) : { form: new URLSearchParams(), files: new Map(), body: {} };
  if ('problem' in sent) return refuse(c, sent.status, sent.problem, isSignedIn(c));
  const url = new URL(c.req.url);
  const ask: Ask = {
    ...dashboard,
    ...sent,
    params: c.req.param() as Record<string, string>,
    query: url.searchParams,
    headers: { lastEventId: c.req.header('last-event-id') ?? null },
    who: `web:${c.get('who').name}`,
    right: c.get('who').right,
    origin: `${c.req.header('x-forwarded-proto') === 'https' ? 'https' : 'http'}://${c.req.header('host')}`,
    here: `${url.pathname}${url.search}`,
  };
  const answer = await route.handler(ask);
  return reply(c, answer, isSignedIn(c), answer.kind === 'page' ? await noticeOf(ask) : null);
}

/** What was done a moment ago, from the audit list: an address says only which entry, so that nobody can put words here. */
async function noticeOf({ store, query, now }: Ask): Promise<string | null> {
  const done = query.get('done');
  if (done === null || !/^\d{1,15}$/.test(done)) return null;
  const row = await findAudit(store, Number(done));
  if (row === null || now() - row.at > NOTICE_MS) return null;
  return `${changeWords(row)}.`;
}

function isSignedIn(c: Context<Env>): boolean {
  return c.get('who')?.signIn != null;
}
