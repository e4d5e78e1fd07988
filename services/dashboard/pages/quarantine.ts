import { listQuarantine } from '@wirewatch/shared/store/journey/quarantine.ts';
import { quarantineReasons } from '@wirewatch/shared/store/journey/quarantine-reasons.ts';
import { quarantineFilter } from '../actions/quarantine-actions.ts';
import type { Answer, Ask } from '../handler.ts';
import { quarantineView } from '../views/quarantine.ts';

const SHOWN = 100;
const REASONS = 30;

/** What was set aside, why, and how to send it on again. */
export async function quarantine({ store, query, here, now }: Ask): Promise<Answer> {
  const filter = quarantineFilter(query);
  if ('kind' in filter) return filter;
  const [rows, reasons] = await Promise.all([
    listQuarantine(store, filter, SHOWN + 1),
    quarantineReasons(store, REASONS),
  ]);
  const more = rows.length > SHOWN;
  const body = quarantineView({ rows: rows.slice(0, SHOWN), more, reasons, filter, here, now: now() });
  return { kind: 'page', title: 'Quarantine', place: 'quarantine', body };
}
