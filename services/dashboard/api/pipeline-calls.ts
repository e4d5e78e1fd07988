import { readRedis } from '@wirewatch/shared/queue/redis-facts.ts';
import { listQuarantine } from '@wirewatch/shared/store/journey/quarantine.ts';
import { listAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { listWorkers } from '@wirewatch/shared/store/operations/workers.ts';
import { z } from 'zod';
import { quarantineFilter } from '../actions/quarantine-actions.ts';
import { endpoint } from './endpoint.ts';
import { Attention, Change, LaneState, PageQuery, PollState, pageSchema, Quarantined, Worker } from './schemas.ts';
import { attentionValue, changeValue, iso } from './values.ts';

export const PIPELINE_CALLS = [
  endpoint({
    method: 'get',
    path: '/attention',
    summary: 'What needs a look, the gravest first: the list of the overview',
    response: z.object({ items: z.array(Attention) }),
    async handler({ counts }) {
      return { items: (await counts.attention()).map(attentionValue) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/pipeline',
    summary: 'Queues by stage and lane, the jobs in Redis, and Redis itself',
    response: z.object({
      at: z.string(),
      trouble: z.string().nullable(),
      lanes: z.array(LaneState),
      polls: PollState,
      jobs: z.record(z.string(), z.record(z.string(), z.union([z.number(), z.boolean()]))),
      redis: z
        .object({
          version: z.string(),
          memoryBytes: z.number(),
          limitBytes: z.number(),
          policy: z.string(),
          upSeconds: z.number(),
        })
        .nullable(),
    }),
    async handler({ gauges, queues }) {
      const { at, lanes, polls, jobs, trouble } = gauges.read();
      const { depth, oldest, active, delayed, failed, out } = polls;
      return {
        at: iso(at),
        trouble,
        lanes: lanes.map(({ depths: _, outs: __, oldest, ...lane }) => ({
          ...lane,
          oldest: iso(oldest),
          paused: jobs[lane.stage]?.paused ?? false,
        })),
        polls: { depth, oldest: iso(oldest), active, delayed, failed, out, paused: jobs.poll?.paused ?? false },
        jobs,
        redis: await readRedis(queues.redis),
      };
    },
  }),
  endpoint({
    method: 'get',
    path: '/workers',
    summary: 'Processes that work or worked in the last day',
    response: z.object({ items: z.array(Worker) }),
    async handler({ store, now }) {
      const rows = await listWorkers(store, now());
      return {
        items: rows.map(({ id, service, host, pid, state, startedAt, seenAt }) => ({
          id,
          service,
          host,
          pid,
          state,
          startedAt: iso(startedAt),
          seenAt: iso(seenAt),
        })),
      };
    },
  }),
  endpoint({
    method: 'get',
    path: '/quarantine',
    summary: 'What was set aside and why, newest first',
    query: z.object({
      stage: z.string().optional(),
      reason: z.string().optional().describe('words that the reason holds'),
      host: z.string().optional().describe('an outlet by its id'),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    response: z.object({ items: z.array(Quarantined) }),
    async handler({ store, query }, input) {
      const filter = quarantineFilter(query);
      if ('kind' in filter) return filter;
      const rows = await listQuarantine(store, filter, input.query.limit);
      return { items: rows.map(({ id, url, stage, reason, at }) => ({ id, url, stage, reason, at: iso(at) })) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/audit',
    summary: 'Every change that a person made, newest first',
    query: PageQuery.extend({
      after: z.coerce.number().int().optional(),
      who: z.string().optional(),
      action: z.string().optional(),
      target: z.string().optional(),
    }),
    response: pageSchema(Change),
    async handler({ store }, { query }) {
      const { who, action, target } = query;
      const rows = await listAudit(store, { who, action, target, before: query.after ?? null, limit: query.limit + 1 });
      const items = rows.slice(0, query.limit);
      return { items: items.map(changeValue), next: rows.length > query.limit ? String(items.at(-1)!.id) : null };
    },
  }),
];
