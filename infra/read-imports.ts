import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';

export interface Import {
  /** A file of this repository by its path, or a package or built-in by its name (`node:fs`, `hono/html`). */
  target: string;
  /** Whether the target is a file here. */
  local: boolean;
  /** `import type`: gone when the code runs. */
  typeOnly: boolean;
}

/** Package names of the workspaces and their folders. */
const WORKSPACE = /^(?:@wirewatch\/([a-z]+)|(wirewatch))(?:\/(.*))?$/;

/** What a file imports, statically, dynamically or by re-export. Dynamic imports of computed names are not seen. */
export function readImports(file: string, source: string): Import[] {
  const { module } = parseSync(file, source);
  const imports: Import[] = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    imports.push(resolve(file, moduleRequest.value, typeOnly));
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) imports.push(resolve(file, moduleRequest.value, isType));
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const text = source.slice(moduleRequest.start, moduleRequest.end);
    const literal = /^(['"`])([^'"`$]+)\1$/.exec(text)?.[2];
    if (literal) imports.push(resolve(file, literal, false));
  }
  return imports;
}

function resolve(file: string, name: string, typeOnly: boolean): Import {
  if (name.startsWith('.')) return { target: posix.join(posix.dirname(file), name), local: true, typeOnly };
  const own = WORKSPACE.exec(name);
  if (!own) return { target: name, local: false, typeOnly };
  const folder = own[2] ? 'services/cli' : own[1] === 'shared' ? 'packages/shared' : `services/${own[1]}`;
  return { target: own[3] ? `${folder}/${own[3]}` : folder, local: true, typeOnly };
}
