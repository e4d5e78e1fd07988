import { readFile } from 'node:fs/promises';
import { DEFAULT_MAX_BYTES } from '@wirewatch/fetcher/core/feed/limits.ts';
import { configuredClient } from '@wirewatch/fetcher/http/configured-client.ts';
import { lookForFeeds } from '@wirewatch/fetcher/look-for-feeds.ts';
import { openCheck } from '@wirewatch/fetcher/open-check.ts';
import { createOwnGate } from '@wirewatch/fetcher/politeness/waiting-gate.ts';
import { pageRoom } from '@wirewatch/shared/page-room.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import {
  addFeed,
  type FeedRow,
  findFeed,
  makeDue,
  removeFeed,
  setFeedPaused,
} from '@wirewatch/shared/store/feeds/feeds.ts';
import { feedsWithHealth } from '@wirewatch/shared/store/feeds/health.ts';
import { audited } from '@wirewatch/shared/store/operations/audit.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { Command } from 'commander';
import { addOpml, opmlOf } from '../opml.ts';
import { configOf, operator, out, storeCommand, tell, withStore } from '../options.ts';
import { UsageError } from '../usage-error.ts';

export function command(): Command {
  const feeds = new Command('feeds').description('the feeds that are watched');
  feeds
    .addCommand(
      storeCommand('add').description('watch feeds; they need not be reachable now').argument('<url...>').action(add),
    )
    .addCommand(
      storeCommand('remove')
        .description('stop watching; what was read stays')
        .argument('<id-or-url...>')
        .action(remove),
    )
    .addCommand(
      storeCommand('pause')
        .description('poll no more until resumed')
        .argument('<id-or-url...>')
        .action(onFeeds('feed.pause', 'paused', (store, feed) => setFeedPaused(store, [feed.id], true, Date.now()))),
    )
    .addCommand(
      storeCommand('resume')
        .description('poll again, at once')
        .argument('<id-or-url...>')
        .action(onFeeds('feed.resume', 'resumed', (store, feed) => setFeedPaused(store, [feed.id], false, Date.now()))),
    )
    .addCommand(
      storeCommand('poll')
        .description('make feeds due now, whatever their interval')
        .argument('<id-or-url...>')
        .action(
          onFeeds('feed.poll', 'due now', async (store, feed) => {
            if (feed.status !== 'active') throw new Error(`${redactUrl(feed.url)} is ${feed.status}: resume it first`);
            await makeDue(store, [feed.id], Date.now());
          }),
        ),
    )
    .addCommand(
      storeCommand('list').description('every feed and how it is').option('--json', 'JSON lines').action(list),
    )
    .addCommand(
      storeCommand('import').description('add the feeds of an OPML file').argument('<file>').action(importOpml),
    )
    .addCommand(
      storeCommand('discover')
        .description('the feeds that a page announces, one address a line; --add watches them')
        .argument('<page>', 'its address')
        .option('--add', 'watch them all')
        .action(discover),
    )
    .addCommand(
      storeCommand('check')
        .description('what would happen with this address, step by step; stores nothing')
        .argument('<url>', 'the address of a feed, whether it is watched or not')
        .option('--json', 'JSON lines')
        .action(check),
    )
    .addCommand(
      storeCommand('export')
        .description('OPML to standard output; passwords and keys in addresses are hidden')
        .option('--with-secrets', 'with them: for a backup')
        .action(exportOpml),
    );
  return feeds;
}

function add(urls: string[], options: { data?: string }): Promise<void> {
  return withStore(options, async (store) => {
    for (const url of urls) {
      const { result } = await audited(store, async (both) => {
        const result = await addFeed(both, { url }, Date.now());
        const target = 'problem' in result || !result.added ? null : result.url;
        const change =
          target === null ? null : { at: Date.now(), who: operator(), action: 'feed.add', target, count: 1 };
        return { result, change };
      });
      if ('problem' in result) throw new UsageError(`feeds add: ${result.problem}; expected http://... or https://...`);
      tell(`${result.added ? 'added' : 'known already:'} ${redactUrl(result.url)}`);
    }
  });
}

const remove = onFeeds('feed.remove', 'removed', (store, feed) => removeFeed(store, feed.id));

