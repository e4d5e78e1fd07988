import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import { rootMessage } from '@wirewatch/shared/store/database/outage.ts';
import { linkAnnouncements } from './announcements.ts';

/** A page that could not be read and the text that it carries come minutes apart: so often they are looked for. */
const ROUND_MS = 60_000;

/** Looks every minute, and once at the end, for texts that pages which could not be read carry by their announcement. */
export function keepLinkingAnnouncements({ store, log, now }: ServiceContext, version: string): Running {
  let since = 0;
  let round: Promise<void> = Promise.resolve();
  const look = async () => {
    const begun = now();
    try {
      const linked = await linkAnnouncements(store, version, since, begun);
      if (linked > 0) log.info({ linked }, 'pages that could not be read are known by their announcements');
      since = begun;
    } catch (error) {
      // The store is away, or another holds it: the next round has the same to do.
      log.warn({ error: rootMessage(error) }, 'announcements were not compared');
    }
  };
  const next = () => {
    round = round.then(look);
    return round;
  };
  const timer = setInterval(next, ROUND_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await next();
    },
  };
}
