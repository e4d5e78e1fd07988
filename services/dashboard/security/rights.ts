import { type Config, RIGHTS, type Right } from '@wirewatch/shared/config.ts';

/** A token with a name, as the audit list names who used it. */
export interface NamedToken {
  name: string;
  right: Right;
  token: string;
}

/** The tokens in force; none: everybody on this machine may do everything. */
export function tokensOf(config: Config): NamedToken[] {
  const { WIREWATCH_TOKEN: token, WIREWATCH_TOKENS: named } = config;
  return [...(token === undefined ? [] : [{ name: 'operator', right: 'operator' as const, token }]), ...named];
}

/** Whether a right holds another. */
export function holds(right: Right, needed: Right): boolean {
  return RIGHTS.indexOf(right) >= RIGHTS.indexOf(needed);
}

/** What only an operator sees: pages as publishers sent them, the queues' own page, who is signed in, lists with secrets. */
const OPERATORS_ONLY = /^\/(?:(?:api\/v1\/)?articles\/[^/]+\/raw|queues|sign-ins|(?:api\/v1\/)?feeds\.opml)(?:\/|$)/;
/** What a desk changes: its watches and what they sent, its own notes and rulings. */
const DESKS = /^\/(?:api\/v1\/)?(?:watches|webhooks|notes|rulings|marks|searches)(?:\/|$)/;
/** What anybody who is signed in may end or ask: a count of sources changes nothing (its handler asks for more where it is to fetch pages). */
const ANYBODYS = /^\/(?:logout|(?:api\/v1\/)?sources)$/;

/** The right that a request needs. */
export function rightFor(method: string, path: string): Right {
  if (OPERATORS_ONLY.test(path)) return 'operator';
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || ANYBODYS.test(path)) return 'read';
  return DESKS.test(path) ? 'desk' : 'operator';
}
