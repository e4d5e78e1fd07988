import type { ServiceContext } from '@wirewatch/shared/service.ts';
import { raiseVolumeAlert } from '@wirewatch/shared/store/watches/raise.ts';
import { unusualVolume } from '@wirewatch/shared/watches/volume.ts';
import type { Tick } from '../ticker.ts';
import { hourCounts, lastVolumeAlert } from './hour-counts.ts';

/** A flood of news lasts for hours: it is told once. */
const QUIET_AFTER_MS = 6 * 3_600_000;

/** Tells of watches on which much more happens than usual. */
export const alertsTick = {
  name: 'alerts',
  everyMs: 60_000,
  async run({ store, now, log }: Pick<ServiceContext, 'store' | 'now' | 'log'>) {
    const at = now();
    for (const { watchId, lastHour, before } of await hourCounts(store, at)) {
      const volume = unusualVolume(lastHour, before);
      if (!volume) continue;
      const last = await lastVolumeAlert(store, watchId);
      if (last !== null && at - last < QUIET_AFTER_MS) continue;
      if (await raiseVolumeAlert(store, watchId, volume, at)) log.info({ watch: watchId, ...volume }, 'unusual volume');
    }
  },
} satisfies Tick;
