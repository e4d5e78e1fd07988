import { STAGES, type Stage } from '@wirewatch/shared/pipeline.ts';
import { listQuarantine, type QuarantineFilter, retryQuarantine } from '@wirewatch/shared/store/journey/quarantine.ts';
import { Command } from 'commander';
import { operator, out, storeCommand, tell, withStore } from '../options.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  data?: string;
  stage?: string;
  reason?: string;
  host?: string;
  all?: boolean;
  json?: boolean;
}

export function command(): Command {
  const filtered = (name: string) =>
    storeCommand(name)
      .option('--stage <stage>', STAGES.join(', '))
      .option('--reason <words>', 'whose reason holds these words')
      .option('--host <host>', 'of one outlet');
  return new Command('quarantine')
    .description('articles that were set aside, with their reason')
    .addCommand(filtered('list').description('newest first').option('--json', 'JSON lines').action(list))
    .addCommand(
      filtered('retry')
        .description('send them on again from the stage that gave them up')
        .argument('[id...]')
        .option('--all', 'all that the filters leave')
        .action(retry),
    );
}

function filterOf(options: Options, ids?: string[]): QuarantineFilter {
  if (options.stage && !STAGES.includes(options.stage as Stage)) {
    throw new UsageError(`--stage ${options.stage}: expected one of ${STAGES.join(', ')}`);
  }
  const { reason, host } = options;
  return { stage: options.stage as Stage | undefined, reason, host, ...(ids && ids.length > 0 ? { ids } : {}) };
}

function list(options: Options): Promise<void> {
  return withStore(options, async (store) => {
    const rows = await listQuarantine(store, filterOf(options), 1000);
    for (const row of rows) {
      const at = row.at === null ? '' : new Date(row.at).toISOString();
      if (options.json) out(JSON.stringify({ ...row, at }));
      else out(`${row.id}  ${at}  ${row.stage}  ${row.url}\n    ${row.reason}`);
    }
    tell(`${rows.length} in quarantine`);
  });
}

function retry(ids: string[], options: Options): Promise<void> {
  const filter = filterOf(options, ids);
  if (!filter.ids && !filter.stage && !filter.reason && !filter.host && !options.all) {
    throw new UsageError('quarantine retry: name ids or a filter, or say --all');
  }
  return withStore(options, async (store) => {
    const count = await retryQuarantine(store, filter, operator(), Date.now());
    tell(`${count} sent on again`);
  });
}
