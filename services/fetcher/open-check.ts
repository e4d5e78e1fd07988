import type { Config } from '@wirewatch/shared/config.ts';
import type { CheckStep } from '@wirewatch/shared/feeds/check-step.ts';
import { checkFeed } from './check-feed.ts';
import { configuredClient } from './http/configured-client.ts';
import type { HostGate } from './politeness/host-gate.ts';
import { waitingGate } from './politeness/waiting-gate.ts';

/**
 * Checks a feed's address with a client of its own, which is closed at the end.
 * @param gate politeness towards hosts; waited for in place
 */
export async function* openCheck(url: string, config: Config, gate: HostGate): AsyncGenerator<CheckStep> {
  const http = configuredClient(config);
  try {
    yield* checkFeed(url, { config, http, gate: waitingGate(gate), now: () => new Date() });
  } finally {
    await http.close();
  }
}
