import { countWithText } from '@wirewatch/shared/store/articles/records.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { newestAudit } from '@wirewatch/shared/store/operations/audit.ts';
import {
  type ApplicationRow,
  applicationsOf,
  cancelApplication,
  requestApplication,
} from '@wirewatch/shared/store/watches/apply.ts';
import { retryDeliveries } from '@wirewatch/shared/store/watches/deliveries.ts';
import { removeWatch, saveWatch, WatchTrouble } from '@wirewatch/shared/store/watches/watches.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { draftOf, fieldsOf, type WatchDraft } from '../core/watch-draft.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
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

/** Saves the watch of a form: a new one, or changes to one that is there. */
export async function saveForm(ask: Ask): Promise<Answer> {
  const fields = fieldsOf(ask.form);
  const draft = draftOf(fields);
  const again = (said: string, status: 400 | 409): Answer => {
    const body = tryView(fields, { problem: said }, ask.now());
    return { kind: 'page', title: 'Save a watch', place: 'watches', status, body };
  };
  if ('problem' in draft) return again(draft.problem, 400);
  const held = fields.id === '' ? null : await watchOrNull(ask.store, fields.id);
  if (fields.id !== '' && held === null) return problem(404, `There is no watch "${fields.id}".`);
  // The form shows the address with its secrets hidden: sent back like that it is meant to stay.
  const kept = held?.webhookUrl != null && draft.webhook?.url === redactUrl(held.webhookUrl);
  const webhook = kept ? { ...draft.webhook!, url: held.webhookUrl! } : draft.webhook;
  const saved = await save(ask, { ...draft, webhook }, held?.id ?? null);
  if ('kind' in saved) {
    const refused = saved.kind === 'problem' && (saved.status === 400 || saved.status === 409);
    return refused ? again(saved.message, saved.status as 400 | 409) : saved;
  }
  const action = held === null ? 'watch.add' : 'watch.change';
  const done = await newestAudit(ask.store, { who: ask.who, action, target: saved.id });
  return { kind: 'go', to: withQuery(`/watches/${saved.id}`, { done: done === null ? null : String(done.id) }) };
}

const STATUS = { unreadable: 400, taken: 409, absent: 404, state: 409 } as const;

/** Saves a draft as a watch, or as the content of the one whose id is given; an Answer where it cannot be read or its name is taken. */
export async function save(
  { store, who, now }: Ask,
  { webhook, textsOnly, mail, ...said }: WatchDraft,
  change: string | null,
): Promise<{ id: string; name: string; warnings: string[] } | Answer> {
  try {
    const { row, warnings } = await saveWatch(store, said, {
      webhook,
      textsOnly,
      mail,
      replace: false,
      change,
      who,
      now: now(),
    });
    return { id: row.id, name: row.name, warnings };
  } catch (error) {
    if (error instanceof WatchTrouble) return problem(STATUS[error.kind], error.message);
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
    const { id } = await removeWatch(store, params.id ?? '', who, now());
    return { audited: { action: 'watch.remove', target: id }, to: '/watches' };
  },
};

const apply: Action = {
  name: 'watch.apply',
  path: '/watches/:id/apply',
  place: 'watches',
  back: ({ params }) => `/watches/${params.id}`,
  async question({ store, params }) {
    const watch = await watchOrNull(store, params.id ?? '');
    if (watch === null) return problem(404, `There is no watch "${params.id}".`);
    if ((await runningOf(store, watch.id)) !== null)
      return problem(409, `The watch ${watch.name} is being matched against the past already.`);
    return {
      title: `Match ${watch.name} against the articles that are there?`,
      text: 'The scheduler goes through them beside its other work; nothing that it finds there raises an alert.',
      count: await countWithText(store, null),
      button: 'Match',
    };
  },
  async run({ store, params, who, now }) {
    const watch = await watchOrNull(store, params.id ?? '');
    if (watch === null) return problem(404, `There is no watch "${params.id}".`);
    try {
      await requestApplication(store, watch, { since: null, who, now: now() });
    } catch (error) {
      if (error instanceof WatchTrouble) return problem(409, error.message);
      throw error;
    }
    return { audited: { action: 'watch.apply', target: watch.id }, to: `/watches/${watch.id}` };
  },
};

const stopApplying: Action = {
  name: 'watch.apply-cancel',
  path: '/watches/:id/apply/cancel',
  place: 'watches',
  back: ({ params }) => `/watches/${params.id}`,
  async question({ store, params }) {
    const running = await runningOf(store, params.id ?? '');
    if (running === null) return problem(409, 'This watch is not being matched against the past.');
    return {
      title: 'Stop matching it against the past?',
      text: `${running.looked} articles were looked at; what was found stays.`,
      count: 1,
      button: 'Stop',
    };
  },
  async run({ store, params, who, now }) {
    const running = await runningOf(store, params.id ?? '');
    if (running === null) return problem(409, 'This watch is not being matched against the past.');
    await cancelApplication(store, running.id, who, now());
    return { audited: { action: 'watch.apply-cancel', target: running.watchId } };
  },
};

async function runningOf(store: Store, watchId: string): Promise<ApplicationRow | null> {
  return (await applicationsOf(store, watchId)).find(({ status }) => status === 'running') ?? null;
}

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
    return { audited: { action: 'webhooks.retry', target: JSON.stringify(filter) } };
  },
};

export const WATCH_ACTIONS: readonly Action[] = [remove, apply, stopApplying, retry];
