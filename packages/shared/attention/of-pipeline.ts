import { QUEUES, SERVICES, STAGES } from '../pipeline.ts';
import { type AttentionFacts, type AttentionLine, stagePage } from './line.ts';

/** Live work is done within seconds; ten minutes mean that a stage's workers are gone or a store is out. */
const LIVE_LATE_MS = 600_000;
/** Batch work waits for live work, but some of it is done in every hour. */
const BATCH_LATE_MS = 6 * 3_600_000;

/** Workers, queues, what was set aside and what is planned. */
export function attentionToPipeline(facts: AttentionFacts): AttentionLine[] {
  return [
    ...services(facts),
    ...paused(facts),
    ...late(facts),
    ...polls(facts),
    ...facts.quarantine.map(({ stage, reason, count, oldest }): AttentionLine => {
      const query = new URLSearchParams({ ...(stage && { stage }), ...(reason && { reason }) });
      return {
        kind: 'quarantine',
        grave: false,
        what: `${count === 1 ? 'an article' : `${count} articles`} set aside in ${stage}: ${reason}`,
        since: oldest,
        todo: 'See why; once the cause is mended, send them on again.',
        href: `/quarantine?${query}`,
        count,
      };
    }),
    ...facts.schedules
      .filter(({ lastResult }) => lastResult?.startsWith('failed'))
      .map(
        (row): AttentionLine => ({
          kind: 'schedule',
          grave: true,
          what: `the schedule "${row.cron}" (${row.action.kind}) ${row.lastResult}`,
          since: row.lastAt,
          todo: 'It is tried again by itself. Mend what it says, or remove it.',
          href: '/reprocess#schedules-title',
          count: 1,
        }),
      ),
    ...(facts.deadWebhooks === 0
      ? []
      : [
          {
            kind: 'webhook' as const,
            grave: true,
            what: `${facts.deadWebhooks} alerts were given up: their webhook did not take them`,
            since: null,
            todo: 'Mend the receiver, then send them again.',
            href: '/webhooks?status=dead',
            count: facts.deadWebhooks,
          },
        ]),
    ...facts.largeGroups.map(
      ({ group, articles }): AttentionLine => ({
        kind: 'large-group',
        grave: false,
        what: `a group of copies has ${articles} articles`,
        since: null,
        todo: 'Look whether it is a text, or a page that says the same to everybody.',
        href: `/groups/${group}`,
        count: 1,
      }),
    ),
    ...facts.contestedOutlets.map(
      ({ outlet, articles, since }): AttentionLine => ({
        kind: 'contested-outlet',
        grave: false,
        what: `who was first is contested for ${articles} articles of ${outlet}`,
        since,
        todo: 'Look at the evidence of one: a wrong clock, or an outlet that takes; a ruling settles it.',
        href: `/outlets/${encodeURIComponent(outlet)}`,
        count: 1,
      }),
    ),
  ];
}

/** Services of which none is up, and workers that fell silent and that nobody stands in for. */
function services({ workers }: AttentionFacts): AttentionLine[] {
  if (workers.length === 0) return [];
  const up = workers.filter((row) => row.state === 'up');
  const line = (what: string, since: number | null, todo: string): AttentionLine => ({
    kind: 'service',
    grave: true,
    what,
    since,
    todo,
    href: '/pipeline#workers-title',
    count: 1,
  });
  if (up.length === 0 && workers.every((row) => row.state === 'stopped')) {
    const since = Math.max(...workers.map((row) => row.seenAt));
    return [line('nothing runs: all services were stopped', since, 'npx wirewatch up starts everything.')];
  }
  const missing = SERVICES.filter((service) => !up.some((row) => row.service === service));
  const absent = missing.map((service) => {
    const last = workers.filter((row) => row.service === service).sort((a, b) => b.seenAt - a.seenAt)[0];
    const how =
      last?.state === 'lost'
        ? `the ${service} (process ${last.pid} on ${last.host}) hangs or is gone`
        : `no ${service} runs`;
    return line(
      how,
      last?.seenAt ?? null,
      'Its last lines are in log/ of the data folder; where it hangs, end that process: it is started again.',
    );
  });
  const lost = workers.filter(
    (row) =>
      row.state === 'lost' &&
      !missing.some((service) => service === row.service) &&
      !workers.some(
        (other) => other.service === row.service && other.host === row.host && other.startedAt > row.seenAt,
      ),
  );
  return [
    ...absent,
    ...lost.map((row) =>
      line(
        `a ${row.service} (process ${row.pid} on ${row.host}) hangs or is gone`,
        row.seenAt,
        'Others do its work. End that process where it is still there.',
      ),
    ),
  ];
}

function paused({ paused, waiting }: AttentionFacts): AttentionLine[] {
  return QUEUES.filter((name) => paused.has(name)).map((name) => {
    const held = waiting.filter((row) => row.stage === name).reduce((sum, row) => sum + row.count, 0);
    return {
      kind: 'stage-paused',
      grave: true,
      what: `${name} was paused by hand${held > 0 ? `; ${held} articles wait for it` : ''}`,
      since: null,
      todo: 'Resume it when it may go on.',
      href: stagePage(name),
      count: 1,
    };
  });
}

function late({ waiting, outcomes, paused, now }: AttentionFacts): AttentionLine[] {
  return waiting.flatMap(({ stage, lane, count, oldest }): AttentionLine[] => {
    if (stage === null || paused.has(stage) || oldest === null || !STAGES.includes(stage)) return [];
    const age = now - Number(oldest);
    const live = lane === 'live';
    if (live ? age < LIVE_LATE_MS : age < BATCH_LATE_MS || (outcomes.get(`${stage} ${lane}`) ?? 0) > 0) return [];
    return [
      {
        kind: live ? 'stage-waits' : 'batch-stands',
        grave: live,
        what: live
          ? `${count} live articles wait for ${stage}`
          : `batch work of ${stage} stands still: ${count} articles`,
        since: Number(oldest),
        todo: live
          ? 'See who works on it and what they say; more workers help where all are busy.'
          : 'It begins only while no live article is on its way: see whether live work ever ends.',
        href: stagePage(stage),
        count: 1,
      },
    ];
  });
}

/** Feeds whose time has long come. */
function polls({ feeds, paused, now }: AttentionFacts): AttentionLine[] {
  const due = feeds.filter(({ feed }) => feed.status === 'active' && feed.nextPollAt < now - LIVE_LATE_MS);
  if (due.length === 0 || paused.has('poll')) return [];
  return [
    {
      kind: 'stage-waits',
      grave: true,
      what: `${due.length} feeds are due and not polled`,
      since: Math.min(...due.map(({ feed }) => feed.nextPollAt)),
      todo: 'See whether fetcher and scheduler run; more fetchers help where all are busy.',
      href: stagePage('poll'),
      count: 1,
    },
  ];
}
