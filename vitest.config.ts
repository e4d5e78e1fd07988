import { defineConfig } from 'vitest/config';

/** Two cores are the smallest machine that is supported; more workers than cores only make timeouts fire. */
const WORKERS = 2;

/**
 * Limits are for what hangs: on a machine with seven times the work that it can do, tests that start commands took 22 s. `expect.poll` by default gives up after one second, which a busy machine may take
 * to start a process or to write a file.
 */
const PATIENT = { poll: { timeout: 20_000 } };

export default defineConfig({
  test: {
    reporters: ['default', './infra/vitest-reporter.ts'],
    maxWorkers: WORKERS,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'services/**/*.test.ts', 'infra/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          expect: PATIENT,
          maxWorkers: WORKERS,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Each of these starts a whole wirewatch: one file at a time, and after all others.
        test: {
          name: 'system',
          include: ['tests/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          expect: PATIENT,
          fileParallelism: false,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
