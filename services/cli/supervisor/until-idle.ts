import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { isAnyRunnable } from '@wirewatch/shared/store/journey/status.ts';

/** Idle must hold for this long: between a poll's commit and the next look nothing may be missed. */
const QUIET_MS = 300;
const LOOK_MS = 100;
/** On a busy machine a look takes longer: it may take a tenth of the time, or the watcher costs more than the watched. */
const REST = 9;

/**
 * Waits until nothing is runnable and nothing delayed falls due within `withinMs`.
 * @param onLook called at each look with what still waits
 */
export async function untilIdle(
  store: Store,
  withinMs: number,
  signal: AbortSignal,
  onLook: () => void | Promise<void> = () => undefined,
): Promise<void> {
  let quietSince: number | null = null;
  while (!signal.aborted) {
    const now = Date.now();
    const began = performance.now();
    const isWorking = await isAnyRunnable(store, now, withinMs);
    await onLook();
    if (isWorking) quietSince = null;
    else if (quietSince === null) quietSince = now;
    else if (now - quietSince >= QUIET_MS) return;
    await sleep(Math.max(LOOK_MS, (performance.now() - began) * REST));
  }
}
