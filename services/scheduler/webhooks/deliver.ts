import type { ServiceContext } from '@wirewatch/shared/service.ts';
import { findAlert } from '@wirewatch/shared/store/watches/alerts.ts';
import { type DueDelivery, dueDeliveries, noteTry } from '@wirewatch/shared/store/watches/deliveries.ts';
import { toldOf } from '@wirewatch/shared/store/watches/told.ts';
import { nextTry } from './next-try.ts';
import { payloadOf } from './payload.ts';
import type { PostAnswer, Poster } from './post.ts';
import { signWebhook } from './sign.ts';

/** Deliveries that one round takes on. */
const AT_ONCE = 100;
/** Watches whose receivers are served side by side: one that hangs holds up a quarter of the others for some seconds. */
const SIDE_BY_SIDE = 4;

type Shell = Pick<ServiceContext, 'store' | 'now' | 'log'>;

/** How deliveries leave. */
export interface Outbound {
  poster: Poster;
  /** The secret in an environment variable; null where it is not set. */
  secretOf(variable: string): string | null;
  /** Whether no further one is to be begun. */
  halted(): boolean;
}

/**
 * Delivers what is due. Each watch's alerts go in order, and after a failure the rest of them wait. A delivery may come twice (a crash
 * between the answer and the note of it): its id is the same then.
 */
export async function deliverDue(shell: Shell, outbound: Outbound): Promise<void> {
  const due = Map.groupBy(await dueDeliveries(shell.store, shell.now(), AT_ONCE), (one) => one.delivery.watchId);
  const queues = [...due.values()];
  // An alert that a crash of the database undoes is raised again, under another id: it must not have been sent before.
  if (queues.length > 0) await shell.store.flush();
  const serve = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const one of queue) if (outbound.halted() || !(await deliver(shell, outbound, one))) break;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, serve));
}

async function deliver({ store, now, log }: Shell, { poster, secretOf }: Outbound, one: DueDelivery): Promise<boolean> {
  const { delivery } = one;
  const answer = await tryOnce();
  const failure = whyFailed(answer);
  const status = 'status' in answer ? answer.status : null;
  const at = now();
  const nextAt = failure === null ? null : nextTry(delivery.attempts + 1, status, at);
  await noteTry(store, delivery, { status, error: failure, nextAt }, at);
  if (failure !== null) {
    const fields = { delivery: delivery.id, watch: delivery.watchId, tries: delivery.attempts + 1, reason: failure };
    log.warn(fields, nextAt === null ? 'webhook given up' : 'webhook failed; it is tried again');
  }
  return failure === null;

  async function tryOnce(): Promise<PostAnswer> {
    const { url, secretEnv } = one;
    if (url === null || secretEnv === null) return { error: 'the watch has no webhook any more' };
    const secret = secretOf(secretEnv);
    if (secret === null) return { error: `${secretEnv} is not set in the environment of the scheduler` };
    const alert = await findAlert(store, delivery.alertId);
    if (!alert) return { error: 'the alert is gone' };
    const body = payloadOf(alert, (await toldOf(store, [alert])).get(alert.id)!);
    return poster.post(url, { ...signWebhook(secret, `alert_${alert.id}`, now(), body) }, body);
  }
}

function whyFailed(answer: PostAnswer): string | null {
  if ('error' in answer) return answer.error;
  if (answer.status >= 200 && answer.status < 300) return null;
  if (answer.status >= 300 && answer.status < 400)
    return `answered ${answer.status}: redirects are not followed; name the address that it leads to`;
  return `answered ${answer.status}`;
}
