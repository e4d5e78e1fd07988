import { setTimeout as wait } from 'node:timers/promises';
import type { HostGate } from './host-gate.ts';

/** Longest wait in place for a host's turn; beyond it whoever asked is told. */
const LONGEST_MS = 60_000;

/** A gate that waits in place for a host's turn: for one request that a person waits for. */
export function waitingGate(gate: HostGate): HostGate {
  return {
    ...gate,
    async reserve(host, holder, wishes) {
      let waited = 0;
      for (;;) {
        const answer = await gate.reserve(host, holder, wishes);
        if (answer.waitMs <= 0 || waited + answer.waitMs > LONGEST_MS) return answer;
        await wait(answer.waitMs);
        waited += answer.waitMs;
      }
    },
  };
}

/** The gate of one process that knows of no other: the gap between two requests to a host, one at a time. */
export function createOwnGate(gapMs: number): HostGate {
  const freeAt = new Map<string, number>();
  return {
    async reserve(host) {
      const waitMs = (freeAt.get(host) ?? 0) - performance.now();
      return waitMs > 0 ? { waitMs, why: 'gap' } : { waitMs: 0, why: 'free' };
    },
    async release(host) {
      freeAt.set(host, performance.now() + gapMs);
    },
    async block(host, ms) {
      freeAt.set(host, performance.now() + ms);
    },
    async markDead() {},
  };
}
