import type { BatchStatus } from '@wirewatch/shared/contracts/batch.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import {
  BatchProblem,
  countSelection,
  createBatch,
  findBatch,
  steerBatch,
} from '@wirewatch/shared/store/journey/batches.ts';
import { takeBackBatch } from '@wirewatch/shared/store/journey/take-back.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { chosenIn, selectionOf, selectionWords } from '../reads/batch-selection.ts';
import type { Action } from './action.ts';

/** Runs something on a batch; what it refuses becomes an answer in words. */
async function orProblem<T>(status: 404 | 409, work: () => Promise<T>): Promise<T | Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BatchProblem) return problem(status, `${error.message}.`);
    throw error;
  }
}

const isAnswer = (value: object): value is Answer => 'kind' in value;

/** Starts a reprocessing that an address describes. */
const start: Action = {
  name: 'reprocess',
  path: '/reprocess/start',
  place: 'reprocess',
  back: () => '/reprocess',
  async question({ store, query }) {
    const selection = await selectionOf(store, chosenIn(query));
    if ('problem' in selection) return problem(400, selection.problem);
    const count = await countSelection(store, selection);
    if (count === 0) return problem(409, `No article is chosen: ${selectionWords(selection)}.`);
    return {
      title: `Do ${count} ${count === 1 ? 'article' : 'articles'} again?`,
      text: `Chosen: ${selectionWords(selection)}. They go through the batch lane, live work goes first. What each result was is kept and can be taken back.`,
      count,
      button: 'Start',
    };
  },
  async run({ store, query, who, now }) {
    const selection = await selectionOf(store, chosenIn(query));
    if ('problem' in selection) return problem(400, selection.problem);
    const batch = await createBatch(store, selection, { dryRun: false, who, now: now() });
    return { audited: { action: 'reprocess', target: batch.id }, to: `/reprocess/${batch.id}` };
  },
};

/** Starts a dry run: nothing is changed, so nothing is asked. */
export async function dryRun({ store, form, who, now }: Ask): Promise<Answer> {
  const selection = await selectionOf(store, chosenIn(form));
  if ('problem' in selection) return problem(400, selection.problem);
  const batch = await createBatch(store, selection, { dryRun: true, who, now: now() });
  return { kind: 'go', to: `/reprocess/${batch.id}` };
}

function onBatch(options: {
  name: string;
  verb: string;
  title: (id: string) => string;
  text: string;
  button: string;
  danger?: boolean;
  run: (store: Store, id: string, who: string, now: number) => Promise<unknown>;
}): Action {
  return {
    name: options.name,
    path: `/reprocess/:id/${options.verb}`,
    place: 'reprocess',
    back: ({ params }) => `/reprocess/${params.id}`,
    async question({ store, params }) {
      const batch = await orProblem(404, () => findBatch(store, params.id ?? ''));
      if (isAnswer(batch)) return batch;
      const { title, text, button, danger } = options;
      return { title: title(batch.id), text, count: batch.total, button, danger };
    },
    async run({ store, params, who, now }) {
      const done = await orProblem(409, async () => {
        await options.run(store, params.id ?? '', who, now());
        return { audited: { action: options.name, target: params.id ?? '' } };
      });
      return done;
    },
  };
}

const steer = (to: BatchStatus) => (store: Store, id: string, who: string, now: number) =>
  steerBatch(store, id, to, who, now);

export const BATCH_ACTIONS: readonly Action[] = [
  start,
  onBatch({
    name: 'batch.paused',
    verb: 'pause',
    title: (id) => `Pause batch ${id}?`,
    text: 'What is under way is finished; no more is begun until it is resumed.',
    button: 'Pause',
    run: steer('paused'),
  }),
  onBatch({
    name: 'batch.running',
    verb: 'resume',
    title: (id) => `Resume batch ${id}?`,
    text: 'It goes on where it stopped.',
    button: 'Resume',
    run: steer('running'),
  }),
  onBatch({
    name: 'batch.cancelled',
    verb: 'cancel',
    title: (id) => `Cancel batch ${id}?`,
    text: 'What is under way is finished; the rest is left as it was. What was done stays, and can be taken back.',
    button: 'Cancel the batch',
    danger: true,
    run: steer('cancelled'),
  }),
  onBatch({
    name: 'batch.take-back',
    verb: 'take-back',
    title: (id) => `Take batch ${id} back?`,
    text: 'Each result that it replaced returns to its place. What has changed since by other work is overwritten too.',
    button: 'Take back',
    danger: true,
    run: takeBackBatch,
  }),
];
