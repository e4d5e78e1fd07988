import { ALERT_KINDS, DELIVERY_STATUSES, WatchLineText } from '@wirewatch/shared/contracts/watch.ts';
import { alertsOf } from '@wirewatch/shared/store/watches/alerts.ts';
import { applicationsOf } from '@wirewatch/shared/store/watches/apply.ts';
import { listDeliveries } from '@wirewatch/shared/store/watches/deliveries.ts';
import { digestsOf } from '@wirewatch/shared/store/watches/digests.ts';
import { toldOf } from '@wirewatch/shared/store/watches/told.ts';
import type { WatchRow } from '@wirewatch/shared/store/watches/watches.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { z } from 'zod';
import { save } from '../actions/watch-actions.ts';
import { WatchDraft } from '../core/watch-draft.ts';
import { type Answer, problem } from '../handler.ts';
import { tryWatch } from '../reads/try-watch.ts';
import { countedWatches, countsOf, watchOrNull } from '../reads/watches.ts';
import { endpoint } from './endpoint.ts';
import { Between, Line, PageQuery, pageSchema } from './schemas.ts';
import { iso, lineValue } from './values.ts';

const MOST_LETTERS = 100;

const Watch = z.object({
  id: z.string(),
  name: z.string(),
  lines: z.array(WatchLineText),
  threshold: z.number(),
  webhook: z.string().nullable().describe('the address, secrets in it hidden'),
  textsOnly: z.boolean().describe('it tells of new independent texts, not of outlets that carry known ones'),
  mail: z
    .object({ to: z.array(z.string()), hour: z.number() })
    .nullable()
    .describe('its letter a day'),
  who: z.string(),
  createdAt: z.string(),
  articles: z.number(),
  alerts: z.number(),
});

const Alert = z.object({
  id: z.number(),
  kind: z.enum(ALERT_KINDS),
  reason: z.string(),
  words: z
    .string()
    .describe(
      'what it is among its story’s: "copy of X, 98 %", "own text: the second independent source"; may be empty',
    ),
  story: z.string().nullable(),
  at: z.string(),
  article: z
    .object({
      id: z.string(),
      url: z.string(),
      title: z.string().nullable(),
      outletId: z.string(),
      outlet: z.string(),
      language: z.string().nullable(),
      publishedAt: z.string().nullable(),
      matched: z.array(z.string()),
    })
    .nullable(),
  volume: z
    .object({
      stories: z.number(),
      mean: z.number(),
      deviation: z.number(),
      limit: z.number(),
      hours: z.number(),
    })
    .nullable(),
});

const Application = z.object({
  id: z.string(),
  status: z.string(),
  looked: z.number().describe('articles that could match'),
  matched: z.number(),
  problem: z.string().nullable(),
  who: z.string(),
  since: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});

const Delivery = z.object({
  id: z.number(),
  alertId: z.number(),
  watch: z.object({ id: z.string(), name: z.string() }),
  url: z.string().nullable(),
  kind: z.enum(ALERT_KINDS),
  articleId: z.string().nullable(),
  status: z.enum(DELIVERY_STATUSES),
  attempts: z.number(),
  nextAt: z.string().nullable().describe('of the next try, while it waits'),
  endedAt: z.string().nullable(),
  lastStatus: z.number().nullable(),
  lastError: z.string().nullable(),
});

function watchValue(
  { id, name, lines, threshold, webhookUrl, textsOnly, mail, who, createdAt }: WatchRow,
  counts: { articles: number; alerts: number },
) {
  const webhook = webhookUrl === null ? null : redactUrl(webhookUrl);
  const { articles, alerts } = counts;
  const told = { textsOnly: textsOnly ?? false, mail };
  return { id, name, lines, threshold, webhook, ...told, who, createdAt: iso(createdAt), articles, alerts };
}

