import { expect, test } from 'vitest';
import { FUZZ_KINDS, fuzzOne } from './fuzz-kinds.ts';

/** The bench of the same name reads as many as a person has time for. */
const EACH = 150;
/** The promise is 1 s; a machine that runs other tests beside gets twice that. */
const MOST_CPU_MS = 2000;

test.each(Object.keys(FUZZ_KINDS))(
  'damaged %s are read or refused, and cost no second',
  { timeout: 120_000 },
  async (kind) => {
    await fuzzOne(kind, 1, 0);
    for (let index = 0; index < EACH; index += 1) {
      const { cpuMs, crash } = await fuzzOne(kind, 1, index);
      expect(crash, `${kind} ${index}`).toBeNull();
      expect(cpuMs, `${kind} ${index}`).toBeLessThan(MOST_CPU_MS);
    }
  },
);
