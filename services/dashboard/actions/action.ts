import { inOneTransaction } from '@wirewatch/shared/store/database/one-transaction.ts';
import { newestAudit, writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { type Answer, type Ask, type Place, problem, type Route } from '../handler.ts';
import { confirmView } from '../views/confirm.ts';
import { withQuery } from '../views/parts.ts';
import type { Done, Question } from './question.ts';

/** A change that a person may make: it asks first, and is written down. */
export interface Action {
  /** As the audit list names it: `feed.pause`. */
  name: string;
  path: string;
  place: Place;
  /** Where to go afterwards. */
  back: (ask: Ask) => string;
  /** Changes the database and nothing else: the change and its line in the audit list are written together. */
  inStore?: boolean;
  question: (ask: Ask) => Promise<Question | Answer>;
  run: (ask: Ask) => Promise<Done | Answer>;
}

/** A change that was made, as the audit list has it. */
export interface Carried {
  id: number;
  action: string;
  target: string;
  count: number;
}

/** The two routes of an action: GET asks, POST does. */
export function routesOf(action: Action): Route[] {
  return [
    { method: 'get', path: action.path, handler: (ask) => confirm(action, ask) },
    { method: 'post', path: action.path, handler: (ask) => confirmed(action, ask) },
  ];
}

async function confirm(action: Action, ask: Ask): Promise<Answer> {
  const question = await action.question(ask);
  if ('kind' in question) return question;
  const body = confirmView(question, ask.here, action.back(ask));
  return { kind: 'page', title: question.title, place: action.place, body };
}

/** Does what was asked, and leads back with a word of it. */
async function confirmed(action: Action, ask: Ask): Promise<Answer> {
  if (ask.form.get('sure') !== 'yes') return problem(400, 'A change is made from its own page, which asks first.');
  const carried = await carryOut(action, ask);
  if ('kind' in carried) return carried;
  return { kind: 'go', to: withQuery(carried.to ?? action.back(ask), { done: String(carried.id) }) };
}

/** Makes the change and writes it down. */
export async function carryOut(action: Action, ask: Ask): Promise<(Carried & { to?: string }) | Answer> {
  const asked = await action.question(ask);
  if ('kind' in asked) return asked;
  return action.inStore
    ? inOneTransaction(ask.store, (store) => writtenDown(action, { ...ask, store }))
    : writtenDown(action, ask);
}

async function writtenDown(action: Action, ask: Ask): Promise<(Carried & { to?: string }) | Answer> {
  const { store, who, now } = ask;
  const done = await action.run(ask);
  if ('kind' in done) return done;
  if (done.audited) {
    const row = await newestAudit(store, { who, ...done.audited });
    if (row === null) throw new Error(`${action.name} was done, but not written down`);
    return { id: row.id, action: row.action, target: row.target, count: row.count, to: done.to };
  }
  const { target, count } = done;
  const change = { at: now(), who, action: action.name, target, count, detail: done.detail ?? null };
  return {
    id: await store.write((tx) => writeAudit(store, tx, change)),
    action: action.name,
    target,
    count,
    to: done.to,
  };
}
