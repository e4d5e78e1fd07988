import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = '/sys/fs/cgroup';
const PERIOD_US = 100_000;

/** A group of processes that has so many cores and no more. */
export interface Quota {
  /** The words before a command that run it in the group. */
  enter: string[];
  remove(): Promise<void>;
}

/**
 * Makes a group of `cores` (cgroups of either version).
 * @throws where this user may not
 */
export function quotaOf(name: string, cores: number): Quota {
  const isFirst = existsSync(join(ROOT, 'cpu'));
  const group = join(ROOT, ...(isFirst ? ['cpu'] : []), `ww-${process.pid}-${name}`);
  mkdirSync(group);
  const microseconds = Math.round(cores * PERIOD_US);
  if (isFirst) {
    writeFileSync(join(group, 'cpu.cfs_period_us'), String(PERIOD_US));
    writeFileSync(join(group, 'cpu.cfs_quota_us'), String(microseconds));
  } else writeFileSync(join(group, 'cpu.max'), `${microseconds} ${PERIOD_US}`);
  return {
    enter: ['sh', '-c', `echo $$ > ${join(group, 'cgroup.procs')} && exec "$@"`, 'sh'],
    async remove() {
      // The kernel lets a group go a moment after its last process.
      for (let tries = 0; tries < 50; tries += 1) {
        try {
          return rmdirSync(group);
        } catch {
          await sleep(100);
        }
      }
    },
  };
}
