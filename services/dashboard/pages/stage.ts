import { PIPELINE, QUEUES, type QueueName, STAGES, type Stage } from '@wirewatch/shared/pipeline.ts';
import { journeyOf } from '@wirewatch/shared/store/journey/status.ts';
import { listWorkers } from '@wirewatch/shared/store/operations/workers.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { logTail } from '../reads/log-tail.ts';
import { pollingNow } from '../reads/polling.ts';
import { withFacts } from '../reads/process-facts.ts';
import { slowest, stageArticles, stageHours } from '../reads/stage.ts';
import { listPutOff } from '../reads/waiting.ts';
import { stageView } from '../views/stage.ts';

const DAY_HOURS = 24;
const WEEK_HOURS = 7 * 24;
const HOUR_MS = 3_600_000;
const SHOWN = 10;
const LINES = 25;

/** One queue: why it is stuck, if it is. Who works on it and what they say, what they hold, what waits longest, what was slow. */
export async function stage({ store, config, gauges, params, now }: Ask): Promise<Answer> {
  const name = params.stage as QueueName;
  if (!QUEUES.includes(name)) return problem(404, `There is no queue "${name}": expected ${QUEUES.join(', ')}.`);
  const at = now();
  const { service } = PIPELINE[name];
  const [workers, log, articles, feeds] = await Promise.all([
    listWorkers(store, at),
    logTail(config.dataDir, service, LINES),
    isStage(name) ? ofStage(store, name, at) : null,
    isStage(name) ? null : pollingNow(store, at, SHOWN),
  ]);
  const body = stageView({
    name,
    service,
    reading: gauges.read(),
    workers: await withFacts(
      workers.filter((row) => row.service === service),
      at,
    ),
    log,
    articles,
    feeds,
    now: at,
  });
  return { kind: 'page', title: `Pipeline: ${name}`, place: 'pipeline', body };
}

const isStage = (name: QueueName): name is Stage => (STAGES as readonly QueueName[]).includes(name);

async function ofStage(store: Ask['store'], name: Stage, at: number) {
  const hour = Math.floor(at / HOUR_MS);
  const [{ held, oldest }, slow, putOff, hours] = await Promise.all([
    stageArticles(store, name, at, SHOWN),
    slowest(store, name, at - DAY_HOURS * HOUR_MS, SHOWN),
    listPutOff(store, name, at, SHOWN),
    stageHours(store, name, hour - WEEK_HOURS + 1, hour),
  ]);
  const journeys = await Promise.all(
    [oldest[0], slow[0]].map(async (row) =>
      row ? { id: row.id, url: row.url, steps: await journeyOf(store, row.id) } : null,
    ),
  );
  return { held, oldest, slow, putOff, hours, oldestJourney: journeys[0]!, slowestJourney: journeys[1]! };
}
