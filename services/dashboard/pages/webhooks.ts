import { DELIVERY_STATUSES, type DeliveryStatus } from '@wirewatch/shared/contracts/watch.ts';
import { listDeliveries } from '@wirewatch/shared/store/watches/deliveries.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { countDead } from '../reads/watches.ts';
import { webhooksView } from '../views/webhooks.ts';

const SHOWN = 200;

/** What is on its way to webhooks, and what was given up. */
export async function webhooks({ store, query, now }: Ask): Promise<Answer> {
  const status = (query.get('status') || undefined) as DeliveryStatus | undefined;
  if (status !== undefined && !DELIVERY_STATUSES.includes(status))
    return problem(400, `status=${status}: expected one of ${DELIVERY_STATUSES.join(', ')}.`);
  const watchId = query.get('watch') || undefined;
  const [rows, dead] = await Promise.all([
    listDeliveries(store, { status, watchId }, SHOWN + 1),
    countDead(store, { watchId }),
  ]);
  const shown = { rows: rows.slice(0, SHOWN), more: rows.length > SHOWN };
  const body = webhooksView({ ...shown, dead, status, watchId, now: now() });
  return { kind: 'page', title: 'Deliveries to webhooks', place: 'watches', body };
}
