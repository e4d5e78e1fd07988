import { jobId, LANES, type Lane, QUEUES, type QueueName, STAGES, type Stage } from '@wirewatch/shared/pipeline.ts';
import { inOneTransaction } from '@wirewatch/shared/store/database/one-transaction.ts';
import { finish } from '@wirewatch/shared/store/journey/finish.ts';
import { claimArticle } from '@wirewatch/shared/store/journey/journey.ts';
import { writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { wishPause } from '@wirewatch/shared/store/operations/pauses.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { countWaiting, listPutOff, listWaiting } from '../reads/waiting.ts';
import type { Action } from './action.ts';
import { bringForward } from './bring-forward.ts';

/** Articles that one drain sets aside; more are left for the next, so that a request ends within seconds. */
const DRAIN_AT_ONCE = 1000;
const PUT_OFF_AT_ONCE = 1000;
const LEASE_MS = 30_000;

function stageOf(ask: Ask): Stage | Answer {
  const stage = ask.params.stage as Stage;
  return STAGES.includes(stage) ? stage : problem(404, `There is no stage "${stage}": expected ${STAGES.join(', ')}.`);
}

function queueOf(ask: Ask): QueueName | Answer {
  const name = ask.params.stage as QueueName;
  return QUEUES.includes(name) ? name : problem(404, `There is no queue "${name}": expected ${QUEUES.join(', ')}.`);
}

const isAnswer = (value: string | Answer): value is Answer => typeof value !== 'string';
const back = () => '/pipeline';

function switching(to: 'pause' | 'resume'): Action {
  return {
    name: `queue.${to}`,
    path: `/pipeline/:stage/${to}`,
    place: 'pipeline',
    back,
    async question(ask) {
      const name = queueOf(ask);
      if (isAnswer(name)) return name;
      const paused = await ask.queues.isPaused(name);
      if (paused === (to === 'pause'))
        return problem(409, `The queue ${name} is ${paused ? 'paused already' : 'not paused'}.`);
      return {
        title: to === 'pause' ? `Pause ${name}?` : `Resume ${name}?`,
        text:
          to === 'pause'
            ? 'Work in hand is finished; nothing new is begun in either lane. What arrives waits.'
            : 'Its workers go on with what waits.',
        count: 1,
        button: to === 'pause' ? 'Pause' : 'Resume',
      };
    },
    async run(ask) {
      const name = queueOf(ask);
      if (isAnswer(name)) return name;
      await wishPause(ask.store, name, to === 'pause');
      await ask.queues.setPaused(name, to === 'pause');
      return { target: name, count: 1 };
    },
  };
}

const drain: Action = {
  name: 'queue.drain',
  path: '/pipeline/:stage/:lane/drain',
  place: 'pipeline',
  back,
  async question(ask) {
    const stage = stageOf(ask);
    if (isAnswer(stage)) return stage;
    const lane = ask.params.lane as Lane;
    if (!LANES.includes(lane)) return problem(404, `There is no lane "${lane}": expected live or batch.`);
    const count = await countWaiting(ask.store, stage, lane);
    if (count === 0) return problem(409, `Nothing waits for ${stage} in the ${lane} lane.`);
    return {
      title: `Drain ${stage}, ${lane} lane?`,
      text: `${count} ${count === 1 ? 'article waits' : 'articles wait'}. They are set aside in quarantine, from where they can be sent on again${count > DRAIN_AT_ONCE ? `; ${DRAIN_AT_ONCE} at a time, the oldest first` : ''}.`,
      count: Math.min(count, DRAIN_AT_ONCE),
      button: 'Drain',
      danger: true,
    };
  },
  async run(ask) {
    const stage = stageOf(ask);
    if (isAnswer(stage)) return stage;
    const lane = ask.params.lane as Lane;
    const { store, queues, log, now, who } = ask;
    let count = 0;
    for (const { id, epoch } of await listWaiting(store, stage, lane, DRAIN_AT_ONCE)) {
      const claim = await claimArticle(store, { articleId: id, epoch }, stage, { owner: who, ms: LEASE_MS }, now());
      // In a worker's hand, or gone on meanwhile: left alone.
      if ('kind' in claim) continue;
      const shell = { store, queues, log, worker: who, now };
      await finish(shell, claim, { outcome: 'quarantined', reason: `drained by ${who}`, version: 'drain' });
      await queues.of(stage, lane).remove(jobId(stage, id, epoch));
      count += 1;
    }
    return { target: `${stage} ${lane}`, count };
  },
};

const hurry: Action = {
  name: 'queue.retry-now',
  path: '/pipeline/:stage/retry-now',
  place: 'pipeline',
  back,
  async question(ask) {
    const stage = stageOf(ask);
    if (isAnswer(stage)) return stage;
    const { length } = await listPutOff(ask.store, stage, ask.now(), PUT_OFF_AT_ONCE);
    if (length === 0) return problem(409, `Nothing of ${stage} was put off.`);
    return {
      title: `Try what was put off in ${stage} now?`,
      text: 'Rate limits, outages and faults put these off. They are tried at once; what is still not possible is put off again.',
      count: length,
      button: 'Try now',
    };
  },
  async run(ask) {
    const stage = stageOf(ask);
    if (isAnswer(stage)) return stage;
    const { store, queues, who, now } = ask;
    const rows = await listPutOff(store, stage, now(), PUT_OFF_AT_ONCE);
    const all = rows.map((row) => row.id);
    await inOneTransaction(store, async (both) => {
      const { length } = await bringForward(both, all, now());
      await writeAudit(both, both.db, {
        at: now(),
        who,
        action: hurry.name,
        target: stage,
        count: length,
        detail: null,
      });
    });
    for (const { id, epoch, lane } of rows) {
      const job = await queues.of(stage, lane).getJob(jobId(stage, id, epoch));
      if (job && (await job.isDelayed())) await job.promote().catch(() => undefined);
    }
    return { audited: { action: hurry.name, target: stage } };
  },
};

export const STAGE_ACTIONS: readonly Action[] = [switching('pause'), switching('resume'), drain, hurry];
