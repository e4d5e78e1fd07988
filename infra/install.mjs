// npm run check: another list of packages than the one that is installed is installed first.
import { ensureInstalled, entry } from './setup.mjs';

await entry(async () => {
  await ensureInstalled();
  return 0;
});
