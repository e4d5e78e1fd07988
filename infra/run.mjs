// node infra/run.mjs VERB ARGS...        the command `wirewatch`, in a clone that is made ready first
// node infra/run.mjs --file F.ts ARGS... a script, likewise
import { join, resolve } from 'node:path';
import { whenNpmIsGone } from '../services/cli/bin/end-with-npm.mjs';
import { ensureInstalled, entry, environment, findNode, root, run, SetupError } from './setup.mjs';

whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'));
await entry(async (args) => {
  await ensureInstalled();
  const node = findNode();
  let script = join(root, 'services', 'cli', 'bin', 'wirewatch.mjs');
  if (args[0] === '--file') {
    if (!args[1]) throw new SetupError('--file needs the path of a script.');
    script = resolve(root, args[1]);
    args = args.slice(2);
  }
  // Paths among the arguments are the caller's, so the child works where the caller stands.
  return run(node, [script, ...args], { cwd: process.cwd(), env: environment(node) });
});
