import { expect, test } from 'vitest';
import { createBatchGate } from './batch-gate.ts';

/** A gate whose clock moves on by a look's pause at each look. */
function gateAt(underWay: (now: number) => boolean, places = 2) {
  let now = 0;
  const live = {
    async isUnderWay() {
      now += 20;
      return underWay(now);
    },
  };
  return { gate: createBatchGate(live, places, () => now), clock: () => now };
}

test('nothing of a batch begins while live work is under way, and then one at a time', async () => {
  const { gate, clock } = gateAt((now) => now < 200);
  expect(await gate.enter()).toBe(true);
  expect(clock()).toBe(200);
  const second = gate.enter();
  gate.leave();
  expect(await second).toBe(true);
});

test('without live work a batch takes all its places', async () => {
  const { gate } = gateAt(() => false);
  expect(await Promise.all([gate.enter(), gate.enter()])).toEqual([true, true]);
});

test('a batch goes on, slowly, under live work that never ends', async () => {
  const { gate, clock } = gateAt(() => true);
  expect(await gate.enter()).toBe(true);
  expect(clock()).toBeGreaterThanOrEqual(500);
});

test('who waits when the gate is closed is sent away', async () => {
  const { gate } = gateAt(() => true);
  const waiting = gate.enter();
  gate.close();
  expect(await waiting).toBe(false);
});
