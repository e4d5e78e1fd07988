import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Leaves the numbers of passed and failed tests where `npm test` reads them for its closing line. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<unknown>): void {
    const path = process.env.WIREWATCH_TEST_COUNTS;
    if (!path) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    // A file that cannot even be read has no tests; it and an error outside all tests count as one failure each.
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0).length;
    writeFileSync(path, JSON.stringify({ passed: count('passed'), failed: count('failed') + broken + errors.length }));
  }
}
