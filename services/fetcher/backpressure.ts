import type { ServiceContext } from '@wirewatch/shared/service.ts';
import { waitingByStage } from '@wirewatch/shared/store/journey/status.ts';

const LOOK_EVERY_MS = 2000;
const PAUSE_MS = 3000;

/**
 * Backpressure: while more articles than the limit wait behind the fetcher, pages are not fetched.
 * @returns how many milliseconds a page has to wait; 0: fetch it
 */
export function createBackpressure(context: ServiceContext): () => Promise<number> {
  const { store, config, log, now } = context;
  let lookedAt = 0;
  let full = false;
  return async () => {
    if (now() - lookedAt > LOOK_EVERY_MS) {
      lookedAt = now();
      const rows = await waitingByStage(store);
      const behind = rows.filter((row) => row.stage !== 'fetch').reduce((sum, row) => sum + row.count, 0);
      const before = full;
      full = behind > config.WIREWATCH_BACKLOG_LIMIT;
      if (full !== before) {
        const limit = config.WIREWATCH_BACKLOG_LIMIT;
        log.warn({ behind, limit }, full ? 'fetching pauses: too much waits behind it' : 'fetching goes on');
      }
    }
    return full ? PAUSE_MS : 0;
  };
}
