import { RulingKind } from '@wirewatch/shared/contracts/ruling.ts';
import { listRulings, type RulingRow } from '@wirewatch/shared/store/copies/rulings.ts';
import { z } from 'zod';
import { rule } from '../actions/ruling-actions.ts';
import { endpoint } from './endpoint.ts';

export const Ruling = z.object({
  id: z.number(),
  kind: RulingKind,
  subject: z.string().describe('an article; of `house` an outlet'),
  other: z.string().nullable(),
  note: z.string().nullable(),
  who: z.string(),
  at: z.string().describe('ISO 8601, UTC'),
  takenBackBy: z.string().nullable(),
  takenBackAt: z.string().nullable(),
});

export const RULING_CALLS = [
  endpoint({
    method: 'get',
    path: '/rulings',
    summary: 'What analysts have ruled, the newest first',
    query: z.object({ all: z.enum(['true', 'false']).optional().describe('true: also what was taken back') }),
    response: z.object({ items: z.array(Ruling) }),
    async handler({ store }, { query }) {
      return { items: (await listRulings(store, { all: query.all === 'true' })).map(rulingValue) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/rulings',
    summary: 'Rules that two articles have not the same text, that one was first, or that two outlets are of one house',
    body: z.object({
      kind: RulingKind,
      subject: z.string(),
      other: z.string().optional(),
      note: z.string().max(1000).optional(),
    }),
    response: Ruling,
    async handler(ask, { body }) {
      const ruled = await rule(ask, { ...body, other: body.other ?? null, note: body.note ?? null });
      return 'kind' in ruled ? ruled : rulingValue(ruled.ruling);
    },
  }),
];

export function rulingValue({ before: _, at, takenBackAt, ...rest }: RulingRow) {
  return {
    ...rest,
    at: new Date(at).toISOString(),
    takenBackAt: takenBackAt === null ? null : new Date(takenBackAt).toISOString(),
  };
}
