import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { cycles, violations } from './import-rules.ts';
import { readImports } from './read-imports.ts';

type Tree = Record<string, string>;

function check(tree: Tree): string[] {
  const graph = new Map(Object.entries(tree).map(([file, source]) => [file, readImports(file, source)]));
  return [...violations(graph), ...cycles(graph)];
}

test.each<[string, Tree, RegExp]>([
  [
    'a service imports another by path',
    { 'services/cleaner/worker.ts': "import { poll } from '../fetcher/core/poll.ts';" },
    /only the command line/,
  ],
  [
    'a service imports another by name, even its types',
    { 'services/dashboard/main.ts': "import type { Page } from '@wirewatch/cleaner/core/page.ts';" },
    /only the command line/,
  ],
  [
    'a service imports another on demand',
    { 'services/scheduler/main.ts': "const m = await import('../dashboard/main.ts');" },
    /only the command line/,
  ],
  [
    'a service hands on what another exports',
    { 'services/scheduler/main.ts': "export * from 'wirewatch/verbs.ts';" },
    /only the command line/,
  ],
  [
    'a package imports a service',
    { 'packages/shared/stage.ts': "import { clean } from '@wirewatch/cleaner/core/clean.ts';" },
    /packages never/,
  ],
  [
    'a core reads a file',
    { 'services/cleaner/core/page.ts': "import { readFile } from 'node:fs/promises';" },
    /no I\/O/,
  ],
  ['a core opens a connection', { 'services/fetcher/core/get.ts': "import { request } from 'undici';" }, /no I\/O/],
  [
    'a core asks the database',
    { 'services/cleaner/core/a.ts': "import { eq } from 'drizzle-orm/pg-core';" },
    /no I\/O/,
  ],
  ['a core queues', { 'services/cleaner/core/a.ts': "import { Queue } from 'bullmq';" }, /no I\/O/],
  [
    'a core reads a file through a helper of its service',
    {
      'services/cleaner/core/page.ts': "import { list } from '../lists.ts';",
      'services/cleaner/lists.ts': "import fs from 'node:fs';",
    },
    /page\.ts -> services\/cleaner\/lists\.ts -> node:fs: .*no I\/O/,
  ],
  [
    'a core uses the store',
    { 'services/cleaner/core/page.ts': "import { store } from '@wirewatch/shared/store/database/open.ts';" },
    /only contracts/,
  ],
  [
    'a pure room of the shared package reads a file',
    { 'packages/shared/text/lists.ts': "import { readFileSync } from 'node:fs';" },
    /no I\/O/,
  ],
  [
    'two files in a circle of types',
    {
      'packages/shared/text/tokens.ts': "import type { Circle } from './circle.ts'; export const tokens = 1;",
      'packages/shared/text/circle.ts': "import { tokens } from './tokens.ts'; export type Circle = typeof tokens;",
    },
    /tokens\.ts -> packages\/shared\/text\/circle\.ts -> packages\/shared\/text\/tokens\.ts: a circle/,
  ],
  [
    'three files in a circle',
    {
      'services/cli/a.ts': "import './b.ts';",
      'services/cli/b.ts': "export { c } from './c.ts';",
      'services/cli/c.ts': "import { a } from './a.ts'; export const c = a;",
    },
    /a\.ts -> services\/cli\/b\.ts -> services\/cli\/c\.ts -> services\/cli\/a\.ts: a circle/,
  ],
])('refused: %s', (_, tree, words) => {
  const found = check(tree);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(words);
});

test('allowed: what the house is made of', () => {
  expect(
    check({
      'services/cli/verbs/clean.ts': "import { clean } from '@wirewatch/cleaner/core/clean.ts';",
      'tests/chain.test.ts': "import { clean } from '../services/cleaner/core/clean.ts';",
      'services/cleaner/core/clean.ts':
        "import { createHash } from 'node:crypto'; import type { Redis } from 'ioredis'; import { tokens } from '@wirewatch/shared/text/tokens.ts'; import words from './words.json' with { type: 'json' };",
      'services/cleaner/core/clean.test.ts': "import { readFileSync } from 'node:fs'; import './clean.ts';",
      'services/cleaner/main.ts':
        "import { Worker } from 'bullmq'; import { stage } from '@wirewatch/shared/stage.ts';",
      'packages/shared/text/tokens.ts': 'export const tokens = 1;',
    }),
  ).toEqual([]);
});

test('the command prints a violation and fails', () => {
  const root = mkdtempSync(join(tmpdir(), 'imports-'));
  try {
    for (const folder of ['packages', 'services', 'tests', 'infra']) mkdirSync(join(root, folder));
    const file = join(root, 'services/cleaner/core/page.ts');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "import 'node:net';\n");
    const run = () =>
      execFileSync(process.execPath, [join(import.meta.dirname, 'check-imports.ts'), root], { encoding: 'utf8' });
    expect(run).toThrow();
    writeFileSync(file, "import 'node:url';\n");
    expect(run()).toContain('1 files, 0 violations');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
