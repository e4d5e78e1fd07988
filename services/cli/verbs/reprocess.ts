import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchSelection } from '@wirewatch/shared/contracts/batch.ts';
import { ReprocessStage, SERVICES } from '@wirewatch/shared/pipeline.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import {
  type BatchRow,
  batchProgress,
  changedInDryRun,
  createBatch,
  findBatch,
  listBatches,
  steerBatch,
} from '@wirewatch/shared/store/journey/batches.ts';
import { takeBackBatch } from '@wirewatch/shared/store/journey/take-back.ts';
import type { Command } from 'commander';
import { differences } from '../batch/differences.ts';
import { configOf, countOption, instantOption, operator, out, storeCommand, tell, withStore } from '../options.ts';
import { VERSIONS } from '../services.ts';
import { readNotice, supervise, untilSignal } from '../supervisor/supervisor.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  data?: string;
  from?: string;
  stale?: boolean;
  since?: string;
  until?: string;
  outlet?: string[];
  dryRun?: boolean;
  examples: string;
  detach?: boolean;
  json?: boolean;
}

export function command(): Command {
  const steering = (name: 'pause' | 'resume' | 'cancel', to: 'paused' | 'running' | 'cancelled', what: string) =>
    storeCommand(name)
      .description(what)
      .argument('<batch>')
      .action((id: string, _: unknown, self: Command) => steer(self.optsWithGlobals(), id, to));
  return storeCommand('reprocess')
    .description('do articles again from a stage, in the batch lane: live work is never delayed by more than one job')
    .option('--from <stage>', ReprocessStage.options.join(', '))
    .option('--stale', 'only what another version made')
    .option('--since <when>', 'seen first at or after: a date, or a span such as 36h')
    .option('--until <when>', 'seen first before')
    .option('--outlet <id...>', 'only these outlets')
    .option('--dry-run', 'change nothing; show what would change')
    .option('--examples <n>', 'changed articles that a dry run shows', '5')
    .option('--detach', 'leave it to the wirewatch that is (or will be) up')
    .option('--json', 'the outcome as JSON')
    .action(start)
    .addCommand(
      storeCommand('list')
        .description('batches, newest first')
        .action((_: unknown, self: Command) => list(self.optsWithGlobals())),
    )
    .addCommand(steering('pause', 'paused', 'start no more of a batch'))
    .addCommand(steering('resume', 'running', 'go on with a paused batch'))
    .addCommand(steering('cancel', 'cancelled', 'end a batch; what is under way is finished'))
    .addCommand(
      storeCommand('take-back')
        .description('put back what a batch replaced')
        .argument('<batch>')
        .action((id: string, _: unknown, self: Command) => takeBack(self.optsWithGlobals(), id)),
    );
}

function selectionOf(options: Options, now: number): BatchSelection {
  const from = ReprocessStage.safeParse(options.from);
  if (!from.success)
    throw new UsageError(`--from ${options.from ?? '(missing)'}: expected ${ReprocessStage.options.join(', ')}`);
  const since = options.since === undefined ? null : instantOption('--since', options.since, now);
  const until = options.until === undefined ? null : instantOption('--until', options.until, now);
  if (since !== null && until !== null && since >= until) {
    throw new UsageError(`--since ${options.since} is not before --until ${options.until}: nothing lies between`);
  }
  return {
    from: from.data,
    staleVersion: options.stale ? VERSIONS[from.data] : null,
    since,
    until,
    outlets: options.outlet ?? [],
  };
}

async function start(options: Options): Promise<void> {
  const selection = selectionOf(options, Date.now());
  const examples = countOption('--examples', options.examples);
  const config = configOf(options);
  const notice = readNotice(config.dataDir);
  const signal = untilSignal();
  const running =
    notice || options.detach || config.REDIS_URL
      ? null
      : await supervise(
          config,
          SERVICES.filter((name) => name !== 'dashboard' && name !== 'fetcher'),
          process.env,
          tell,
        );
  const store = await openStore(config.databaseUrl, 'migrate');
  try {
    const batch = await createBatch(store, selection, {
      dryRun: options.dryRun ?? false,
      who: operator(),
      now: Date.now(),
    });
    tell(
      `batch ${batch.id}: ${batch.total} articles from ${selection.from}${batch.dryRun ? ', nothing is changed' : ''}`,
    );
    if (options.detach) {
      if (options.json) out(JSON.stringify({ batch: batch.id, total: batch.total }));
      return;
    }
    const ended = await follow(store, batch, signal);
    const progress = await batchProgress(store, ended);
    tell(`${progress.done} done, ${progress.changed} ${batch.dryRun ? 'would change' : 'changed'}`);
    const shown = batch.dryRun ? await changedInDryRun(store, batch.id, examples) : [];
    if (options.json) out(JSON.stringify({ batch: batch.id, total: batch.total, ...progress, examples: shown }));
    else for (const one of shown) for (const line of differences(one)) out(line);
  } finally {
    await store.close();
    await running?.stop();
  }
  process.exit(0);
}

/** Waits for the end of a batch and says how it goes, a line each five seconds. Ctrl-C cancels it. */
async function follow(store: Store, batch: BatchRow, signal: Promise<unknown>): Promise<BatchRow> {
  let interrupted = false;
  void signal.then(() => {
    interrupted = true;
  });
  const startedAt = Date.now();
  for (let told = Date.now(); ; ) {
    const now = await findBatch(store, batch.id);
    if (now.status !== 'running' && now.status !== 'paused') return now;
    if (interrupted) await steerBatch(store, batch.id, 'cancelled', operator(), Date.now());
    if (Date.now() - told > 5000) {
      told = Date.now();
      const { done } = await batchProgress(store, now);
      const rate = done / ((told - startedAt) / 1000);
      const left = rate > 0 ? `, ${Math.ceil((batch.total - done) / rate)} s to go` : '';
      tell(`${done} of ${batch.total}, ${rate.toFixed(1)}/s${left}`);
    }
    await sleep(200);
  }
}

function list(options: { data?: string }): Promise<void> {
  return withStore(options, async (store) => {
    for (const batch of await listBatches(store)) {
      const { done, changed } = await batchProgress(store, batch);
      const kind = batch.dryRun ? 'dry run' : 'for real';
      out(
        `${batch.id}  ${batch.status.padEnd(10)} ${batch.selection.from.padEnd(8)} ${kind}  ${done} of ${batch.total}, ${changed} changed  ${batch.who}`,
      );
    }
  });
}

function steer(options: { data?: string }, id: string, to: 'paused' | 'running' | 'cancelled'): Promise<void> {
  return withStore(options, async (store) => {
    await steerBatch(store, id, to, operator(), Date.now());
    tell(`batch ${id} is ${to}`);
  });
}

function takeBack(options: { data?: string }, id: string): Promise<void> {
  return withStore(options, async (store) => {
    const count = await takeBackBatch(store, id, operator(), Date.now());
    tell(`${count} results put back`);
  });
}
