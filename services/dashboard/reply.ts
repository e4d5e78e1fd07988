import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Answer } from './handler.ts';
import { layout } from './views/layout.ts';
import { problemTitle, problemView } from './views/problem.ts';

/** Turns what a handler gave back into an HTTP response. */
export async function reply(
  c: Context,
  answer: Answer,
  signedIn: boolean,
  notice: string | null = null,
): Promise<Response> {
  switch (answer.kind) {
    case 'page': {
      const { title, place, body, status } = answer;
      return c.html(await layout({ title, place, signedIn, notice }, body), status ?? 200, {
        'cache-control': 'no-store',
      });
    }
    case 'problem':
      return refuse(c, answer.status, answer.message, signedIn);
    case 'json':
      return c.json(answer.body as never, answer.status ?? 200, { 'cache-control': 'no-store' });
    case 'raw':
      return c.body(answer.body, answer.status ?? 200, {
        'content-type': answer.type,
        'cache-control': 'no-store',
        ...answer.headers,
      });
    case 'go':
      return c.redirect(answer.to, 303);
    case 'stream':
      return streamSSE(c, async (stream) => {
        const closed = new AbortController();
        stream.onAbort(() => closed.abort());
        await answer.start(({ name, id, data }) => stream.writeSSE({ event: name, id, data }), closed.signal);
      });
  }
}

type Refusal = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 429 | 500 | 503;

/** An error as a page for a browser that reads pages, as JSON for a program. */
export async function refuse(c: Context, status: Refusal, message: string, signedIn: boolean): Promise<Response> {
  // The rest of a body that is too large stays unread, and the connection cannot serve another request: said, so that no client reuses it.
  if (status === 413) c.header('connection', 'close');
  if (wantsJson(c)) return c.json({ error: { status, message } }, status);
  const body = problemView(status, message);
  return c.html(await layout({ title: problemTitle(status), place: 'none', signedIn }, body), status);
}

/** Calls under /api, and whoever does not take HTML, get JSON. */
export function wantsJson(c: Context): boolean {
  return c.req.path.startsWith('/api/') || !(c.req.header('accept') ?? '').includes('text/html');
}
