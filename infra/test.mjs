// npm test: makes the clone ready, fetches what the tests need, checks the code, runs the tests.
// The last line on standard output is "N passed, N failed".
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endLeftovers } from './leftovers.mjs';
import { ensureInstalled, entry, environment, findNode, root, run, say } from './setup.mjs';

await entry(async (args) => {
  await ensureInstalled();
  const node = findNode();
  // All that the tests write and start lives under one folder of this run: what is left at the end can be told by it.
  const folder = mkdtempSync(join(tmpdir(), 'wwt-'));
  chmodSync(folder, 0o711); // the private Postgres runs as another user when we are root
  const env = { ...environment(node), TMPDIR: folder, WIREWATCH_TEST_COUNTS: join(folder, 'counts.json') };
  try {
    const failures = [];
    if ((await run(node, ['infra/prepare-tests.ts'], { env })) !== 0) failures.push('getting ready');
    // With arguments (names of test files) it is a developer's quick run: only the tests.
    if (args.length === 0 && (await check(env)) !== 0) failures.push('npm run check');
    const status = await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...args], { env });
    const counts = readCounts(env.WIREWATCH_TEST_COUNTS);
    if (status !== 0 && counts.failed === 0) failures.push(`vitest (exit status ${status})`);
    for (const left of await endLeftovers(folder)) say(`left running by a test, ended now: ${left}`);
    for (const name of failures) say(`failed: ${name}`);
    const failed = counts.failed + failures.length;
    process.stdout.write(`${counts.passed} passed, ${failed} failed\n`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function check(env) {
  say('Checking: types, lint and format, unused code and dependencies, import rules.');
  return run('npm', ['run', '--silent', 'check'], { env, cwd: root });
}

function readCounts(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 0 };
  }
}
