import { readDisks } from '@wirewatch/shared/attention/disk.ts';
import { QUEUES, STAGES } from '@wirewatch/shared/pipeline.ts';
import { readRedis } from '@wirewatch/shared/queue/redis-facts.ts';
import { outcomesSince } from '@wirewatch/shared/store/journey/status.ts';
import { listWorkers } from '@wirewatch/shared/store/operations/workers.ts';
import type { Answer, Ask } from '../handler.ts';
import { outcomesByHour } from '../reads/outcome-counts.ts';
import { withFacts } from '../reads/process-facts.ts';
import { listPutOff } from '../reads/waiting.ts';
import { pipelineView } from '../views/pipeline.ts';

const HOURS = 24;
const HOUR_MS = 3_600_000;
const PUT_OFF_SHOWN = 20;

/** Queues for who runs them: lanes, jobs, workers, Redis, and what can be done. */
export async function pipeline({ store, config, queues, gauges, now }: Ask): Promise<Answer> {
  const at = now();
  const since = Math.floor(at / HOUR_MS) - HOURS + 1;
  const [workers, hours, redis, outcomes, disks, putOff] = await Promise.all([
    listWorkers(store, at),
    outcomesByHour(store, since),
    readRedis(queues.redis),
    outcomesSince(store, at - HOURS * HOUR_MS),
    readDisks(config),
    Promise.all(STAGES.map(async (stage) => ({ stage, rows: await listPutOff(store, stage, at, PUT_OFF_SHOWN) }))),
  ]);
  const perHour = STAGES.map((stage) => ({
    stage,
    counts: Array.from({ length: HOURS }, (_, index) =>
      hours.filter((row) => row.stage === stage && row.hour === since + index).reduce((sum, row) => sum + row.count, 0),
    ),
  }));
  const leastFreeBytes = config.WIREWATCH_MIN_FREE_GB * 1e9;
  const body = pipelineView({
    reading: gauges.read(),
    names: QUEUES,
    workers: await withFacts(workers, at),
    perHour,
    redis,
    putOff,
    outcomes,
    disks,
    leastFreeBytes,
    now: at,
  });
  return { kind: 'page', title: 'Pipeline', place: 'pipeline', body };
}
