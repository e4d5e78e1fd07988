import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { isLoopback } from './security/hosts.ts';

/**
 * The address that a request came from. Only a proxy on this machine is believed when it says for whom it asks, and only its own word (the
 * last one): what stands before that anybody can write.
 */
export function addressOf(c: Context): string {
  let address = 'unknown';
  try {
    address = getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    // Asked without a connection, as tests of one handler do.
  }
  const said = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return said && isLoopback(address) ? said : address;
}
