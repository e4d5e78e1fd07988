import { newestAuditOf } from '@wirewatch/shared/store/audit.ts';
import { retryDeliveries } from '@wirewatch/shared/store/watches/deliveries.ts';
import { removeWatch, saveWatch, WatchTrouble } from '@wirewatch/shared/store/watches/watches.ts';
import { type Answer, type Ask, problem } from '../ask.ts';
import { draftOf, fieldsOf, type WatchDraft } from '../core/watch-draft.ts';
import { tryWatch as tryOut } from '../reads/try-watch.ts';
import { countDead, countsOf, watchOrNull } from '../reads/watches.ts';
import { withQuery } from '../views/parts.ts';
import { tryView } from '../views/watches.ts';
import type { Action } from './action.ts';

const SHOWN = 10;

/** Shows what the watch of a form would find; saves nothing. */
export async function tryWatch({ store, form, now }: Ask): Promise<Answer> {
  const fields = fieldsOf(form);
  const draft = draftOf(fields);
  const tried = 'problem' in draft ? draft : await tryOut(store, draft, { limit: SHOWN, now: now() });
  const status = 'problem' in tried ? 400 : 200;
  return { kind: 'page', title: 'Try a watch', place: 'watches', status, body: tryView(fields, tried, now()) };
}

/** Saves the watch of a form. */
export async function addWatch(ask: Ask): Promise<Answer> {
  const draft = draftOf(fieldsOf(ask.form));
  if ('problem' in draft) return problem(400, draft.problem);
  const saved = await save(ask, draft);
  if ('kind' in saved) return saved;
  const done = await newestAuditOf(ask.store, ask.who);
  return { kind: 'go', to: withQuery(`/watches/${saved.id}`, { done: done === null ? null : String(done.id) }) };
}

/** Saves a draft as a watch; an Answer where it cannot be read or its name is taken. */
export async function save(
  { store, who, now }: Ask,
  { webhook, ...said }: WatchDraft,
): Promise<{ id: string; name: string; warnings: string[] } | Answer> {
  try {
    const { row, warnings } = await saveWatch(store, said, { webhook, replace: false, who, now: now() });
    return { id: row.id, name: row.name, warnings };
  } catch (error) {
    if (error instanceof WatchTrouble) return problem(/already/.test(error.message) ? 409 : 400, error.message);
    throw error;
  }
}

const remove: Action = {
  name: 'watch.remove',
  path: '/watches/:id/remove',
  place: 'watches',
  back: ({ params }) => `/watches/${params.id}`,
  async question({ store, params }) {
    const watch = await watchOrNull(store, params.id ?? '');
    if (watch === null) return problem(404, `There is no watch "${params.id}".`);
    const { articles, alerts } = await countsOf(store, watch.id);
    return {
      title: `Remove the watch ${watch.name}?`,
      text: `It is forgotten with what it found (${articles} articles) and told (${alerts} alerts). The articles stay.`,
      count: 1,
      button: 'Remove',
      danger: true,
    };
  },
  async run({ store, params, who, now }) {
    await removeWatch(store, params.id ?? '', who, now());
    return { audited: true, to: '/watches' };
  },
};

/** Which deliveries an address names; an Answer where its number is none. */
function dead(query: URLSearchParams): { ids?: number[]; watchId?: string } | Answer {
  const id = query.get('id') || null;
  if (id !== null && !/^\d{1,15}$/.test(id)) return problem(400, `id=${id}: expected a delivery's number.`);
  const watchId = query.get('watch') || null;
  return { ...(id === null ? {} : { ids: [Number(id)] }), ...(watchId === null ? {} : { watchId }) };
}

const retry: Action = {
  name: 'webhooks.retry',
  path: '/webhooks/retry',
  place: 'watches',
  back: ({ query }) => withQuery('/webhooks', { watch: query.get('watch') }),
  async question({ store, query }) {
    const filter = dead(query);
    if ('kind' in filter) return filter;
    const count = await countDead(store, filter);
    if (count === 0) return problem(409, 'No dead delivery matches: it may have been sent again already.');
    return {
      title: `Send ${count} ${count === 1 ? 'delivery' : 'deliveries'} again?`,
      text: 'To where the watch sends now, with all tries anew.',
      count,
      button: 'Send again',
    };
  },
  async run({ store, query, who, now }) {
    const filter = dead(query);
    if ('kind' in filter) return filter;
    await retryDeliveries(store, filter, who, now());
    return { audited: true };
  },
};

export const WATCH_ACTIONS: readonly Action[] = [remove, retry];
