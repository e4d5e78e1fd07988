import { callbackAddress, LEASE_SECONDS, subscriptionForm } from '@wirewatch/shared/feeds/websub.ts';
import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import {
  removeSubscription,
  type SubscriptionRow,
  settleSubscription,
  takeAbandoned,
} from '@wirewatch/shared/store/feeds/subscriptions.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import type { HttpClient } from './http/client.ts';
import { holderName } from './politeness/hop-gate.ts';
import { authorityOf, type HostGate } from './politeness/host-gate.ts';

/** How often feeds that went are looked for: a hub need not learn of it sooner. */
const LOOK_MS = 30_000;
/** A hub that could not be told is told again after this. */
const AGAIN_MS = 3_600_000;
/** A hub that has not answered for a day learns it from our 404, or from the end of its lease. */
const PATIENCE_MS = 86_400_000;

type EndContext = Pick<ServiceContext, 'store' | 'config' | 'log' | 'now'>;
interface EndDeps {
  http: Pick<HttpClient, 'post'>;
  gate: HostGate;
}

/** Tells hubs of feeds that went that nobody listens any more. */
export function startUnsubscribing(context: EndContext, deps: EndDeps): Running {
  const { log } = context;
  let busy = Promise.resolve();
  const look = () => {
    busy = busy
      .then(() => endAbandoned(context, deps))
      .catch((error) => log.debug({ error: (error as Error).message }, 'subscriptions were not looked at'));
  };
  const timer = setInterval(look, LOOK_MS);
  look();
  return {
    async stop() {
      clearInterval(timer);
      await busy;
    },
  };
}

/** Asks each hub once to end what was asked of it for a feed that went. The hub's question at the callback settles it. */
export async function endAbandoned(context: EndContext, deps: EndDeps): Promise<void> {
  const { store, config, now } = context;
  for (const row of await takeAbandoned(store, now(), now() + AGAIN_MS)) {
    const overdue = row.status === 'ending' && now() - row.askedAt > PATIENCE_MS;
    // Where we cannot be reached from outside no hub could ask whether we mean it; one that refused holds nothing.
    if (overdue || row.status === 'denied' || !config.WIREWATCH_PUBLIC_URL) await removeSubscription(store, row.feedId);
    else await tellHub(context, deps, row, config.WIREWATCH_PUBLIC_URL);
  }
}

async function tellHub(
  { store, log, now }: EndContext,
  { http, gate }: EndDeps,
  row: SubscriptionRow,
  publicUrl: string,
) {
  const { hub, topic, secret, feedId } = row;
  const holder = holderName('feed', `hub ${feedId}`);
  const { waitMs } = await gate.reserve(authorityOf(hub), holder);
  // Taken for an hour: it has its turn then.
  if (waitMs > 0) return;
  const callback = callbackAddress(publicUrl, row);
  const form = subscriptionForm({ hub, topic, callback, secret, leaseSeconds: LEASE_SECONDS }, 'unsubscribe');
  const started = performance.now();
  const answer = await http.post(hub, form);
  await gate.release(authorityOf(hub), holder, answer.ok ? performance.now() - started : null);
  const heard = answer.ok && answer.status < 300;
  const reason = heard ? 'its feed went' : answer.ok ? `the hub answers ${answer.status}` : answer.message;
  if (heard) await settleSubscription(store, feedId, { status: 'ending', reason, renewAt: now() + PATIENCE_MS });
  log[heard ? 'info' : 'warn'](
    { feed: feedId, hub: redactUrl(hub), reason },
    'the hub was asked to end a subscription',
  );
}
