import { setTimeout as sleep } from 'node:timers/promises';
import type { LiveWork } from './queue/live-work.ts';

/** A live entry needs some 60 ms from its feed to the last stage on a quiet machine: looked at a few times within that. */
const LOOK_MS = 20;
/** However much live work there is, a batch goes on at this pace: a job every half second in each process. */
const LONGEST_WAIT_MS = 500;
/** While live work has come in this lately, one batch job at a time: what is in hand when the next comes is what it waits for. */
const LIVE_LATELY_MS = 5000;

/** Lets batch work begin where live work does not need the machine. */
export interface BatchGate {
  /** Waits for a place. False: the gate was closed meanwhile, nothing is to be begun. Each true is given back by `leave`. */
  enter(): Promise<boolean>;
  leave(): void;
  close(): void;
}

/**
 * The gate of one process: no batch job begins while a live article is on its way through any stage of any process. They share
 * the cores and the store's one writer, so that what another stage computes delays it as much as its own queue.
 * @param places batch jobs at a time where no live work is about
 */
export function createBatchGate(live: Pick<LiveWork, 'isUnderWay'>, places: number, now: () => number): BatchGate {
  let inHand = 0;
  let liveSeenAt = Number.NEGATIVE_INFINITY;
  let closed = false;
  return {
    async enter() {
      const since = now();
      while (!closed) {
        const underWay = await live.isUnderWay(now());
        if (underWay) liveSeenAt = now();
        const free = inHand < (now() - liveSeenAt < LIVE_LATELY_MS ? 1 : places);
        if (free && (!underWay || now() - since >= LONGEST_WAIT_MS)) {
          inHand += 1;
          return true;
        }
        await sleep(LOOK_MS);
      }
      return false;
    },
    leave() {
      inHand -= 1;
    },
    close() {
      closed = true;
    },
  };
}
