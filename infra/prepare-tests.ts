// Fetches what the tests need and the machine lacks. Says what it does on standard error; exit status 1 when something
// cannot be had.
import { ensureRedisBinary } from '../services/cli/private-redis/binary.ts';
import { ensureChromium } from '../tests/support/chromium.ts';
import { ensurePostgresBinaries } from '../tests/support/postgres-binaries.ts';

const log = (line: string) => process.stderr.write(`Setting up: ${line}\n`);

for (const ensure of [ensureRedisBinary, ensurePostgresBinaries, ensureChromium]) {
  try {
    await ensure({ log });
  } catch (error) {
    log(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
