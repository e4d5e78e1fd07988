import { z } from 'zod';
import { type Action, carryOut } from '../actions/action.ts';
import { BATCH_ACTIONS } from '../actions/batch-actions.ts';
import { FEED_ACTIONS } from '../actions/feed-actions.ts';
import { SEARCH_ACTIONS } from '../actions/mark-actions.ts';
import { retryAction } from '../actions/quarantine-actions.ts';
import { RULING_ACTIONS } from '../actions/ruling-actions.ts';
import { SCHEDULE_ACTIONS } from '../actions/schedule-actions.ts';
import { STAGE_ACTIONS } from '../actions/stage-actions.ts';
import { WATCH_ACTIONS } from '../actions/watch-actions.ts';
import { type Endpoint, endpoint } from './endpoint.ts';

const Asked = z.object({ title: z.string(), text: z.string(), count: z.number() });
const Carried = z.object({ id: z.number(), action: z.string(), target: z.string(), count: z.number() });

/** Each change of the pages as two calls: GET says what it would do and to how many, POST does it. */
export const ACTION_CALLS: Endpoint[] = [
  ...FEED_ACTIONS,
  ...STAGE_ACTIONS,
  ...BATCH_ACTIONS,
  ...SCHEDULE_ACTIONS,
  retryAction,
  ...WATCH_ACTIONS,
  ...RULING_ACTIONS,
  ...SEARCH_ACTIONS,
].flatMap((action) => [
  endpoint({
    method: 'get',
    path: action.path,
    summary: `What ${action.name} would do`,
    response: Asked,
    handler: (ask) => describe(action, ask),
  }),
  endpoint({
    method: 'post',
    path: action.path,
    summary: `Does ${action.name}; it is written to the audit list`,
    response: Carried,
    async handler(ask) {
      const carried = await carryOut(action, ask);
      if ('kind' in carried) return carried;
      const { to: _, ...value } = carried;
      return value;
    },
  }),
]);

async function describe(action: Action, ask: Parameters<Action['question']>[0]): Promise<unknown> {
  const question = await action.question(ask);
  if ('kind' in question) return question;
  const { title, text, count } = question;
  return { title, text, count };
}
