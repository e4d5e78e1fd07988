import { DELIVERY_STATUSES, type DeliveryStatus } from '@wirewatch/shared/contracts/watch.ts';
import { listDeliveries, retryDeliveries } from '@wirewatch/shared/store/watches/deliveries.ts';
import { findWatch } from '@wirewatch/shared/store/watches/watches.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { Command } from 'commander';
import { countOption, operator, out, storeCommand, tell, withStore } from '../options.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  data?: string;
  watch?: string;
  status?: string;
  limit: string;
  all?: boolean;
  json?: boolean;
}

/** `watch webhooks`: what is on its way, what was given up, and sending that again. */
export function webhooksCommand(): Command {
  return new Command('webhooks')
    .description('deliveries of alerts: what waits, what was given up')
    .addCommand(
      storeCommand('list')
        .description('newest first')
        .option('--status <status>', DELIVERY_STATUSES.join(', '))
        .option('--watch <id>', 'of one watch: its id or name')
        .option('--limit <n>', 'at most so many', '100')
        .option('--json', 'JSON lines')
        .action(list),
    )
    .addCommand(
      storeCommand('retry')
        .description('send dead ones again')
        .argument('[id...]')
        .option('--watch <id>', 'those of one watch: its id or name')
        .option('--all', 'every dead one')
        .action(retry),
    );
}

function list(options: Options): Promise<void> {
  const { status } = options;
  if (status !== undefined && !DELIVERY_STATUSES.includes(status as DeliveryStatus))
    throw new UsageError(`--status ${status}: expected one of ${DELIVERY_STATUSES.join(', ')}`);
  const limit = countOption('--limit', options.limit, 1);
  return withStore(options, async (store) => {
    const watchId = options.watch === undefined ? undefined : (await findWatch(store, options.watch)).id;
    const rows = await listDeliveries(store, { watchId, status: status as DeliveryStatus | undefined }, limit);
    for (const { delivery, watch, url, kind, articleId } of rows) {
      const to = redactUrl(url ?? '');
      if (options.json) out(JSON.stringify({ ...delivery, watch, url: to, kind, articleId }));
      else {
        const next = delivery.status === 'waiting' ? `, next ${new Date(delivery.nextAt).toISOString()}` : '';
        out(`${delivery.id}  ${delivery.status} (tries: ${delivery.attempts}${next})  ${watch}: ${kind}  ${to}`);
        if (delivery.lastError) out(`    ${delivery.lastError}`);
      }
    }
    tell(`${rows.length} deliveries`);
  });
}

function retry(said: string[], options: Options): Promise<void> {
  const ids = said.map((text) => countOption('watch webhooks retry', text, 1));
  if (ids.length === 0 && options.watch === undefined && !options.all)
    throw new UsageError('watch webhooks retry: name ids or a --watch, or say --all');
  return withStore(options, async (store) => {
    const watchId = options.watch === undefined ? undefined : (await findWatch(store, options.watch)).id;
    const filter = { ...(ids.length > 0 ? { ids } : {}), ...(watchId === undefined ? {} : { watchId }) };
    const count = await retryDeliveries(store, filter, operator(), Date.now());
    tell(`${count} sent again`);
  });
}
