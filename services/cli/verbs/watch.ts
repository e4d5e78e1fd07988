import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { alertsOf } from '@wirewatch/shared/store/watches/alerts.ts';
import {
  applicationsOf,
  cancelApplication,
  moveApplication,
  requestApplication,
} from '@wirewatch/shared/store/watches/apply.ts';
import {
  findWatch,
  listWatches,
  removeWatch,
  saveWatch,
  WatchTrouble,
} from '@wirewatch/shared/store/watches/watches.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { Command } from 'commander';
import { countOption, instantOption, operator, out, storeCommand, tell, withStore } from '../options.ts';
import { UsageError } from '../usage-error.ts';
import { digestCommand, mailOf } from '../watch/digest.ts';
import { showTried } from '../watch/try-watch.ts';
import { type LineOptions, watchOf } from '../watch/watch-lines.ts';
import { webhookOf } from '../watch/webhook-option.ts';
import { webhooksCommand } from '../watch/webhooks.ts';

interface Options {
  data?: string;
  json?: boolean;
}

interface AddOptions extends Options, LineOptions {
  webhook?: string;
  secretEnv?: string;
  textsOnly?: boolean;
  mail?: string;
  mailHour: string;
  replace?: boolean;
}

interface TestOptions extends Options, LineOptions {
  since?: string;
  limit: string;
}

export function command(): Command {
  const withLines = (one: Command) =>
    one
      .option(
        '--weight <n,...>',
        'what a match of each query adds: one number, or one for each; below 0 argues against',
      )
      .option('--threshold <n>', 'the sum from which the watch fires (default: 1)')
      .option('--language <code,...>', 'the only language that a query is for: one, or one for each (any: all)');
  return new Command('watch')
    .description('topics of your own: articles that fit are found as they come, and told')
    .addCommand(
      withLines(storeCommand('add'))
        .description('watch for one or more queries, each in quotes; the grammar is that of search')
        .argument('<name>')
        .argument('<query...>')
        .option('--webhook <url>', 'send alerts there, signed')
        .option('--secret-env <variable>', 'the environment variable that holds the secret to sign with')
        .option('--texts-only', 'tell of new independent texts, not of outlets that carry a known one')
        .option('--mail <address,...>', 'a letter a day to these (needs SMTP_URL and WIREWATCH_MAIL_FROM)')
        .option('--mail-hour <n>', 'the hour at which it goes out, UTC', '6')
        .option('--replace', 'in place of the watch of this name')
        .action(add),
    )
    .addCommand(storeCommand('list').description('every watch').option('--json', 'JSON lines').action(list))
    .addCommand(storeCommand('remove').description('forget one').argument('<id>', 'its id or name').action(remove))
    .addCommand(
      withLines(storeCommand('test'))
        .description('what a watch, or queries, would find in the store; nothing is saved')
        .argument('<query...>', 'queries, or the id or name of a watch')
        .option('--since <when>', 'seen first at or after: a date, or a span such as 36h')
        .option('--limit <n>', 'matches shown', '10')
        .option('--json', 'JSON lines: the matches, then {"matched", "articles"}')
        .action(test),
    )
    .addCommand(
      storeCommand('apply')
        .description('match a watch against the articles that are already there; raises no alert')
        .argument('<id>', 'its id or name')
        .option('--since <when>', 'seen first at or after: a date, or a span such as 30d')
        .option('--later', 'leave it to the scheduler of a running wirewatch')
        .action(apply),
    )
    .addCommand(
      storeCommand('applications')
        .description('how far the matching of a watch against the past is')
        .argument('<id>', 'its id or name')
        .option('--cancel <application>', 'end one that runs; what it found stays')
        .option('--json', 'JSON lines')
        .action(applications),
    )
    .addCommand(
      storeCommand('alerts')
        .description('what a watch told, newest first')
        .argument('<id>', 'its id or name')
        .option('--limit <n>', 'at most so many', '20')
        .option('--json', 'JSON lines')
        .action(alerts),
    )
    .addCommand(digestCommand())
    .addCommand(webhooksCommand());
}

function add(name: string, queries: string[], options: AddOptions): Promise<void> {
  const { lines, threshold } = watchOf(name, queries, options);
  const webhook = webhookOf(options);
  const mail = mailOf(options);
  return withStore(options, async (store) => {
    try {
      const replace = options.replace ?? false;
      const told = { webhook, textsOnly: options.textsOnly ?? false, mail };
      const made = { ...told, replace, who: operator(), now: Date.now() };
      const { row, warnings } = await saveWatch(store, { name, lines, threshold }, made);
      for (const warning of warnings) tell(`warning: ${warning}`);
      out(row.id);
      tell(`watching for "${name}"; what is already there: wirewatch watch apply ${row.id}`);
    } catch (error) {
      if (error instanceof WatchTrouble)
        throw new UsageError(`watch add: ${error.message} (--replace takes its place)`);
      throw error;
    }
  });
}

