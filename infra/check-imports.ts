// The import rules of the house, as `npm run check` holds them. Prints one line a violation; exit status 1 when there is one.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { arrows, cycles, type Graph, violations } from './import-rules.ts';
import { readImports } from './read-imports.ts';

const root = process.argv[2] ?? join(import.meta.dirname, '..');

const graph: Graph = new Map();
for (const top of ['packages', 'services', 'tests', 'infra']) {
  for (const entry of readdirSync(join(root, top), { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(ts|mjs)$/.test(entry.name) || path.includes('node_modules')) continue;
    const file = relative(root, path);
    graph.set(file, readImports(file, readFileSync(path, 'utf8')));
  }
}
const found = [...violations(graph), ...cycles(graph)];
for (const line of found) console.log(line);
console.log(`store: ${arrows(graph, 'packages/shared/store')} arrows between its rooms`);
console.log(`${graph.size} files, ${found.length} violations of the import rules`);
process.exitCode = found.length === 0 ? 0 : 1;
