import { openStore } from '@wirewatch/shared/store/open.ts';
import { Command } from 'commander';
import { configOf, storeCommand, tell } from '../options.ts';

export function command(): Command {
  return new Command('db').description('the store itself').addCommand(
    storeCommand('migrate')
      .description('bring the schema up to date; services then start')
      .action(async (options: { data?: string }) => {
        const store = await openStore(configOf(options).databaseUrl, 'migrate');
        tell(`${store.where} is up to date`);
        await store.close();
      }),
  );
}
