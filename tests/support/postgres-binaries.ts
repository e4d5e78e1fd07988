import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasDebianPackages, TOOLS, unpackDebian } from '../../services/cli/private-redis/debian-packages.ts';
import { isProgram, onPath } from '../../services/cli/private-redis/on-path.ts';

export interface PostgresBinaries {
  /** Folder with initdb and postgres. */
  bin: string;
  /** Folders of libraries that came with them. */
  libraries: string[];
}

export interface Lookup {
  log: (line: string) => void;
  /** PATH to look in; default this process's. */
  path?: string;
  /** Where distributions put the versions side by side. */
  system?: string;
  /** Where fetched programs are kept. */
  tools?: string;
}

/** Postgres of this machine, or fetched on Debian and Ubuntu without installing it. Says what to install elsewhere. */
export async function ensurePostgresBinaries(lookup: Lookup): Promise<PostgresBinaries> {
  const { log, path, system = '/usr/lib/postgresql', tools = TOOLS } = lookup;
  const initdb = await onPath('initdb', path);
  if (initdb && (await isProgram(join(dirname(initdb), 'postgres')))) return { bin: dirname(initdb), libraries: [] };
  const installed = await newest(system);
  if (installed) return { bin: installed, libraries: [] };
  const tree = join(tools, 'postgres');
  let why = `this is ${process.platform}`;
  for (const fetched of [false, true]) {
    if (fetched && (await hasDebianPackages(path))) {
      log('no Postgres on this machine: fetching one into .tools/postgres for the tests (nothing is installed)');
      try {
        await unpackDebian({ packages: ['postgresql'], into: tree, log });
      } catch (error) {
        why = error instanceof Error ? error.message : String(error);
      }
    }
    const bin = await newest(join(tree, 'usr/lib/postgresql'));
    if (bin) return { bin, libraries: await libraryFolders(join(tree, 'usr/lib')) };
  }
  throw new Error(
    `Postgres is needed by the tests and none was found (${why}). Install it ("apt-get install postgresql", ` +
      '"brew install postgresql"), or name a running one in DATABASE_URL_TEST.',
  );
}

async function newest(folder: string): Promise<string | null> {
  const versions = (await readdir(folder).catch(() => [])).filter((name) => /^\d+$/.test(name));
  for (const version of versions.sort((a, b) => Number(b) - Number(a))) {
    const bin = join(folder, version, 'bin');
    if ((await isProgram(join(bin, 'initdb'))) && (await isProgram(join(bin, 'postgres')))) return bin;
  }
  return null;
}

async function libraryFolders(lib: string): Promise<string[]> {
  return (await readdir(lib)).filter((name) => name.includes('linux-gnu')).map((name) => join(lib, name));
}
