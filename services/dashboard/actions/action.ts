import { newestAuditOf, writeAudit } from '@wirewatch/shared/store/audit.ts';
import { type Answer, type Ask, type Place, problem, type Route } from '../ask.ts';
import { confirmView } from '../views/confirm.ts';
import { withQuery } from '../views/parts.ts';

/** What is asked before a change is made. */
export interface Question {
  /** "Pause the stage clean?" */
  title: string;
  /** What will happen, in a sentence or two. */
  text: string;
  /** How many things change. */
  count: number;
  /** The word on the button. */
  button: string;
  danger?: boolean;
}

/** What was done, for the audit list; `audited` where the store has written it down itself. */
export type Done =
  | { target: string; count: number; detail?: unknown; audited?: false; to?: string }
  | { audited: true; to?: string };

/** A change that a person may make: it asks first, and is written down. */
export interface Action {
  /** As the audit list names it: `feed.pause`. */
  name: string;
  path: string;
  place: Place;
  /** Where to go afterwards. */
  back: (ask: Ask) => string;
  question: (ask: Ask) => Promise<Question | Answer>;
  run: (ask: Ask) => Promise<Done | Answer>;
}

/** The two routes of an action: GET asks, POST does. */
export function routesOf(action: Action): Route[] {
  return [
    { method: 'get', path: action.path, handler: (ask) => confirm(action, ask) },
    { method: 'post', path: action.path, handler: (ask) => carryOut(action, ask) },
  ];
}

async function confirm(action: Action, ask: Ask): Promise<Answer> {
  const question = await action.question(ask);
  if ('kind' in question) return question;
  const body = confirmView(question, ask.here, action.back(ask));
  return { kind: 'page', title: question.title, place: action.place, body };
}

/** Does it, writes it down, and leads back with a word of what was done. */
async function carryOut(action: Action, ask: Ask): Promise<Answer> {
  const { store, who, now } = ask;
  const asked = await action.question(ask);
  if ('kind' in asked) return asked;
  if (ask.form.get('sure') !== 'yes') return problem(400, 'A change is made from its own page, which asks first.');
  const done = await action.run(ask);
  if ('kind' in done) return done;
  const written = done.audited
    ? await newestAuditOf(store, who)
    : await writeAudit(store, {
        at: now(),
        who,
        action: action.name,
        target: done.target,
        count: done.count,
        detail: done.detail ?? null,
      });
  return {
    kind: 'go',
    to: withQuery(done.to ?? action.back(ask), { done: written === null ? null : String(written) }),
  };
}
