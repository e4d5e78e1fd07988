import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HERE } from './ground.ts';

const SCHEMA = 'packages/shared/store/migrations';
/** In words that a commit is told by. */
const SHORT = 8;

/** A former release, ready to run. */
export interface Release {
  name: string;
  folder: string;
  remove(): void;
}

const git = (...args: string[]) => execFileSync('git', ['-C', HERE, ...args], { encoding: 'utf8' }).trim();

/** Puts a former commit beside this one, with this one's packages. Null: the first commit with the present schema. */
export function formerRelease(commit: string | null): Release {
  const wanted = commit ?? git('log', '-1', '--format=%H', '--', SCHEMA);
  const folder = mkdtempSync(join(tmpdir(), 'ww-release-'));
  execFileSync('sh', ['-c', 'git -C "$1" archive "$2" | tar -x -C "$3"', 'sh', HERE, wanted, folder]);
  // Copied and not linked to: the project's own packages are found by links from there.
  for (const modules of ['node_modules', ...globSync('{packages,services}/*/node_modules', { cwd: HERE })])
    if (existsSync(join(folder, dirname(modules))))
      execFileSync('cp', ['-al', join(HERE, modules), join(folder, modules)]);
  return {
    name: `release ${wanted.slice(0, SHORT)}`,
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
