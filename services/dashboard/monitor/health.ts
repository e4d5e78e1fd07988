import { SERVICES } from '@wirewatch/shared/pipeline.ts';
import { readRedis } from '@wirewatch/shared/queue/redis-facts.ts';
import { rootMessage } from '@wirewatch/shared/store/database/outage.ts';
import { feedsByStatus } from '@wirewatch/shared/store/journey/status.ts';
import { listWorkers } from '@wirewatch/shared/store/operations/workers.ts';
import { attentionValue } from '../api/values.ts';
import type { Answer, Ask } from '../handler.ts';
import { lastDoneAt } from '../reads/outcomes.ts';
import { span } from '../views/parts.ts';

/** Feeds that answer while nothing new is done for so long are silent: the same limit as the Prometheus alert. */
const SILENCE_MS = 6 * 3_600_000;

interface Check {
  name: string;
  ok: boolean;
  detail: string;
}

/** Whether this process can do its work: store and Redis answer. */
export async function healthz(ask: Ask): Promise<Answer> {
  return answer(await Promise.all([storeAnswers(ask), redisAnswers(ask)]));
}

/** Whether wirewatch as a whole does its work; goes red for silence too. With `?verbose` also what needs a look, which alone turns nothing red. */
export async function readyz(ask: Ask): Promise<Answer> {
  const store = await storeAnswers(ask);
  const redis = await redisAnswers(ask);
  const rest = store.ok ? await Promise.all([servicesUp(ask), notSilent(ask), gaugesFresh(ask)]) : [];
  const said = answer([store, redis, ...rest]);
  if (!store.ok || !ask.query.has('verbose')) return said;
  return { ...said, body: { ...said.body, attention: (await ask.counts.attention()).map(attentionValue) } };
}

function answer(checks: Check[]) {
  const ok = checks.every((check) => check.ok);
  return { kind: 'json', body: { ok, checks }, status: ok ? 200 : 503 } as const satisfies Answer;
}

async function storeAnswers({ store }: Ask): Promise<Check> {
  try {
    await feedsByStatus(store);
    return { name: 'store', ok: true, detail: store.where };
  } catch (error) {
    return { name: 'store', ok: false, detail: rootMessage(error) };
  }
}

async function redisAnswers({ queues }: Ask): Promise<Check> {
  const facts = await readRedis(queues.redis);
  if (facts === null) return { name: 'redis', ok: false, detail: 'does not answer' };
  const ok = facts.policy === 'noeviction';
  return { name: 'redis', ok, detail: ok ? `version ${facts.version}` : `policy ${facts.policy}: it may lose jobs` };
}

async function servicesUp({ store, now }: Ask): Promise<Check> {
  const workers = await listWorkers(store, now());
  const missing = SERVICES.filter((service) => !workers.some((row) => row.service === service && row.state === 'up'));
  return {
    name: 'services',
    ok: missing.length === 0,
    detail: missing.length === 0 ? 'all up' : `not up: ${missing.join(', ')}`,
  };
}

async function notSilent({ store, now }: Ask): Promise<Check> {
  const active = (await feedsByStatus(store)).find((row) => row.status === 'active')?.count ?? 0;
  const last = await lastDoneAt(store);
  if (active === 0) return { name: 'silence', ok: true, detail: 'no feed is watched' };
  if (last === null) return { name: 'silence', ok: true, detail: 'nothing was done yet' };
  const since = now() - last;
  return { name: 'silence', ok: since < SILENCE_MS, detail: `the last article was done ${span(since)} ago` };
}

function gaugesFresh({ gauges }: Ask): Check {
  const { trouble } = gauges.read();
  return { name: 'gauges', ok: trouble === null, detail: trouble ?? 'fresh' };
}
