import { z } from 'zod';
import { API_BASE, type Endpoint } from './endpoint.ts';

const ERROR = {
  description: 'What is wrong, in words',
  content: {
    'application/json': {
      schema: z.toJSONSchema(z.object({ error: z.object({ status: z.number(), message: z.string() }) })),
    },
  },
};

/** The description of the API for programs (OpenAPI 3.1), made from the endpoints' own schemas. */
export function openApi(endpoints: readonly Endpoint[]): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const each of endpoints) {
    const path = `${API_BASE}${each.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [each.method]: operation(each) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'wirewatch', version: '1', description: 'News as it is carried from outlet to outlet.' },
    servers: [{ url: '/' }],
    security: [{ token: [] }, {}],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths,
  };
}

function operation(each: Endpoint) {
  const inPath = [...each.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    summary: each.summary,
    operationId: `${each.method}${each.path.replace(/[^a-z]+(\w)/gi, (_, letter: string) => letter.toUpperCase())}`,
    parameters: [...inPath, ...queryParameters(each.query)],
    ...(each.body ? { requestBody: { required: true, content: json(each.body, 'input') } } : {}),
    responses: {
      200: { description: 'Well', content: json(each.response, 'output') },
      400: ERROR,
      401: ERROR,
      404: ERROR,
    },
  };
}

function queryParameters(query: z.ZodObject | undefined) {
  if (!query) return [];
  const schema = z.toJSONSchema(query, { io: 'input' }) as {
    properties?: Record<string, { description?: string }>;
    required?: string[];
  };
  return Object.entries(schema.properties ?? {}).map(([name, { description, ...rest }]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    ...(description ? { description } : {}),
    schema: rest,
  }));
}

function json(schema: z.ZodType, io: 'input' | 'output') {
  return { 'application/json': { schema: z.toJSONSchema(schema, { io, unrepresentable: 'any' }) } };
}
