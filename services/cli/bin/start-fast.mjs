import { constants, enableCompileCache, registerHooks } from 'node:module';

/** Where each package leads from each of our workspaces (elsewhere: from each folder). */
const known = new Map();

/**
 * Spares a starting process half of its CPU. Node asks of every module which package it belongs to, and reads that package's `exports`
 * anew for whoever names it; drizzle-orm's fills 179 kB, so that its 250 small files and the 150 of ours that name it took .4 s of a
 * process's .8 s. A path beside our own typed source, or beside a file of drizzle's, leads where it says; a package leads to the same
 * place the next time.
 */
export function resolveOnce() {
  registerHooks({
    resolve(specifier, context, next) {
      const parent = context.parentURL ?? '';
      if (specifier.startsWith('.')) {
        const format = formatBeside(specifier, parent);
        return format === null
          ? next(specifier, context)
          : { url: new URL(specifier, parent).href, format, shortCircuit: true };
      }
      if (/^(?:#|\/|\w+:)/.test(specifier)) return next(specifier, context);
      const key = [specifier, context.conditions.join(), placeOf(parent)].join('\n');
      let found = known.get(key);
      if (!found) {
        found = { ...next(specifier, context), shortCircuit: true };
        known.set(key, found);
      }
      return found;
    },
  });
}

function formatBeside(specifier, parent) {
  if (parent.includes('/node_modules/'))
    return parent.includes('/node_modules/drizzle-orm/') && specifier.endsWith('.js') ? 'module' : null;
  return specifier.endsWith('.ts') ? 'module-typescript' : null;
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
