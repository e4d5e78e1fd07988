import type { Config } from '@wirewatch/shared/config.ts';
import { createHttpClient, type HttpClient } from './client.ts';

/** The client as the operator has configured it: its name, the nets it may reach, the size of what it takes. */
export function configuredClient(
  config: Pick<
    Config,
    'WIREWATCH_USER_AGENT' | 'WIREWATCH_ALLOW_NETS' | 'WIREWATCH_CONNECT_TO' | 'WIREWATCH_MAX_PAGE_BYTES'
  >,
): HttpClient {
  return createHttpClient({
    userAgent: config.WIREWATCH_USER_AGENT,
    allowNets: config.WIREWATCH_ALLOW_NETS,
    connectTo: config.WIREWATCH_CONNECT_TO,
    limits: { maxBytes: config.WIREWATCH_MAX_PAGE_BYTES },
  });
}
