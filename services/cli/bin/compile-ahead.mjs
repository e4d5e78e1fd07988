// Compiles what a service's start loads, and leaves it where the command looks for it: for an image, whose containers could keep nothing.
import { fileURLToPath } from 'node:url';
import { keepCompiled, resolveOnce } from './start-fast.mjs';

keepCompiled(fileURLToPath(new URL('../../../node_modules/.cache/wirewatch', import.meta.url)));
resolveOnce();
await import('../verbs/work.ts');
const { STARTS } = await import('../services.ts');
for (const load of Object.values(STARTS)) await load();
// Kept at the exit.
process.exit(0);
