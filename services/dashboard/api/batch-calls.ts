import { BatchSelection, ScheduledAction } from '@wirewatch/shared/contracts/batch.ts';
import { ReprocessStage } from '@wirewatch/shared/pipeline.ts';
import { BatchProblem, createBatch, findBatch, listBatches } from '@wirewatch/shared/store/journey/batches.ts';
import { addSchedule, listSchedules, ScheduleProblem } from '@wirewatch/shared/store/operations/schedules.ts';
import { z } from 'zod';
import { type Answer, problem } from '../handler.ts';
import { type Progress, progressOf } from '../reads/batch-progress.ts';
import { selectionOf } from '../reads/batch-selection.ts';
import { endpoint } from './endpoint.ts';
import { iso } from './values.ts';

const Batch = z.object({
  id: z.string(),
  status: z.enum(['running', 'paused', 'cancelled', 'done', 'taken-back']),
  dryRun: z.boolean(),
  selection: BatchSelection,
  total: z.number(),
  done: z.number(),
  changed: z.number(),
  perSecond: z.number().nullable(),
  endsAt: z.string().nullable(),
  who: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});

function batchValue({ batch, done, changed, perSecond, endsAt }: Progress) {
  const { id, status, dryRun, selection, total, who, createdAt, finishedAt } = batch;
  const times = { endsAt: iso(endsAt), createdAt: iso(createdAt), finishedAt: iso(finishedAt) };
  return { id, status, dryRun, selection, total, done, changed, perSecond, who, ...times };
}

const Schedule = z.object({
  id: z.string(),
  cron: z.string(),
  timezone: z.string(),
  action: ScheduledAction,
  who: z.string(),
  nextAt: z.string(),
  lastAt: z.string().nullable(),
  lastResult: z.string().nullable(),
});

export const BATCH_CALLS = [
  endpoint({
    method: 'get',
    path: '/reprocess',
    summary: 'Batches, newest first',
    response: z.object({ items: z.array(Batch) }),
    async handler({ store, now }) {
      const rows = await listBatches(store);
      return { items: (await Promise.all(rows.map((row) => progressOf(store, row, now())))).map(batchValue) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/reprocess',
    summary: 'Does articles again; with `dryRun` it only finds out what would change',
    body: z.object({
      from: ReprocessStage,
      stale: z.boolean().default(false),
      since: z.string().nullable().default(null),
      until: z.string().nullable().default(null),
      outlets: z.array(z.string()).default([]),
      dryRun: z.boolean().default(true),
    }),
    response: Batch,
    async handler({ store, who, now }, { body }): Promise<unknown> {
      const { stale, dryRun, ...chosen } = body;
      const selection = await selectionOf(store, { ...chosen, stale: stale ? 'true' : null });
      if ('problem' in selection) return problem(400, selection.problem);
      const row = await createBatch(store, selection, { dryRun, who, now: now() });
      return { kind: 'json', status: 201, body: batchValue(await progressOf(store, row, now())) } satisfies Answer;
    },
  }),
  endpoint({
    method: 'get',
    path: '/reprocess/:id',
    summary: 'One batch and how far it is',
    response: Batch,
    async handler({ store, params, now }) {
      try {
        return batchValue(await progressOf(store, await findBatch(store, params.id ?? ''), now()));
      } catch (error) {
        if (error instanceof BatchProblem) return problem(404, `${error.message}.`);
        throw error;
      }
    },
  }),
  endpoint({
    method: 'get',
    path: '/schedules',
    summary: 'What is done at given times, the next to come first',
    response: z.object({ items: z.array(Schedule) }),
    async handler({ store }) {
      const rows = await listSchedules(store);
      return { items: rows.map((row) => ({ ...row, nextAt: iso(row.nextAt), lastAt: iso(row.lastAt) })) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/schedules',
    summary: 'Keeps a schedule',
    body: z.object({ cron: z.string(), timezone: z.string().default('UTC'), action: ScheduledAction }),
    response: Schedule,
    async handler({ store, who, now }, { body }): Promise<unknown> {
      try {
        const row = await addSchedule(store, { ...body, who }, now());
        return { kind: 'json', status: 201, body: { ...row, nextAt: iso(row.nextAt) } } satisfies Answer;
      } catch (error) {
        if (error instanceof ScheduleProblem) return problem(400, `${error.message}.`);
        throw error;
      }
    },
  }),
];
