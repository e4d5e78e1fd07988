import { isIP } from 'node:net';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '::1'];

/** Whether an address that a server is bound to can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return LOOPBACK_NAMES.includes(bare) || /^127(\.\d{1,3}){3}$/.test(bare) || /^::ffff:127\./.test(bare);
}

/** The name in a Host header, lower case, without port and brackets; null where there is none that can be read. */
export function hostName(header: string | undefined): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^:/@\s[\]]+))(?::\d{1,5})?$/i.exec(header ?? '');
  return (match?.[1] ?? match?.[2])?.toLowerCase().replace(/\.$/, '') ?? null;
}

/**
 * Whether the dashboard answers to this Host header. A page of another site can point its own name at our address (DNS
 * rebinding) and would then be of our origin: so only names that are ours are answered. An address in digits cannot be
 * pointed anywhere; beyond loopback (where a token is required) it is answered, for probes and scrapers know no name.
 */
export function allowsHost(header: string | undefined, bound: string, publicHosts: readonly string[]): boolean {
  const name = hostName(header);
  if (name === null) return false;
  if (LOOPBACK_NAMES.includes(name) || name === bound.toLowerCase()) return true;
  if (publicHosts.some((each) => hostName(each) === name)) return true;
  return !isLoopback(bound) && isIP(name) !== 0;
}
