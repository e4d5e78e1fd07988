import type { Import } from './read-imports.ts';

/** Files by path, with what each imports. */
export type Graph = Map<string, Import[]>;

/** Built-ins that only compute. Whatever else Node offers reaches a clock, the disk, the network or another process. */
const PURE_BUILTINS = ['assert', 'buffer', 'crypto', 'path', 'querystring', 'string_decoder', 'url', 'util', 'zlib'];

/** Packages that are doors to the outside. */
const IO_PACKAGES = /^(bullmq|ioredis|pg|better-sqlite3|undici|drizzle-orm|pino|hono|@hono\/.*|playwright-core)(\/|$)/;

/** The rooms of packages/shared that a core may use: values in, values out. */
const PURE_SHARED = /^packages\/shared\/((contracts|text|outlets|query|sources)(\/|$)|pipeline\.ts$)/;

const CORE = /^services\/[^/]+\/core\//;
const TEST = /\.test\.ts$/;

/** Every breach of the rules about who may import whom, one line each. */
export function violations(graph: Graph): string[] {
  const found: string[] = [];
  for (const [file, imports] of graph) {
    for (const { target } of imports.filter((each) => each.local)) {
      const forbidden = neighbours(file, target);
      if (forbidden) found.push(`${file} imports ${target}: ${forbidden}`);
    }
    if ((CORE.test(file) || PURE_SHARED.test(file)) && !TEST.test(file)) found.push(...reachesOutside(graph, file));
  }
  return found;
}

/** Packages know no service, and services know one another only through packages/shared and the database. */
function neighbours(file: string, target: string): string | null {
  const service = /^services\/([^/]+)/.exec(target)?.[1];
  if (!service) return null;
  if (file.startsWith('packages/')) return 'packages never import services';
  const own = /^services\/([^/]+)/.exec(file)?.[1];
  if (own && own !== service && own !== 'cli') return 'only the command line and the tests import another service';
  return null;
}

/** The ways on which a core, through whatever files, comes to I/O. */
function reachesOutside(graph: Graph, core: string): string[] {
  const found: string[] = [];
  const seen = new Set([core]);
  const walk = (file: string, way: string[]) => {
    for (const { target, local, typeOnly } of graph.get(file) ?? []) {
      if (typeOnly) continue;
      const through = [...way, target].join(' -> ');
      if (!local) {
        if (isOutside(target)) found.push(`${through}: a core does no I/O; it is handed what it needs`);
      } else if (target.startsWith('packages/') && !PURE_SHARED.test(target)) {
        found.push(`${through}: a core uses only contracts, text, outlets, query and sources of packages/shared`);
      } else if (!seen.has(target)) {
        seen.add(target);
        walk(target, [...way, target]);
      }
    }
  };
  walk(core, [core]);
  return found;
}

function isOutside(name: string): boolean {
  if (name.startsWith('node:')) return !PURE_BUILTINS.includes(name.slice('node:'.length).split('/')[0]!);
  return IO_PACKAGES.test(name);
}

/** Circles of files that import one another, types included, one line each: a circle of types ties two rooms as tightly as one of calls. */
export function cycles(graph: Graph): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: string[]) => {
    const at = way.indexOf(file);
    if (at >= 0) {
      found.push(`${[...way.slice(at), file].join(' -> ')}: a circle of imports`);
      return;
    }
    if (done.has(file)) return;
    for (const { target, local } of graph.get(file) ?? []) {
      if (local) visit(target, [...way, file]);
    }
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

/** Pairs of rooms (folders and files directly in `hall`) of which one imports the other; tests are no rooms. */
export function arrows(graph: Graph, hall: string): number {
  const roomOf = (file: string) => file.slice(hall.length + 1).split('/')[0]!;
  const pairs = new Set<string>();
  for (const [file, imports] of graph) {
    if (!file.startsWith(`${hall}/`) || TEST.test(file)) continue;
    for (const { target } of imports) {
      if (!target.startsWith(`${hall}/`) || roomOf(target) === roomOf(file)) continue;
      pairs.add(`${roomOf(file)} -> ${roomOf(target)}`);
    }
  }
  return pairs.size;
}
