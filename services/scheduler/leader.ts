import { PREFIX } from '@wirewatch/shared/queue/queues.ts';
import type { ServiceContext } from '@wirewatch/shared/service.ts';

const KEY = `${PREFIX}:scheduler`;
/** Another scheduler takes over this long after the leader's death. */
const LEASE_MS = 10_000;

/** Takes or renews the one place of the scheduler that ticks; several may stand by. */
export function createLeadership(context: ServiceContext): () => Promise<boolean> {
  const { redis } = context.queues;
  let heldUntil = 0;
  return async () => {
    const now = context.now();
    if (heldUntil - now > LEASE_MS / 2) return true;
    const taken = await redis.set(KEY, context.workerId, 'PX', LEASE_MS, 'NX');
    const mine = taken === 'OK' || (await redis.get(KEY)) === context.workerId;
    if (mine && taken !== 'OK') await redis.pexpire(KEY, LEASE_MS);
    heldUntil = mine ? now + LEASE_MS : 0;
    return mine;
  };
}