export const WATCH_CALLS = [
  endpoint({
    method: 'get',
    path: '/watches',
    summary: 'Every watch with how many articles are on it and how many alerts it raised',
    response: z.object({ items: z.array(Watch) }),
    async handler(ask) {
      return { items: (await countedWatches(ask)).map(({ watch, ...counts }) => watchValue(watch, counts)) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/watches',
    summary: 'Adds a watch; articles that come from now on are matched',
    body: WatchDraft,
    response: z.object({ id: z.string(), name: z.string(), warnings: z.array(z.string()) }),
    async handler(ask, { body }): Promise<unknown> {
      const saved = await save(ask, body, null);
      return 'kind' in saved ? saved : ({ kind: 'json', body: saved, status: 201 } satisfies Answer);
    },
  }),
  endpoint({
    method: 'post',
    path: '/watches/test',
    summary: 'What a watch would find among the articles that are there; nothing is saved',
    body: WatchDraft.omit({ name: true, webhook: true, textsOnly: true, mail: true }).extend({
      limit: z.coerce.number().int().min(1).max(100).default(10).describe('matches given'),
    }),
    response: z.object({
      matched: z.number(),
      articles: z.number().describe('articles with a text'),
      cut: z.boolean().describe('true: broken off after the newest `looked` that could match'),
      looked: z.number(),
      independent: z.object({ sources: Between, texts: Between }).describe('how many sources what it finds is'),
      first: z.array(z.object({ article: Line, matched: z.array(z.string()) })),
      warnings: z.array(z.string()),
    }),
    async handler({ store, now }, { body: { limit, ...said } }) {
      const tried = await tryWatch(store, { name: 'draft', ...said }, { limit, now: now() });
      if ('problem' in tried) return problem(400, tried.problem);
      const { count, ...found } = tried;
      const independent = { sources: count.independent, texts: count.texts };
      return {
        ...found,
        independent,
        first: tried.first.map(({ line, matched }) => ({ article: lineValue(line), matched })),
      };
    },
  }),
  endpoint({
    method: 'get',
    path: '/watches/:id',
    summary: 'One watch, by its id or name',
    response: Watch,
    async handler({ store, params }) {
      const watch = await watchOrNull(store, params.id ?? '');
      if (watch === null) return problem(404, `There is no watch "${params.id}".`);
      return watchValue(watch, await countsOf(store, watch.id));
    },
  }),
  endpoint({
    method: 'post',
    path: '/watches/:id',
    summary:
      'Changes a watch; what is left out stays. With other queries what it found is forgotten, what it told stays',
    body: WatchDraft.partial(),
    response: z.object({ id: z.string(), name: z.string(), warnings: z.array(z.string()) }),
    async handler(ask, { body }): Promise<unknown> {
      const watch = await watchOrNull(ask.store, ask.params.id ?? '');
      if (watch === null) return problem(404, `There is no watch "${ask.params.id}".`);
      const { id, name, lines, threshold, webhookUrl, webhookSecretEnv } = watch;
      const webhook = webhookUrl === null ? null : { url: webhookUrl, secretEnv: webhookSecretEnv ?? '' };
      const said = Object.fromEntries(Object.entries(body).filter(([key]) => key in ask.body));
      const held = { name, lines, threshold, webhook, textsOnly: watch.textsOnly ?? false, mail: watch.mail };
      return save(ask, { ...held, ...said }, id);
    },
  }),
  endpoint({
    method: 'get',
    path: '/watches/:id/applications',
    summary: 'How often it was matched against the past, newest first, and how far that is',
    response: z.object({ items: z.array(Application) }),
    async handler({ store, params }) {
      const watch = await watchOrNull(store, params.id ?? '');
      if (watch === null) return problem(404, `There is no watch "${params.id}".`);
      const rows = await applicationsOf(store, watch.id);
      return {
        items: rows.map(({ id, status, looked, matched, problem: why, who, since, createdAt, finishedAt }) => ({
          ...{ id, status, looked, matched, problem: why, who },
          ...{ since: iso(since), createdAt: iso(createdAt), finishedAt: iso(finishedAt) },
        })),
      };
    },
  }),
  endpoint({
    method: 'get',
    path: '/watches/:id/alerts',
    summary: 'What a watch told, newest first',
    query: PageQuery.extend({ after: z.coerce.number().int().optional() }),
    response: pageSchema(Alert),
    async handler({ store, params }, { query }) {
      const watch = await watchOrNull(store, params.id ?? '');
      if (watch === null) return problem(404, `There is no watch "${params.id}".`);
      const rows = await alertsOf(store, watch.id, { limit: query.limit + 1, before: query.after ?? null });
      const shown = rows.slice(0, query.limit);
      const told = await toldOf(store, shown);
      const items = shown.map(({ watchId: _, watch: __, at, ...rest }) => ({
        ...rest,
        ...(told.get(rest.id) ?? { words: '', story: null }),
        at: iso(at),
      }));
      return { items, next: rows.length > query.limit ? String(items.at(-1)!.id) : null };
    },
  }),
  endpoint({
    method: 'get',
    path: '/watches/:id/letters',
    summary: 'The daily letters of a watch, the newest first, and what became of each',
    response: z.object({
      items: z.array(
        z.object({
          day: z.string().describe('YYYY-MM-DD, UTC: the day that it tells of'),
          status: z.enum(['sending', 'failed', 'sent', 'empty', 'dead']),
          attempts: z.number(),
          alerts: z.number(),
          lastError: z.string().nullable(),
          endedAt: z.string().nullable(),
        }),
      ),
    }),
    async handler({ store, params }) {
      const watch = await watchOrNull(store, params.id ?? '');
      if (watch === null) return problem(404, `There is no watch "${params.id}".`);
      const rows = await digestsOf(store, watch.id, MOST_LETTERS);
      return {
        items: rows.map(({ watchId: _, nextAt: __, endedAt, ...rest }) => ({ ...rest, endedAt: iso(endedAt) })),
      };
    },
  }),
  endpoint({
    method: 'get',
    path: '/webhooks',
    summary: 'Deliveries of alerts to webhooks, newest first',
    query: z.object({
      status: z.enum(DELIVERY_STATUSES).optional(),
      watch: z.string().optional().describe("a watch's id"),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    response: z.object({ items: z.array(Delivery) }),
    async handler({ store }, { query: { status, watch, limit } }) {
      const rows = await listDeliveries(store, { status, watchId: watch }, limit);
      return {
        items: rows.map(({ delivery, watch: name, url, kind, articleId }) => {
          const { id, alertId, watchId, attempts, lastStatus, lastError } = delivery;
          const waits = delivery.status === 'waiting';
          return {
            ...{
              id,
              alertId,
              watch: { id: watchId, name },
              url: url === null ? null : redactUrl(url),
              kind,
              articleId,
            },
            ...{ status: delivery.status, attempts, lastStatus, lastError },
            nextAt: iso(waits ? delivery.nextAt : null),
            endedAt: iso(delivery.endedAt),
          };
        }),
      };
    },
  }),
];
