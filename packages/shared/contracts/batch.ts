import { z } from 'zod';
import { ReprocessStage } from '../pipeline.ts';

/** Which articles a batch does again. Instants in epoch ms, by first sight; null: no bound. */
export const BatchSelection = z.object({
  from: ReprocessStage,
  /** Only those whose result was made by another version than this; null: all. */
  staleVersion: z.string().nullable(),
  since: z.number().nullable(),
  until: z.number().nullable(),
  outlets: z.array(z.string()).describe('outlet ids; empty: all'),
});
export type BatchSelection = z.infer<typeof BatchSelection>;

export type BatchStatus = 'running' | 'paused' | 'cancelled' | 'done' | 'taken-back';

/** What a schedule does when its time comes. */
export const ScheduledAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reprocess'), from: ReprocessStage, stale: z.boolean(), outlets: z.array(z.string()) }),
  z.object({ kind: z.literal('retention') }),
  z.object({ kind: z.literal('export'), format: z.literal('jsonl'), folder: z.string() }),
]);
export type ScheduledAction = z.infer<typeof ScheduledAction>;
