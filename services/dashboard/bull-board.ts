import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { HonoAdapter } from '@bull-board/hono';
import { serveStatic } from '@hono/node-server/serve-static';
import { LANES, QUEUES } from '@wirewatch/shared/pipeline.ts';
import type { Queues } from '@wirewatch/shared/queue/queues.ts';
import { Hono } from 'hono';
import { BULL_BOARD_POLICY } from './security/headers.ts';

const BASE = '/queues';
/**
 * Its page asks for a font from a foreign host, and styles its "Loading" inline. Our content policy refuses both; without
 * them the browser has nothing to complain of.
 */
const REFUSED = /<link[^>]+href="https?:[^>]*>|<style>[^<]*<\/style>|(?<=<(?:div|span)) style="[^"]*"/g;

/** bull-board over our queues, for looking only: changes go through our own pages, which ask first and write them down. */
export function bullBoard(queues: Queues): Hono {
  const adapter = new HonoAdapter(serveStatic);
  createBullBoard({
    queues: QUEUES.flatMap((name) =>
      // Feeds are polled in the live lane only.
      LANES.filter((lane) => lane === 'live' || name !== 'poll').map(
        (lane) => new BullMQAdapter(queues.of(name, lane), { readOnlyMode: true }),
      ),
    ),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'wirewatch queues', miscLinks: [{ text: 'wirewatch', url: '/' }] } },
  });
  adapter.setBasePath(BASE);
  const app = new Hono().basePath(BASE);
  app.use(async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      return c.json({ error: { status: 405, message: 'bull-board is read-only here' } }, 405);
    }
    await next();
    if (c.res.headers.get('content-type')?.startsWith('text/html')) {
      const page = (await c.res.text()).replace(REFUSED, '');
      c.res = new Response(page, { status: c.res.status, headers: c.res.headers });
      c.header('content-security-policy', BULL_BOARD_POLICY);
    }
    return;
  });
  app.route('/', adapter.registerPlugin());
  return app;
}
