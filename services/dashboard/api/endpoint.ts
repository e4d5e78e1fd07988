import type { z } from 'zod';
import { type Answer, type Ask, problem, type Route } from '../handler.ts';

/** One call of the API: what it takes, what it gives, in zod; the description for programs is made from this. */
export interface Endpoint {
  method: 'get' | 'post';
  /** As in `/articles/:id`, below /api/v1. */
  path: string;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodObject;
  response: z.ZodType;
  handler: (ask: Ask, input: never) => Promise<unknown>;
}

/** Declares an endpoint; the handler's input is typed by its schemas. */
export function endpoint<Q extends z.ZodObject, B extends z.ZodObject>(
  declared: Omit<Endpoint, 'query' | 'body' | 'handler'> & {
    query?: Q;
    body?: B;
    /** Gives the value that is answered, or an Answer where there is another to give. */
    handler: (ask: Ask, input: { query: z.output<Q>; body: z.output<B> }) => Promise<unknown>;
  },
): Endpoint {
  return declared as unknown as Endpoint;
}

export const API_BASE = '/api/v1';

/** The route of an endpoint: checks what was asked, and answers in JSON. */
export function routeOf(each: Endpoint): Route {
  return {
    method: each.method,
    path: `${API_BASE}${each.path}`,
    async handler(ask) {
      const query = read(each.query, Object.fromEntries(ask.query), 'query');
      if ('problem' in query) return problem(400, query.problem);
      const body = read(each.body, ask.body, 'body');
      if ('problem' in body) return problem(400, body.problem);
      const value = await each.handler(ask, { query: query.value, body: body.value } as never);
      return isAnswer(value) ? value : { kind: 'json', body: value };
    },
  };
}

function read(
  schema: z.ZodObject | undefined,
  given: unknown,
  where: string,
): { value: unknown } | { problem: string } {
  if (schema === undefined) return { value: {} };
  const parsed = schema.safeParse(given);
  if (parsed.success) return { value: parsed.data };
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.') || where}: ${issue.message}`);
  return { problem: issues.join('; ') };
}

const KINDS = new Set<Answer['kind']>(['page', 'json', 'raw', 'go', 'problem', 'stream']);

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && KINDS.has((value as { kind?: Answer['kind'] }).kind!);
}
