import { problem } from '../handler.ts';
import { endSignIn, findSignIn } from '../security/stored-sign-ins.ts';
import type { Action } from './action.ts';

const gone = () => problem(404, 'That sign-in has ended already.');

/** Ends somebody's sign-in: the next request from there is asked for the token again. */
export const endAction: Action = {
  name: 'sign-in.end',
  path: '/sign-ins/:id/end',
  place: 'audit',
  inStore: true,
  back: () => '/sign-ins',
  async question({ store, params }) {
    const row = await findSignIn(store, params.id ?? '');
    if (row === null) return gone();
    return {
      title: `End the sign-in of ${row.name}?`,
      text: `From ${row.address}. Whoever holds the token can sign in again: to shut a token out, take it from WIREWATCH_TOKENS.`,
      count: 1,
      button: 'End it',
      danger: true,
    };
  },
  async run({ store, params }) {
    const row = await findSignIn(store, params.id ?? '');
    if (row === null || !(await endSignIn(store, row.id))) return gone();
    return { target: `${row.name} from ${row.address}`, count: 1 };
  },
};
