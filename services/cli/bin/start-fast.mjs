import { existsSync } from 'node:fs';
import { constants, enableCompileCache, registerHooks } from 'node:module';

/** Where a name leads from a folder, or from one of our workspaces. */
const known = new Map();

/** The folder with the package.json that speaks for the files of a folder, and of what kind it says its `.js` files are. */
const scopes = new Map();
const kinds = new Map();

/**
 * Spares a starting process half of its CPU. Node asks of every module which package it belongs to, and reads that package's `exports`
 * anew for whoever names it; drizzle-orm's fills 179 kB, so that its 250 small files and the 150 of ours that name it took .4 s of a
 * process's .8 s. A path beside our own typed source, or beside an installed module, leads where it says; a name leads to the same
 * place the next time.
 */
export function resolveOnce() {
  registerHooks({
    resolve(specifier, context, next) {
      const parent = context.parentURL ?? '';
      const installed = parent.includes('/node_modules/');
      if (specifier.startsWith('.') && !installed) {
        return specifier.endsWith('.ts')
          ? { url: new URL(specifier, parent).href, format: 'module-typescript', shortCircuit: true }
          : next(specifier, context);
      }
      if (/^(?:#|\/|\w+:)/.test(specifier)) return next(specifier, context);
      const imported = context.conditions.includes('import');
      if (specifier.startsWith('.') && imported && specifier.endsWith('.js')) {
        return besideInstalled(specifier, parent, () => next(specifier, context));
      }
      const key = [specifier, imported ? 'import' : 'require', placeOf(parent)].join('\n');
      let found = known.get(key);
      if (!found) {
        found = { ...next(specifier, context), shortCircuit: true };
        known.set(key, found);
      }
      return found;
    },
  });
}

/** A file that another of its package imports by its path: of what kind it is Node is asked once a package. */
function besideInstalled(specifier, parent, ask) {
  const { href: url } = new URL(specifier, parent);
  const scope = scopeOf(url.slice(0, url.lastIndexOf('/')));
  const format = kinds.get(scope);
  if (format) return { url, format, shortCircuit: true };
  const found = ask();
  // A link leads elsewhere, and in a package that does not say it each file is looked at.
  if (found.url === url && found.format === 'module') kinds.set(scope, found.format);
  return found;
}

function scopeOf(folder) {
  let scope = scopes.get(folder);
  if (scope === undefined) {
    const ends = folder.endsWith('/node_modules') || existsSync(new URL(`${folder}/package.json`));
    scope = ends ? folder : scopeOf(folder.slice(0, folder.lastIndexOf('/')));
    scopes.set(folder, scope);
  }
  return scope;
}

/** From one workspace a name leads to one place; among installed packages that is sure of one folder only. */
function placeOf(parent) {
  if (parent.includes('/node_modules/')) return parent.slice(0, parent.lastIndexOf('/'));
  return parent.replace(/(\/(?:services|packages)\/[^/]+)\/.*/, '$1');
}

/**
 * Compiled code, types already stripped, is kept in a folder of the project and used by every process after this one: without it a
 * start takes half as much CPU again. Not in the folder for temporary files, where somebody else could leave us code to run. Where the
 * folder cannot be written nothing is kept, and nothing else changes.
 */
export function keepCompiled(folder) {
  process.env.NODE_COMPILE_CACHE ??= folder;
  const { status } = enableCompileCache(process.env.NODE_COMPILE_CACHE);
  if (status === constants.compileCacheStatus.FAILED) delete process.env.NODE_COMPILE_CACHE;
}
