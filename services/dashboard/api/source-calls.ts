import { groupsOfOutlet } from '@wirewatch/shared/store/copies/outlet-groups.ts';
import { inOneTransaction } from '@wirewatch/shared/store/database/one-transaction.ts';
import { addFeed, findFeed, listFeeds } from '@wirewatch/shared/store/feeds/feeds.ts';
import { healthOf } from '@wirewatch/shared/store/feeds/health.ts';
import { setOutlet } from '@wirewatch/shared/store/feeds/outlets.ts';
import { writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { z } from 'zod';
import { type Answer, problem } from '../handler.ts';
import { endpoint } from './endpoint.ts';
import { Feed, Outlet } from './schemas.ts';
import { feedValue } from './values.ts';

export const SOURCE_CALLS = [
  endpoint({
    method: 'get',
    path: '/feeds',
    summary: 'Every feed and how it does',
    response: z.object({ items: z.array(Feed) }),
    async handler({ store, counts, now }) {
      const [rows, counted] = await Promise.all([listFeeds(store), counts.feeds()]);
      return { items: rows.map((feed) => feedValue(feed, healthOf(feed, counted.get(feed.id), now()))) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/feeds',
    summary: 'Watches a feed; it need not be reachable now',
    body: z.object({ url: z.string().min(1), title: z.string().optional(), folder: z.string().optional() }),
    response: z.object({ id: z.string(), url: z.string(), added: z.boolean() }),
    async handler({ store, who, now }, { body }): Promise<unknown> {
      return inOneTransaction(store, async (both) => {
        const result = await addFeed(both, body, now());
        if ('problem' in result) return problem(400, `${result.problem}: expected http://... or https://...`);
        const count = result.added ? 1 : 0;
        await writeAudit(both, both.db, {
          at: now(),
          who,
          action: 'feed.add',
          target: result.url,
          count,
          detail: null,
        });
        return { kind: 'json', body: result, status: result.added ? 201 : undefined } satisfies Answer;
      });
    },
  }),
  endpoint({
    method: 'get',
    path: '/feeds/:id',
    summary: 'One feed, by its id or address',
    response: Feed,
    async handler({ store, counts, params, now }) {
      const row = await findFeed(store, params.id ?? '');
      if (row === null) return problem(404, `There is no feed "${params.id}".`);
      return feedValue(row, healthOf(row, (await counts.feeds()).get(row.id), now()));
    },
  }),
  endpoint({
    method: 'get',
    path: '/outlets',
    summary: 'Every outlet with what it publishes and copies; counts may be a minute old',
    response: z.object({ items: z.array(Outlet) }),
    async handler({ counts }) {
      return { items: (await counts.copies()).outlets };
    },
  }),
  endpoint({
    method: 'post',
    path: '/outlets/:id',
    summary: 'Sets what is known of an outlet; what is left out stays',
    body: z.object({
      name: z.string().min(1).optional(),
      kind: z.enum(['agency', 'newsroom', 'aggregator']).optional(),
      house: z.string().optional().describe('outlets of one owner count once; empty: a house of its own'),
      aliases: z
        .union([z.array(z.string()), z.string().transform((one) => [one])])
        .optional()
        .describe('other names under which it is credited'),
    }),
    response: z.object({ id: z.string() }),
    async handler({ store, params, who, now, settleAnew }, { body }) {
      const id = params.id ?? '';
      const answer = await inOneTransaction(store, async (both) => {
        if (!(await setOutlet(both, id, body))) return problem(404, `There is no outlet "${id}".`);
        await writeAudit(both, both.db, { at: now(), who, action: 'outlet.set', target: id, count: 1, detail: body });
        return { id };
      });
      if ('id' in answer && body.house !== undefined) await settleAnew(await groupsOfOutlet(store, id));
      return answer;
    },
  }),
];
