import { createHash } from 'node:crypto';
import type { HttpAnswer } from '../http/answer.ts';
import type { HopRefusal } from '../http/client.ts';
import { authorityOf, type HostGate, type Reservation, type Wishes } from './host-gate.ts';

/** Walks one exchange through the gate, hop by hop. */
export interface HopGate {
  /** For `get`'s checkHop: waits out short gaps of later hops, refuses with `waiting` set where the wait is long. */
  enter(url: string, wishes?: Wishes): Promise<HopRefusal | undefined>;
  /** Gives back what is held; to be called once, with what came of it. */
  leave(answer: HttpAnswer | null): Promise<void>;
  /** Set where the gate refused: the host and how long to wait. */
  waiting(): (Reservation & { host: string }) | null;
}

/** The name under which something asks for leave: a hash, because addresses may hold secrets and the gate's store is shared. */
export function holderName(kind: 'feed' | 'page' | 'robots', address: string): string {
  return `${kind} ${createHash('sha256').update(address).digest('base64url').slice(0, 16)}`;
}

/** A hop in the middle of a chain waits in place up to this long; giving up there would repeat the hops before it. */
const WAIT_IN_PLACE_MS = 10_000;

/** A gate walk for one holder. The first hop never waits in place: its worker has other hosts to serve meanwhile. */
export function createHopGate(gate: HostGate, holder: string, sleep: (ms: number) => Promise<void>): HopGate {
  let held: { host: string; since: number } | null = null;
  let waiting: (Reservation & { host: string }) | null = null;
  let hops = 0;

  async function giveBack(elapsedMs: number | null): Promise<void> {
    if (held === null) return;
    const { host } = held;
    held = null;
    await gate.release(host, holder, elapsedMs);
  }

  return {
    async enter(url, wishes) {
      const host = authorityOf(url);
      const first = hops === 0;
      hops += 1;
      if (held !== null) await giveBack(performance.now() - held.since);
      let waited = 0;
      for (;;) {
        const { waitMs, why } = await gate.reserve(host, holder, wishes);
        if (waitMs <= 0) break;
        if (first || waited + waitMs > WAIT_IN_PLACE_MS) {
          waiting = { host, waitMs, why };
          return { refusal: `${host} is ${why}: wait ${Math.ceil(waitMs / 1000)} s` };
        }
        await sleep(waitMs);
        waited += waitMs;
      }
      held = { host, since: performance.now() };
      return undefined;
    },
    async leave(answer) {
      const lostHost = answer !== null && !answer.ok && (answer.kind === 'dns' || answer.kind === 'connect');
      if (lostHost && held !== null) await gate.markDead(held.host);
      await giveBack(lostHost || held === null ? null : performance.now() - held.since);
    },
    waiting: () => waiting,
  };
}