/** An action on feeds that the command line names. */
function onFeeds(action: string, done: string, act: (store: Store, feed: FeedRow) => Promise<unknown>) {
  return (names: string[], options: { data?: string }): Promise<void> =>
    withStore(options, async (store) => {
      for (const name of names) {
        const feed = await findFeed(store, name);
        if (!feed) throw new Error(`there is no feed "${name}"; "wirewatch feeds list" shows all`);
        await audited(store, async (both) => {
          await act(both, feed);
          return {
            change: { at: Date.now(), who: operator(), action, target: feed.url, count: 1, detail: { id: feed.id } },
          };
        });
        tell(`${done}: ${redactUrl(feed.url)}`);
      }
    });
}

function list(options: { data?: string; json?: boolean }): Promise<void> {
  return withStore(options, async (store) => {
    const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
    for (const { feed, health } of await feedsWithHealth(store, Date.now())) {
      const row = {
        id: feed.id,
        url: redactUrl(feed.url),
        title: feed.title,
        folder: feed.folder,
        status: feed.status,
        health: health.level,
        reasons: health.reasons,
        since: health.since,
        todo: health.todo,
        lastSuccess: iso(feed.lastSuccessAt),
        lastNew: iso(feed.lastNewAt),
        usualSeconds: health.usualSeconds,
        silentSeconds: health.silentSeconds,
        nextPoll: health.nextPollAt,
        why: feed.pollReason,
        articles: health.articles,
        extractionRate: health.extractionRate,
        copiesShare: health.copiesShare,
        error: feed.lastError,
        warning: feed.warning,
      };
      if (options.json) out(JSON.stringify(row));
      else {
        const told = [...new Set([...row.reasons, row.error, row.warning])].filter((reason) => reason !== null);
        out(
          [row.id, row.health.padEnd(12), row.lastSuccess ?? untold(feed), row.url, told.join('; ')]
            .join('  ')
            .trimEnd(),
        );
      }
    }
  });
}

/** What stands for the last success where there is none. */
function untold(feed: FeedRow): string {
  return feed.lastPolledAt === null ? 'not polled yet' : 'never worked';
}

async function importOpml(file: string, options: { data?: string }): Promise<void> {
  const bytes = await readFile(file).catch((error) => {
    throw new Error(`cannot read ${file}: ${(error as Error).message}`);
  });
  await withStore(options, async (store) => {
    const { found, added, leftOut, refused } = await addOpml(store, bytes, { who: operator(), now: Date.now() });
    for (const why of leftOut) tell(`left out: ${why}`);
    tell(`${added} feeds added, ${found - added - refused} known already, from ${file}`);
  });
}

async function discover(page: string, options: { data?: string; add?: boolean }): Promise<void> {
  const config = configOf(options);
  const http = configuredClient(config);
  try {
    const { found, from } = await lookForFeeds(page, {
      http,
      gapMs: config.WIREWATCH_HOST_GAP_MS,
      maxBytes: DEFAULT_MAX_BYTES * pageRoom(config.WIREWATCH_MAX_PAGE_BYTES),
    });
    for (const feed of found) out([feed.url, feed.title ?? ''].join('  ').trimEnd());
    tell(`${found.length} feeds ${from}`);
    if (options.add)
      await add(
        found.map((feed) => feed.url),
        options,
      );
  } finally {
    await http.close();
  }
}

/** Exit status 1 where a step says that the feed does not work. */
async function check(url: string, options: { data?: string; json?: boolean }): Promise<void> {
  const config = configOf(options);
  let bad = 0;
  for await (const step of openCheck(url, config, createOwnGate(config.WIREWATCH_HOST_GAP_MS))) {
    if (step.level === 'bad') bad += 1;
    out(options.json ? JSON.stringify(step) : `${step.step.padEnd(10)} ${step.level.padEnd(8)} ${step.said}`);
  }
  if (bad > 0) throw new Error(`feeds check: ${bad} of the steps went wrong; nothing was stored`);
}

function exportOpml(options: { data?: string; withSecrets?: boolean }): Promise<void> {
  return withStore(options, async (store) => {
    out(await opmlOf(store, { secrets: options.withSecrets ?? false }));
  });
}
