import ipaddr from 'ipaddr.js';

type Address = ReturnType<typeof ipaddr.parse>;

/** Says of an address that is about to be connected whether that is allowed: null if so, else why not. */
export type AddressGuard = (address: string) => string | null;

/** NAT64's well-known prefix (RFC 6052): an IPv4 address in its last 32 bits, reached through a translator. */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96');
/** The only part of IPv6 that is handed out for global unicast (RFC 4291, IANA registry). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/**
 * A guard that lets through public unicast addresses and what `allowNets` covers (CIDR or single addresses).
 * IPv4 inside IPv6 (mapped, NAT64) is judged as the IPv4 address that it reaches.
 * Throws on a net that cannot be read: a typing error there must not open or close anything silently.
 */
export function createAddressGuard(allowNets: readonly string[]): AddressGuard {
  const nets = allowNets.map(parseNet);
  return (text) => {
    const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
    if (!ipaddr.isValid(bare)) return `${text} is no IP address`;
    const address = unwrap(ipaddr.process(bare));
    if (nets.some((net) => contains(net, address))) return null;
    const range = address.range();
    if (range !== 'unicast') return `${address.toString()} is a ${range} address`;
    if (address.kind() === 'ipv6' && !contains(GLOBAL_UNICAST, address)) {
      return `${address.toString()} is outside the global unicast range`;
    }
    return null;
  };
}

/** A guard for targets of a connect-to mapping: only what `allowNets` covers, be it public or not. */
export function createNetGuard(allowNets: readonly string[]): AddressGuard {
  const nets = allowNets.map(parseNet);
  return (text) => {
    if (!ipaddr.isValid(text)) return `${text} is no IP address`;
    const address = ipaddr.process(text);
    return nets.some((net) => contains(net, address)) ? null : `${text} is in none of the allowed nets`;
  };
}

function parseNet(text: string): [Address, number] {
  if (text.includes('/')) return ipaddr.parseCIDR(text);
  const address = ipaddr.parse(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

function contains(net: [Address, number], address: Address): boolean {
  return net[0].kind() === address.kind() && address.match(net);
}

function unwrap(address: Address): Address {
  if (address.kind() === 'ipv6' && address.match(NAT64)) return ipaddr.fromByteArray(address.toByteArray().slice(12));
  return address;
}
