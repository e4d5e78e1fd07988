import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/**
 * Prints the most bytes of old objects beyond the first look, of a process in which 100 MB grow old and die. Twenty arrays live at a time,
 * so that each outlives two collections of new objects.
 */
const GROWS_OLD = `
import { getHeapSpaceStatistics } from 'node:v8';
import { createTidy } from './tidy-heap.ts';
const old = () => getHeapSpaceStatistics().find((space) => space.space_name === 'old_space').space_used_size;
const look = createTidy();
look();
const first = old();
let most = 0;
const living = [];
for (let n = 0; n < 2000; n += 1) {
  living.push(Array.from({ length: 500 }, (_, at) => ({ at })));
  if (living.length > 20) living.shift();
  if (n % 10 === 0) look();
  most = Math.max(most, old() - first);
}
console.log(most);
`;

function mostAdded(...flags: string[]): number {
  const args = [...flags, '--max-semi-space-size=1', '--input-type=module', '--eval', GROWS_OLD];
  return Number(execFileSync(process.execPath, args, { cwd: import.meta.dirname, encoding: 'utf8' })) / 2 ** 20;
}

test('what grows old and dies is collected before it is much', () => {
  const without = mostAdded();
  const tidied = mostAdded('--expose-gc');
  expect(without).toBeGreaterThan(6);
  expect(tidied).toBeLessThan(4);
});
