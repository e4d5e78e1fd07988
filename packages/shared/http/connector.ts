import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { type AddressGuard, createAddressGuard, createNetGuard } from './address-guard.ts';

/** One line of curl's --connect-to: `host` "" and `port` 0 stand for any. `toHost` is an IP address. */
export interface ConnectTo {
  host: string;
  port: number;
  toHost: string;
  toPort: number;
}

export type Resolve = (hostname: string) => Promise<Array<{ address: string; family: number }>>;

/** The connection was refused by us, before a packet left. */
export class UnsafeAddressError extends Error {
  override name = 'UnsafeAddressError';
}

/**
 * A connector for undici under which the address that was checked is the address that is connected: names are resolved
 * once, in the socket's own lookup, and only the permitted addresses are handed to it; literals, for which a socket
 * asks no lookup, are checked before.
 */
export function createConnector(options: {
  allowNets: readonly string[];
  connectTo: readonly ConnectTo[];
  connectTimeoutMs: number;
  resolve?: Resolve;
  /** HTTP/2 is taken where the server offers it. */
  http2?: boolean;
}): buildConnector.connector {
  const guard = createAddressGuard(options.allowNets);
  const mappedGuard = createNetGuard(options.allowNets);
  const resolve = options.resolve ?? ((hostname) => systemLookup(hostname, { all: true }));
  const connect = buildConnector({
    allowH2: options.http2 ?? false,
    preferH2: true,
    timeout: options.connectTimeoutMs,
    autoSelectFamily: true,
    lookup: guardedLookup(guard, resolve),
  });
  return (wanted, callback) => {
    const mapped = mappingOf(options.connectTo, wanted);
    const literal = stripBrackets(mapped === null ? wanted.hostname : mapped.toHost);
    if (mapped !== null || isIP(literal) !== 0) {
      const refusal = mapped === null ? guard(literal) : mappedGuard(literal);
      if (refusal !== null) return callback(new UnsafeAddressError(refusal), null);
    }
    if (mapped === null) return connect(wanted, callback);
    const servername = wanted.servername || wanted.hostname;
    return connect({ ...wanted, hostname: literal, port: String(mapped.toPort), servername }, callback);
  };
}

function guardedLookup(guard: AddressGuard, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (found) => {
        const permitted = found.filter(({ address }) => guard(address) === null);
        const first = permitted[0];
        if (first === undefined) {
          const why = found.map(({ address }) => guard(address)).join(', ');
          callback(new UnsafeAddressError(`${hostname}: ${why || 'no address'}`), '', 0);
        } else if (options.all) callback(null, permitted);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

/** The line under which a request is taken elsewhere, or null. */
export function mappingOf(
  connectTo: readonly ConnectTo[],
  wanted: { hostname: string; port: string; protocol: string },
): ConnectTo | null {
  const host = stripBrackets(wanted.hostname).toLowerCase();
  const port = Number(wanted.port || (wanted.protocol === 'https:' ? 443 : 80));
  const found = connectTo.find(
    (line) => (line.host === '' || line.host.toLowerCase() === host) && (line.port === 0 || line.port === port),
  );
  return found ?? null;
}

function stripBrackets(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}
