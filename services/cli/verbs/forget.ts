import { createLogger } from '@wirewatch/shared/log.ts';
import { openBlobs } from '@wirewatch/shared/store/blobs/open-blobs.ts';
import type { Command } from 'commander';
import { addressNamed, forgetPage } from '../archive/forget.ts';
import { operator, storeCommand, tell, withStore } from '../options.ts';
import { UsageError } from '../usage-error.ts';

export function command(): Command {
  return storeCommand('forget')
    .description(
      'remove a page with its text, results and raw bytes; its address stays barred, so that no feed brings it back (archives and back-ups are yours to clear)',
    )
    .argument('<url...>', 'addresses of pages, or ids of articles')
    .action(async (urls: string[], options: { data?: string }) => {
      await withStore(options, async (store, config) => {
        const blobs = await openBlobs(config);
        const context = { store, blobs, log: createLogger('cli', 'silent'), now: Date.now };
        const addresses: string[] = [];
        for (const url of urls) {
          const named = await addressNamed(store, url);
          if ('problem' in named) throw new UsageError(`forget: ${named.problem}`);
          addresses.push(named.address);
        }
        for (const url of addresses) {
          const done = await forgetPage(context, url, operator());
          if (done.already) tell(`forgotten already: ${done.url}`);
          else if (done.known) tell(`forgotten: ${done.url} (${done.revisions} revisions, ${done.blobs} raw pages)`);
          else tell(`was not known, and is barred from now on: ${done.url}`);
        }
      });
    });
}
