import type { ConnectTo } from '@wirewatch/shared/http/connector.ts';
import { createConnector } from '@wirewatch/shared/http/connector.ts';
import { redactUrls } from '@wirewatch/shared/text/redact-url.ts';
import { Agent, request } from 'undici';

/** What a POST came to: the answer's status, or why there was none. */
export type PostAnswer = { status: number } | { error: string };

/** Posts to addresses that users named. */
export interface Poster {
  post(url: string, headers: Record<string, string>, body: string): Promise<PostAnswer>;
  close(): Promise<void>;
}

const CONNECT_MS = 5000;
/** A receiver answers and then works; one that holds the line for longer is counted as failed. */
const DEADLINE_MS = 15_000;
/** An answer's body says nothing to us; a short one is read away to keep the connection. */
const BODY_BYTES = 16 * 1024;

/** A poster that reaches public addresses and `allowNets` only, as the fetcher does, and follows no redirect: a signed body goes where it was meant to go. */
export function createPoster(options: {
  userAgent: string;
  allowNets: readonly string[];
  connectTo: readonly ConnectTo[];
}): Poster {
  const { userAgent, allowNets, connectTo } = options;
  const agent = new Agent({
    connect: createConnector({ allowNets, connectTo, connectTimeoutMs: CONNECT_MS }),
    allowH2: false,
    connections: 2,
    pipelining: 1,
  });
  return {
    async post(url, headers, body) {
      try {
        const answer = await request(url, {
          dispatcher: agent,
          method: 'POST',
          headers: { 'user-agent': userAgent, 'content-type': 'application/json', ...headers },
          body,
          signal: AbortSignal.timeout(DEADLINE_MS),
        });
        await answer.body.dump({ limit: BODY_BYTES, signal: AbortSignal.timeout(DEADLINE_MS) }).catch(() => undefined);
        return { status: answer.statusCode };
      } catch (error) {
        return { error: redactUrls(innermost(error)) };
      }
    },
    close: () => agent.destroy(),
  };
}

function innermost(error: unknown): string {
  let layer = error;
  while (layer instanceof Error && layer.cause instanceof Error) layer = layer.cause;
  if (layer instanceof AggregateError && layer.errors.length > 0) return innermost(layer.errors[0]);
  return layer instanceof Error ? layer.message || layer.name : String(layer);
}
