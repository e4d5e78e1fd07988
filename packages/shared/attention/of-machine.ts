import type { AttentionFacts, AttentionLine } from './line.ts';

/** Share of a limit from which on it is near. */
const NEAR = 0.85;

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(bytes < 1e10 ? 1 : 0)} GB`;

/** Redis, database and disks near their limits, or away. */
export function attentionToMachine({ redis, connections, disks, leastFreeBytes }: AttentionFacts): AttentionLine[] {
  const lines: AttentionLine[] = [];
  const say = (kind: 'redis' | 'store' | 'disk', what: string, todo: string) =>
    lines.push({ kind, grave: true, what, since: null, todo, href: '/pipeline#machine', count: 1 });
  if (redis === null)
    say('redis', 'Redis does not answer', 'Bring it back: work in hand ends, the rest waits, nothing is lost.');
  if (redis && redis.policy !== 'noeviction')
    say('redis', `Redis may throw jobs away (maxmemory-policy ${redis.policy})`, 'Set maxmemory-policy to noeviction.');
  if (redis && redis.limitBytes > 0 && redis.memoryBytes > NEAR * redis.limitBytes)
    say(
      'redis',
      `Redis uses ${gigabytes(redis.memoryBytes)} of the ${gigabytes(redis.limitBytes)} that it may`,
      'Raise its maxmemory: full, it takes no more jobs.',
    );
  if (connections && connections.used > NEAR * connections.most)
    say(
      'store',
      `Postgres has ${connections.used} of ${connections.most} connections in use`,
      'Raise max_connections, or put a pooler before it.',
    );
  for (const { path, freeBytes } of disks) {
    if (freeBytes >= leastFreeBytes) continue;
    say(
      'disk',
      `only ${gigabytes(freeBytes)} are free where ${path} is`,
      'Make room, or let raw pages be cleared away (WIREWATCH_RAW_KEEP_DAYS, WIREWATCH_RAW_MAX_GB). Full, all work waits.',
    );
  }
  return lines;
}