function list(options: Options): Promise<void> {
  return withStore(options, async (store) => {
    for (const { watch, articles, newestAt } of await listWatches(store)) {
      const { webhookUrl, ...row } = watch;
      const url = webhookUrl === null ? null : redactUrl(webhookUrl);
      const newest = newestAt === null ? null : new Date(newestAt).toISOString();
      if (options.json) out(JSON.stringify({ ...row, webhookUrl: url, articles, newest }));
      else {
        out(
          `${row.id}  ${row.name}  ${articles} articles${newest ? `, newest ${newest}` : ''}${url ? `  to ${url}` : ''}`,
        );
        for (const { query, weight, language } of row.lines)
          out(`    ${query}${weight === 1 ? '' : `  (weight ${weight})`}${language ? `  (${language})` : ''}`);
        if (row.threshold !== 1) out(`    from ${row.threshold} on`);
      }
    }
  });
}

function remove(id: string, options: Options): Promise<void> {
  return withStore(options, async (store) => {
    const row = await removeWatch(store, id, operator(), Date.now());
    tell(`removed ${row.id} (${row.name})`);
  });
}

function test(queries: string[], options: TestOptions): Promise<void> {
  const limit = countOption('--limit', options.limit);
  const now = Date.now();
  const since = options.since === undefined ? null : instantOption('--since', options.since, now);
  return withStore(options, async (store) => {
    const said = (await savedLines(store, queries)) ?? watchOf('test', queries, options);
    for (const warning of said.warnings) tell(`warning: ${warning}`);
    await showTried(store, said.watch, { since, limit, now, json: options.json ?? false });
  });
}

async function savedLines(store: Store, [id, ...rest]: string[]): Promise<ReturnType<typeof watchOf> | null> {
  if (id === undefined || rest.length > 0) return null;
  const row = await findWatch(store, id).catch((error: unknown) => {
    if (error instanceof WatchTrouble) return null;
    throw error;
  });
  if (!row) return null;
  const { lines } = row;
  return watchOf(
    row.name,
    lines.map(({ query }) => query),
    {
      weight: lines.map(({ weight }) => weight).join(','),
      language: lines.map(({ language }) => language ?? 'any').join(','),
      threshold: String(row.threshold),
    },
  );
}

function apply(id: string, options: Options & { since?: string; later?: boolean }): Promise<void> {
  const now = Date.now();
  const since = options.since === undefined ? null : instantOption('--since', options.since, now);
  return withStore(options, async (store) => {
    const row = await findWatch(store, id);
    const { id: application } = await requestApplication(store, row, { since, who: operator(), now });
    if (options.later) {
      out(application);
      tell(`the scheduler does it; how far it is: wirewatch watch applications ${row.id}`);
      return;
    }
    const done = await moveApplication(store, application, Date.now, () => true);
    if (done.status !== 'done')
      throw new WatchTrouble('state', `not done (${done.status}): ${done.problem ?? 'ended by another'}`);
    tell(`${done.matched} articles are on ${row.name} (${done.looked} looked at)`);
  });
}

function applications(id: string, options: Options & { cancel?: string }): Promise<void> {
  return withStore(options, async (store) => {
    const watch = await findWatch(store, id);
    if (options.cancel !== undefined) await cancelApplication(store, options.cancel, operator(), Date.now());
    for (const row of await applicationsOf(store, watch.id)) {
      if (options.json) out(JSON.stringify(row));
      else {
        const at = new Date(row.createdAt).toISOString();
        const { status, matched, looked, problem } = row;
        out(`${row.id}  ${at}  ${status}  ${matched} of ${looked} looked at${problem ? `  (${problem})` : ''}`);
      }
    }
  });
}

function alerts(id: string, options: Options & { limit: string }): Promise<void> {
  const limit = countOption('--limit', options.limit, 1);
  return withStore(options, async (store) => {
    const row = await findWatch(store, id);
    for (const alert of await alertsOf(store, row.id, { limit })) {
      const at = new Date(alert.at).toISOString();
      if (options.json) out(JSON.stringify({ ...alert, at }));
      else {
        const { article } = alert;
        out(
          `${alert.id}  ${at}  ${alert.kind}  ${article ? `${article.outlet}: ${article.title ?? article.url}` : ''}`,
        );
        out(`    ${alert.reason}`);
      }
    }
  });
}
