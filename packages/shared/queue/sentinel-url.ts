/** Where a Redis is that Sentinels watch over. */
export interface SentinelAddress {
  sentinels: Array<{ host: string; port: number }>;
  /** What the Sentinels call the master. */
  name: string;
  tls: boolean;
  username?: string;
  password?: string;
  db: number;
  sentinelUsername?: string;
  sentinelPassword?: string;
}

const SENTINEL_PORT = 26379;
const FORM = /^(rediss?)\+sentinel:\/\/(?:([^@/]*)@)?([^@/?]+)(?:\/([^/?]*))?(?:\/(\d+))?(?:\?(.*))?$/;
const HOST = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i;

/**
 * Reads `redis+sentinel://[USER:PASSWORD@]HOST[:PORT],HOST[:PORT].../NAME[/DB][?sentinelPassword=...&sentinelUsername=...]`, as other
 * clients write it; `rediss+sentinel://` speaks TLS to all. The port is 26379 and the name `mymaster` where none is said.
 * @returns null for anything else
 */
export function parseSentinelUrl(url: string): SentinelAddress | null {
  const [, scheme, user, hosts, name, db, query] = FORM.exec(url) ?? [];
  if (hosts === undefined) return null;
  const sentinels: SentinelAddress['sentinels'] = [];
  for (const part of hosts.split(',')) {
    const [, host, port] = HOST.exec(part) ?? [];
    if (host === undefined || Number(port ?? 1) > 65_535) return null;
    sentinels.push({ host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? SENTINEL_PORT) });
  }
  const said = new URLSearchParams(query);
  const [username, password] = (user ?? '').split(/:(.*)/s).map((part) => decodeURIComponent(part));
  const sentinelUsername = said.get('sentinelUsername');
  const sentinelPassword = said.get('sentinelPassword');
  return {
    sentinels,
    name: name ? decodeURIComponent(name) : 'mymaster',
    tls: scheme === 'rediss',
    db: Number(db ?? 0),
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
    ...(sentinelUsername ? { sentinelUsername } : {}),
    ...(sentinelPassword ? { sentinelPassword } : {}),
  };
}
