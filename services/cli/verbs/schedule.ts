import { resolve } from 'node:path';
import type { ScheduledAction } from '@wirewatch/shared/contracts/batch.ts';
import { ReprocessStage } from '@wirewatch/shared/pipeline.ts';
import {
  addSchedule,
  listSchedules,
  removeSchedule,
  ScheduleProblem,
} from '@wirewatch/shared/store/operations/schedules.ts';
import { Command } from 'commander';
import { operator, out, storeCommand, tell, withStore } from '../options.ts';
import { UsageError } from '../usage-error.ts';

interface AddOptions {
  data?: string;
  cron: string;
  timezone: string;
  from?: string;
  stale?: boolean;
  outlet?: string[];
  folder?: string;
}

export function command(): Command {
  return new Command('schedule')
    .description('reprocessing, retention and exports at given times; kept in the store, done by the scheduler')
    .addCommand(
      storeCommand('add')
        .description('"reprocess", "retention" or "export"')
        .argument('<what>', 'reprocess, retention, export')
        .requiredOption('--cron <line>', 'minute hour day-of-month month day-of-week')
        .option('--timezone <name>', 'an IANA name', 'UTC')
        .option('--from <stage>', `of a reprocessing: ${ReprocessStage.options.join(', ')}`)
        .option('--stale', 'of a reprocessing: only what another version made')
        .option('--outlet <id...>', 'of a reprocessing: only these outlets')
        .option('--folder <dir>', 'of an export: where its files go')
        .action(add),
    )
    .addCommand(storeCommand('list').description('the next to come first').option('--json', 'JSON lines').action(list))
    .addCommand(storeCommand('remove').description('forget one').argument('<id>').action(remove));
}

function actionOf(what: string, options: AddOptions): ScheduledAction {
  if (what === 'retention') return { kind: 'retention' };
  if (what === 'export') {
    if (!options.folder) throw new UsageError('schedule add export: say where to, with --folder DIR');
    return { kind: 'export', format: 'jsonl', folder: resolve(options.folder) };
  }
  if (what !== 'reprocess') throw new UsageError(`schedule add ${what}: expected reprocess, retention or export`);
  const from = ReprocessStage.safeParse(options.from);
  if (!from.success)
    throw new UsageError(`--from ${options.from ?? '(missing)'}: expected ${ReprocessStage.options.join(', ')}`);
  return { kind: 'reprocess', from: from.data, stale: options.stale ?? false, outlets: options.outlet ?? [] };
}

function add(what: string, options: AddOptions): Promise<void> {
  const action = actionOf(what, options);
  return withStore(options, async (store) => {
    const { cron, timezone } = options;
    try {
      const row = await addSchedule(store, { cron, timezone, action, who: operator() }, Date.now());
      tell(`${row.id}: ${what}, next at ${new Date(row.nextAt).toISOString()}`);
    } catch (error) {
      if (error instanceof ScheduleProblem) throw new UsageError(`schedule add: ${error.message}`);
      throw error;
    }
  });
}

function list(options: { data?: string; json?: boolean }): Promise<void> {
  return withStore(options, async (store) => {
    for (const row of await listSchedules(store)) {
      if (options.json) out(JSON.stringify(row));
      else
        out(
          `${row.id}  ${row.cron} (${row.timezone})  next ${new Date(row.nextAt).toISOString()}  ${JSON.stringify(row.action)}  ${row.lastResult ?? 'not yet done'}`,
        );
    }
  });
}

function remove(id: string, options: { data?: string }): Promise<void> {
  return withStore(options, async (store) => {
    const gone = await removeSchedule(store, id, operator(), Date.now());
    if (!gone) throw new Error(`there is no schedule "${id}"; "wirewatch schedule list" shows all`);
    tell(`removed ${id}`);
  });
}
