import { expect, test } from 'vitest';
import { keptRead, soon } from './kept-read.ts';

test('only the first asker waits; later ones get what is there while it is read anew', async () => {
  let now = 0;
  let reads = 0;
  const value = keptRead(
    1000,
    () => now,
    async () => {
      reads += 1;
      now += 100;
      return reads;
    },
  );
  expect(await Promise.all([value(), value()])).toEqual([1, 1]);
  now = 1099;
  expect(await value()).toBe(1);
  now = 1100;
  expect(await value()).toBe(1);
  await Promise.resolve();
  expect(await value()).toBe(2);
  expect(reads).toBe(2);
});

test('what is read quickly is never shown old', async () => {
  let now = 0;
  let reads = 0;
  const value = keptRead(
    1000,
    () => now,
    async () => {
      reads += 1;
      return reads;
    },
  );
  expect(await value()).toBe(1);
  now = 999;
  expect(await value()).toBe(1);
  now = 1000;
  expect(await value()).toBe(2);
});

test('a reading that failed is not kept', async () => {
  let fail = true;
  const value = keptRead(
    1000,
    () => 0,
    async () => {
      if (fail) throw new Error('away');
      return 'here';
    },
  );
  await expect(value()).rejects.toThrow('away');
  fail = false;
  expect(await value()).toBe('here');
});

test('who cannot wait goes on without, and what fails in time fails for who asks', async () => {
  expect(await soon(Promise.resolve(7), 1000)).toBe(7);
  expect(await soon(new Promise(() => undefined), 5)).toBeNull();
  await expect(soon(Promise.reject(new Error('away')), 1000)).rejects.toThrow('away');
});
