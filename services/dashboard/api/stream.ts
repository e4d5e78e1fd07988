import { setTimeout as sleep } from 'node:timers/promises';
import { articleLines } from '@wirewatch/shared/store/articles/list.ts';
import { recordsOf } from '@wirewatch/shared/store/articles/records.ts';
import { type Answer, type Ask, problem, type SendEvent } from '../handler.ts';
import type { Ended } from '../reads/outcome-tail.ts';
import { outcomesAfter } from '../reads/outcomes.ts';
import { iso, lineValue } from './values.ts';

const KINDS = ['outcome', 'article', 'group'] as const;
/** Outcomes that arrive together are looked up together. */
const GATHER_MS = 500;
/** Keeps the line open through proxies that cut what is silent. */
const BEAT_MS = 15_000;
/** What somebody who was away gets at most; older ones are in the lists. */
const MISSED_AT_MOST = 1000;
const STREAMS_AT_MOST = 100;

let open = 0;

/** Server-sent events as they happen: `outcome` for each stage that an article ended, `article` when one is done, `group` when one found its place among the copies. */
export function stream(ask: Ask): Answer {
  const wanted = new Set((ask.query.get('events') ?? KINDS.join(',')).split(','));
  for (const kind of wanted) {
    if (!KINDS.includes(kind as (typeof KINDS)[number])) {
      return problem(400, `events=${kind}: expected some of ${KINDS.join(', ')}, joined by commas.`);
    }
  }
  if (open >= STREAMS_AT_MOST) return problem(503, `${STREAMS_AT_MOST} streams are open already.`);
  return { kind: 'stream', start: (send, closed) => run(ask, wanted, send, closed) };
}

async function run(ask: Ask, wanted: ReadonlySet<string>, send: SendEvent, closed: AbortSignal): Promise<void> {
  open += 1;
  const waiting: Ended[] = [];
  const stop = ask.gauges.onEnded((ended) => waiting.push(ended));
  try {
    const last = Number(ask.headers.lastEventId ?? Number.NaN);
    if (Number.isSafeInteger(last)) waiting.unshift(...(await outcomesAfter(ask.store, last, MISSED_AT_MOST)));
    await send({ name: 'open', data: JSON.stringify({ events: [...wanted] }) });
    let told = Number.isSafeInteger(last) ? last : 0;
    for (let beat = ask.now(); !closed.aborted; ) {
      const part = waiting.splice(0).filter((ended) => ended.id > told);
      if (part.length > 0) {
        await tell(ask, part, wanted, send);
        told = Math.max(...part.map((ended) => ended.id));
        beat = ask.now();
      } else if (ask.now() - beat > BEAT_MS) {
        await send({ name: 'beat', data: '' });
        beat = ask.now();
      }
      await sleep(GATHER_MS, undefined, { signal: closed }).catch(() => undefined);
    }
  } finally {
    stop();
    open -= 1;
  }
}

async function tell(ask: Ask, part: readonly Ended[], wanted: ReadonlySet<string>, send: SendEvent): Promise<void> {
  const idsOf = (of: (ended: Ended) => boolean) => [...new Set(part.filter(of).map((ended) => ended.articleId))];
  const isDone = (ended: Ended) => ended.outcome === 'done';
  const isPlaced = (ended: Ended) => ended.stage === 'dedup' && ended.outcome === 'passed';
  const done = wanted.has('article') ? idsOf(isDone) : [];
  const placed = wanted.has('group') ? idsOf(isPlaced) : [];
  const records = new Map(
    (done.length > 0 ? await recordsOf(ask.store, done, ask.who) : []).map((record) => [record.id, record]),
  );
  const lines = new Map((await articleLines(ask.store, placed)).map((line) => [line.id, line]));
  for (const ended of part) {
    const id = String(ended.id);
    if (wanted.has('outcome')) {
      const { id: number, at, ...rest } = ended;
      await send({ name: 'outcome', id, data: JSON.stringify({ number, at: iso(at), ...rest }) });
    }
    const line = isPlaced(ended) ? lines.get(ended.articleId) : undefined;
    if (line) await send({ name: 'group', id, data: JSON.stringify(lineValue(line)) });
    const record = isDone(ended) ? records.get(ended.articleId) : undefined;
    if (record) await send({ name: 'article', id, data: JSON.stringify(record) });
  }
}
