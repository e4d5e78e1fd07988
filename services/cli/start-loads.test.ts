import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Prints the installed packages that the modules named load, one a line. */
const LIST = `
import { registerHooks } from 'node:module';
const packages = new Set();
registerHooks({
  load(url, context, next) {
    const found = /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url);
    if (found) packages.add(found[1]);
    return next(url, context);
  },
});
for (const name of process.argv.slice(1)) await import(name);
console.log([...packages].join('\\n'));
process.exit(0);
`;

function loadedBy(...modules: string[]): string[] {
  const args = ['--input-type=module', '--eval', LIST, ...modules];
  return execFileSync(process.execPath, args, { cwd: import.meta.dirname, encoding: 'utf8' })
    .trim()
    .split('\n');
}

// What a start loads is paid by every process that waits, in CPU at its start and in memory for as long as it runs.
test.for([
  { of: 'scheduler', modules: ['@wirewatch/scheduler/main.ts'], without: ['undici', 'nodemailer'] },
  {
    of: 'dashboard',
    modules: ['@wirewatch/dashboard/main.ts', './dashboard-tools.ts'],
    without: ['@bull-board/api', 'ejs', 'lodash', 'undici', 'jschardet', '@exodus/bytes', 'rss-parser', 'xmlbuilder'],
  },
  { of: 'fetcher', modules: ['@wirewatch/fetcher/main.ts'], without: ['rss-parser', 'xmlbuilder', 'jschardet'] },
  { of: 'supervisor', modules: ['./verbs/up.ts'], without: ['jschardet', '@exodus/bytes', 'bullmq'] },
])('a start of the $of does without what is asked for seldom', ({ modules, without }) => {
  const loaded = loadedBy(...modules);
  expect(loaded).toContain('zod');
  expect(loaded.filter((name) => without.includes(name))).toEqual([]);
});
