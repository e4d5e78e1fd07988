import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { CLEAN_VERSION } from './version.ts';

const CORE = join(import.meta.dirname, 'core');

/** What results depend on: every file of the core but its tests (code, word lists, the block model). */
function coreHash(): string {
  const hash = createHash('sha256');
  const files = readdirSync(CORE, { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && /\.(?:ts|json)$/.test(f.name) && !f.name.endsWith('.test.ts'))
    .map((f) => join(f.parentPath, f.name))
    .sort();
  for (const file of files) hash.update(relative(CORE, file).split(sep).join('/')).update(readFileSync(file));
  return hash.digest('hex').slice(0, 8);
}

test('the version names the code, lists and model that it stands for', () => {
  expect(CLEAN_VERSION, 'services/cleaner/core has changed: raise CLEAN_VERSION in services/cleaner/version.ts').toBe(
    `clean-1.${coreHash()}`,
  );
});
