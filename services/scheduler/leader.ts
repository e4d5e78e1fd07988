import { randomBytes } from 'node:crypto';
import { PREFIX } from '@wirewatch/shared/queue/queues.ts';
import type { ServiceContext } from '@wirewatch/shared/service.ts';
import { type Lead, leaveLead, takeLead } from '@wirewatch/shared/store/operations/lead.ts';

/** Lies in a Redis and is copied with it: two servers of one installation, one installation; two installations, two. */
const IDENTITY = `${PREFIX}:identity`;
/** Another scheduler takes over this long after the leader's death. */
const LEASE_MS = 10_000;
/** Who stands by asks again after this. */
const ASK_MS = 1000;
/** An emptied Redis has a new identity, which the leader says at its next renewal: what differs for longer is another Redis. */
const DOUBT_MS = 2 * LEASE_MS;

/** The one place of the scheduler that ticks; several may stand by. */
export interface Leadership {
  /** Takes or renews it, and says whether it is ours. */
  take(): Promise<boolean>;
  /** Whether it is ours still: a process that stood still may have lost it in the midst of its work. */
  holds(): boolean;
  leave(): Promise<void>;
}

/** Opens the leadership of a scheduler. */
export function createLeadership(context: ServiceContext): Leadership {
  const { store, queues, workerId, log, now } = context;
  let heldUntil = 0;
  let askAgainAt = 0;
  let asking: Promise<boolean> | null = null;
  let differsSince: number | null = null;
  let warned = false;

  const ask = async (): Promise<boolean> => {
    const asked = now();
    const redis = await identityOf(queues.redis);
    const lead = await takeLead(store, { worker: workerId, redis }, LEASE_MS);
    const mine = lead.worker === workerId;
    heldUntil = mine ? asked + LEASE_MS : 0;
    askAgainAt = asked + (mine ? LEASE_MS / 2 : ASK_MS);
    warn(lead, redis);
    return mine;
  };

  const warn = (lead: Lead, redis: string | null) => {
    const mine = lead.worker === workerId;
    const other = mine ? lead.other?.worker : redis !== null && lead.redis !== null && lead.redis !== redis;
    if (!other) {
      differsSince = null;
      warned = false;
      return;
    }
    differsSince ??= now();
    if (warned || now() - differsSince < DOUBT_MS) return;
    warned = true;
    log.error(
      { leader: lead.worker, other: mine ? lead.other?.worker : workerId },
      'two installations work on this database with a Redis each: the workers of one get no jobs. Give both the same REDIS_URL, or each its own DATABASE_URL',
    );
  };

  return {
    take() {
      if (now() < askAgainAt) return Promise.resolve(now() < heldUntil);
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },
    holds: () => now() < heldUntil,
    async leave() {
      heldUntil = 0;
      askAgainAt = Number.POSITIVE_INFINITY;
      await asking?.catch(() => undefined);
      await leaveLead(store, workerId);
    },
  };
}

/** The mark of a Redis; null where it is away: the database alone decides who leads. */
async function identityOf(redis: ServiceContext['queues']['redis']): Promise<string | null> {
  try {
    await redis.set(IDENTITY, randomBytes(8).toString('hex'), 'NX');
    return await redis.get(IDENTITY);
  } catch {
    return null;
  }
}
