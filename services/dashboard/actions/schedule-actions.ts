import type { ScheduledAction } from '@wirewatch/shared/contracts/batch.ts';
import { ReprocessStage } from '@wirewatch/shared/pipeline.ts';
import { newestAudit } from '@wirewatch/shared/store/operations/audit.ts';
import {
  addSchedule,
  listSchedules,
  removeSchedule,
  ScheduleProblem,
} from '@wirewatch/shared/store/operations/schedules.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { scheduleAgainView } from '../views/reprocess.ts';
import type { Action } from './action.ts';

/** Keeps a schedule that a form describes. */
export async function addScheduled({ store, form, who, now }: Ask): Promise<Answer> {
  const action = actionOf(form);
  const cron = form.get('cron')?.trim() ?? '';
  const timezone = form.get('timezone')?.trim() || 'UTC';
  const again = (said: string): Answer => {
    const typed = { cron, timezone, what: form.get('what') ?? '', stale: form.get('stale') === 'true' };
    return {
      kind: 'page',
      title: 'Add a schedule',
      place: 'reprocess',
      status: 400,
      body: scheduleAgainView(typed, said),
    };
  };
  if ('problem' in action) return again(action.problem);
  let id: string;
  try {
    ({ id } = await addSchedule(store, { cron, timezone, action, who }, now()));
  } catch (error) {
    if (error instanceof ScheduleProblem) return again(`${error.message}.`);
    throw error;
  }
  const change = await newestAudit(store, { who, action: 'schedule.add', target: id });
  return { kind: 'go', to: `/reprocess?done=${change?.id ?? ''}` };
}

function actionOf(form: URLSearchParams): ScheduledAction | { problem: string } {
  const what = form.get('what') ?? '';
  if (what === 'retention') return { kind: 'retention' };
  const from = ReprocessStage.safeParse(what);
  if (!from.success) {
    return { problem: `what=${what}: expected retention or a stage (${ReprocessStage.options.join(', ')}).` };
  }
  return { kind: 'reprocess', from: from.data, stale: form.get('stale') === 'true', outlets: [] };
}

export const SCHEDULE_ACTIONS: readonly Action[] = [
  {
    name: 'schedule.remove',
    path: '/schedules/:id/remove',
    place: 'reprocess',
    back: () => '/reprocess',
    async question({ store, params }) {
      const found = (await listSchedules(store)).find((each) => each.id === params.id);
      if (!found) return problem(404, `There is no schedule "${params.id}".`);
      return {
        title: 'Remove this schedule?',
        text: `${found.cron} (${found.timezone})`,
        count: 1,
        button: 'Remove',
        danger: true,
      };
    },
    async run({ store, params, who, now }) {
      const gone = await removeSchedule(store, params.id ?? '', who, now());
      return gone
        ? { audited: { action: 'schedule.remove', target: params.id ?? '' } }
        : problem(404, `There is no schedule "${params.id}".`);
    },
  },
];
