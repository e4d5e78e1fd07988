import { openBlobs } from '@wirewatch/shared/store/blobs/open-blobs.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { isIndexStale } from '@wirewatch/shared/store/search/folding.ts';
import { Command } from 'commander';
import { backup, restore } from '../archive/backup.ts';
import { copyStore } from '../archive/copy-store.ts';
import { reindex } from '../archive/reindex.ts';
import { operator, storeCommand, tell, withStore } from '../options.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  data?: string;
}

const PROGRESS_MS = 2000;

export function command(): Command {
  return new Command('db')
    .description('the store itself')
    .addCommand(
      storeCommand('migrate')
        .description('bring the schema up to date; services then start')
        .action((options: Options) =>
          withStore(options, async (store) => {
            if (await isIndexStale(store)) await indexAnew(store);
            tell(`${store.where} is up to date`);
          }),
        ),
    )
    .addCommand(
      storeCommand('copy')
        .description(
          'copy every row to an empty store of any kind, as of one moment (raw pages stay where BLOB_URL says)',
        )
        .requiredOption('--to <url>', 'sqlite:PATH, postgres://... or postgresql://...')
        .action(async (options: Options & { to: string }) => {
          if (!/^(sqlite:|postgres(ql)?:\/\/)/.test(options.to))
            throw new UsageError(`--to ${options.to}: expected sqlite:PATH, postgres:// or postgresql://`);
          await withStore(options, async (from) => {
            const to = await openStore(options.to, 'migrate');
            try {
              const copied = await copyStore(from, to, progress());
              await noted(to, 'db.copy', from.where);
              const rows = Object.values(copied).reduce((sum, one) => sum + one, 0);
              tell(
                `${rows} rows of ${Object.keys(copied).length} tables copied to ${to.where}: set DATABASE_URL to use it`,
              );
            } finally {
              await to.close();
            }
          });
        }),
    )
    .addCommand(
      storeCommand('backup')
        .description('store and raw pages as of one moment, while services go on')
        .argument('<path>', 'FILE.tar.zst, or a folder')
        .action((path: string, options: Options) =>
          withStore(options, async (store, config) => {
            const { blobs, missing } = await backup(store, await openBlobs(config), path, Date.now(), progress());
            tell(`${path}: the store and ${blobs} raw pages`);
            if (missing.length > 0) {
              const some = missing.slice(0, 3).join(', ');
              throw new Error(
                `the backup is whole but for ${missing.length} raw pages that are missing or damaged: ${some}`,
              );
            }
          }),
        ),
    )
    .addCommand(
      storeCommand('restore')
        .description('put a backup into an empty store and blob store')
        .argument('<path>', 'FILE.tar.zst, or a folder')
        .action((path: string, options: Options) =>
          withStore(options, async (store, config) => {
            const { blobs, madeAt } = await restore(path, store, await openBlobs(config), progress());
            await noted(store, 'restore', path);
            tell(`${store.where} is as it was at ${madeAt}, with ${blobs} raw pages`);
          }),
        ),
    )
    .addCommand(
      storeCommand('reindex')
        .description('make the search index anew')
        .action((options: Options) => withStore(options, indexAnew)),
    );
}

async function indexAnew(store: Store): Promise<void> {
  const told = progress();
  const articles = await reindex(store, (done) => told('articles', done));
  await noted(store, 'db.reindex', store.where, articles);
  tell(`${articles} articles are indexed`);
}

/** Writes down what was done to the store as a whole, in the store that has changed. */
function noted(store: Store, action: string, target: string, count = 1): Promise<number> {
  return store.write((tx) => writeAudit(store, tx, { at: Date.now(), who: operator(), action, target, count }));
}

/** A plain line now and then: these take minutes where there is much. */
function progress(): (what: string, done: number) => void {
  let told = Date.now();
  return (what, done) => {
    if (Date.now() - told < PROGRESS_MS) return;
    told = Date.now();
    tell(`${what}: ${done}`);
  };
}
