import { listOutlets, setOutlet } from '@wirewatch/shared/store/outlets.ts';
import type { OutletKind } from '@wirewatch/shared/store/tables.ts';
import { Command } from 'commander';
import { out, storeCommand, tell, withStore } from '../options.ts';
import { UsageError } from '../usage-error.ts';

const KINDS: readonly OutletKind[] = ['agency', 'newsroom', 'aggregator'];

interface SetOptions {
  data?: string;
  name?: string;
  kind?: string;
  family?: string;
  alias?: string[];
}

export function command(): Command {
  return new Command('outlets')
    .description('who publishes: names, kinds, families, aliases')
    .addCommand(
      storeCommand('list').description('every outlet, with its articles').option('--json', 'JSON lines').action(list),
    )
    .addCommand(
      storeCommand('set')
        .description('say what you know of an outlet; it holds against what its pages say')
        .argument('<id>', 'the host, as `outlets list` shows it')
        .option('--name <name>')
        .option('--kind <kind>', KINDS.join(', '))
        .option('--family <name>', 'outlets of one family count once')
        .option('--alias <name...>', 'other names under which others credit it')
        .action(set),
    );
}

function list(options: { data?: string; json?: boolean }): Promise<void> {
  return withStore(options, async (store) => {
    for (const row of await listOutlets(store)) {
      if (options.json) out(JSON.stringify(row));
      else
        out(
          `${row.id.padEnd(28)} ${String(row.articles).padStart(6)} articles ${String(row.copies).padStart(6)} copies  ${row.kind ?? '-'}  ${row.name}`,
        );
    }
  });
}

function set(id: string, options: SetOptions): Promise<void> {
  const { name, kind, family, alias } = options;
  if (kind !== undefined && !KINDS.includes(kind as OutletKind)) {
    throw new UsageError(`--kind ${kind}: expected one of ${KINDS.join(', ')}`);
  }
  if (name === undefined && kind === undefined && family === undefined && alias === undefined) {
    throw new UsageError('outlets set: say what to set: --name, --kind, --family or --alias');
  }
  return withStore(options, async (store) => {
    const changed = await setOutlet(store, id, { name, kind: kind as OutletKind | undefined, family, aliases: alias });
    if (!changed) throw new Error(`there is no outlet "${id}"; "wirewatch outlets list" shows all`);
    tell(`set ${id}`);
  });
}
