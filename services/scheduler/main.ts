import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import { createLeadership } from './leader.ts';
import { createMailTick } from './mail/tick.ts';
import { startTicks } from './ticker.ts';
import { alertsTick } from './ticks/alerts.ts';
import { createBatchesTick } from './ticks/batches.ts';
import { clockTick, dueFeedsTick } from './ticks/due-feeds.ts';
import { hotWindowTick } from './ticks/hot-window.ts';
import { recheckTick } from './ticks/recheck.ts';
import { reconcileTick } from './ticks/reconcile.ts';
import { monthsTick, retentionTick } from './ticks/retention.ts';
import { schedulesTick } from './ticks/schedules.ts';
import { watchApplicationsTick } from './ticks/watch-applications.ts';
import { createWebhooksTick } from './webhooks/tick.ts';

/** The scheduler: due feeds, reconciliation, batches, schedules, alerts, webhooks, letters, retention. Several may run; one ticks. */
export async function start(context: ServiceContext): Promise<Running> {
  const leadership = createLeadership(context);
  const webhooks = createWebhooksTick(context, leadership.holds);
  const mail = createMailTick(context.config, leadership.holds);
  const stop = startTicks(
    context,
    [
      clockTick,
      dueFeedsTick,
      reconcileTick,
      createBatchesTick(),
      schedulesTick,
      recheckTick,
      alertsTick,
      watchApplicationsTick,
      webhooks,
      mail,
      hotWindowTick,
      monthsTick,
      retentionTick,
    ],
    leadership.take,
  );
  return {
    async stop() {
      webhooks.halt();
      await stop();
      await webhooks.close();
      await mail.close();
      await leadership.leave().catch(() => undefined);
    },
  };
}
