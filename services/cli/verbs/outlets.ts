import { settleAnew } from '@wirewatch/deduplicator/settle-anew.ts';
import { type HouseRow, readHouseRows } from '@wirewatch/shared/store/copies/house-rows.ts';
import { groupsOfOutlet } from '@wirewatch/shared/store/copies/outlet-groups.ts';
import {
  type OutletStats,
  oncePerHouse,
  outletStats,
  type PairStats,
  pairStats,
} from '@wirewatch/shared/store/copies/statistics.ts';
import { listOutlets, setOutlet } from '@wirewatch/shared/store/feeds/outlets.ts';
import { audited } from '@wirewatch/shared/store/operations/audit.ts';
import type { OutletKind } from '@wirewatch/shared/store/tables/tables.ts';
import { Command, Option } from 'commander';
import { operator, out, storeCommand, tell, withStore } from '../options.ts';
import { UsageError } from '../usage-error.ts';

const KINDS: readonly OutletKind[] = ['agency', 'newsroom', 'aggregator'];

interface SetOptions {
  data?: string;
  name?: string;
  kind?: string;
  house?: string;
  family?: string;
  alias?: string[];
}

export function command(): Command {
  return new Command('outlets')
    .description('who publishes: names, kinds, houses, aliases')
    .addCommand(
      storeCommand('list')
        .description('every outlet, with its articles')
        .option('--stats', 'what each copies: share, from whom, how fast; a house counts as one')
        .option('--pairs', 'the same for each pair: how many, how fast, how edited')
        .option('--json', 'JSON lines')
        .action(list),
    )
    .addCommand(
      storeCommand('set')
        .description('say what you know of an outlet; it holds against what its pages say')
        .argument('<id>', 'the host, as `outlets list` shows it')
        .option('--name <name>')
        .option('--kind <kind>', KINDS.join(', '))
        .option('--house <name>', 'outlets of one owner count once')
        .addOption(new Option('--family <name>', 'the former name of --house').hideHelp())
        .option('--alias <name...>', 'other names under which others credit it')
        .action(set),
    );
}

interface ListOptions {
  data?: string;
  json?: boolean;
  stats?: boolean;
  pairs?: boolean;
}

function list(options: ListOptions): Promise<void> {
  if (options.stats || options.pairs) return copying(options);
  return withStore(options, async (store) => {
    for (const row of await listOutlets(store)) {
      if (options.json) out(JSON.stringify(row));
      else
        out(
          `${row.id.padEnd(28)} ${String(row.articles).padStart(6)} articles ${String(row.copies).padStart(6)} copies  ${row.kind ?? '-'}  ${row.name}${row.house ? ` (${row.house})` : ''}`,
        );
    }
  });
}

function copying({ data, json, pairs }: ListOptions): Promise<void> {
  return withStore({ data }, async (store) => {
    const all: HouseRow[] = [];
    for await (const row of readHouseRows(store)) all.push(row);
    const rows = oncePerHouse(all);
    const lines = pairs ? pairStats(rows).map(withText(pairLine)) : outletStats(rows).map(withText(statsLine));
    for (const { row, text } of lines) out(json ? JSON.stringify(row) : text);
  });
}

function withText<Row>(textOf: (row: Row) => string) {
  return (row: Row) => ({ row, text: textOf(row) });
}

function statsLine(stats: OutletStats): string {
  const { outlet, articles, own, excerpts, copies, from } = stats;
  const counts = [`${articles} articles`, `${own} own`, `${copies} copies (${percent(stats.copiedShare)})`];
  if (excerpts > 0) counts.push(`${excerpts} excerpts`);
  if (stats.medianLagSeconds !== null) counts.push(`${duration(stats.medianLagSeconds)} after`);
  if (from.length > 0) counts.push(`from ${from.map((source) => `${source.outlet} ${source.copies}`).join(', ')}`);
  return `${outlet.padEnd(28)} ${counts.join(', ')}`;
}

function pairLine(pair: PairStats): string {
  const facts = [`${pair.copies} copies`, `${pair.excerpts} excerpts`];
  if (pair.medianLagSeconds !== null) facts.push(`${duration(pair.medianLagSeconds)} after`);
  if (pair.medianAdded !== null) facts.push(`${percent(pair.medianAdded)} added`);
  if (pair.medianCut !== null) facts.push(`${percent(pair.medianCut)} cut`);
  return `${pair.outlet.padEnd(28)} from ${pair.original.padEnd(28)} ${facts.join(', ')}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Seconds as a reader says them, rounded to the largest fitting unit. */
function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}

function set(id: string, options: SetOptions): Promise<void> {
  const { name, kind, alias } = options;
  const house = options.house ?? options.family;
  if (kind !== undefined && !KINDS.includes(kind as OutletKind)) {
    throw new UsageError(`--kind ${kind}: expected one of ${KINDS.join(', ')}`);
  }
  if (name === undefined && kind === undefined && house === undefined && alias === undefined) {
    throw new UsageError('outlets set: say what to set: --name, --kind, --house or --alias');
  }
  return withStore(options, async (store) => {
    const facts = { name, kind: kind as OutletKind | undefined, house, aliases: alias };
    const { changed } = await audited(store, async (both) => {
      const changed = await setOutlet(both, id, facts);
      const change = { at: Date.now(), who: operator(), action: 'outlet.set', target: id, count: 1, detail: facts };
      return { changed, change: changed ? change : null };
    });
    if (!changed) throw new Error(`there is no outlet "${id}"; "wirewatch outlets list" shows all`);
    const groups = house === undefined ? [] : await groupsOfOutlet(store, id);
    await settleAnew(store, groups);
    tell(groups.length === 0 ? `set ${id}` : `set ${id}; groups of copies settled anew: ${groups.length}`);
  });
}
