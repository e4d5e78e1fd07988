import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { domainToUnicode } from 'node:url';
import type { Config } from '@wirewatch/shared/config.ts';
import type { CheckStep } from '@wirewatch/shared/feeds/check-step.ts';
import { createAddressGuard } from '@wirewatch/shared/http/address-guard.ts';
import { mappingOf } from '@wirewatch/shared/http/connector.ts';
import { pageRoom } from '@wirewatch/shared/page-room.ts';
import { decodeBytes } from '@wirewatch/shared/text/charset.ts';
import { redactUrl, redactUrls } from '@wirewatch/shared/text/redact-url.ts';
import { announcedEntries } from './announced-entries.ts';
import { tellDocument } from './core/check/tell-document.ts';
import { tellExchange } from './core/check/tell-exchange.ts';
import { discoverFeeds } from './core/feed/discover.ts';
import { DEFAULT_MAX_BYTES } from './core/feed/limits.ts';
import { newFeedState } from './core/schedule/feed-state.ts';
import type { HttpClient } from './http/client.ts';
import { parseRequestUrl } from './http/request-url.ts';
import { parseSource } from './parse-source.ts';
import { createHopGate, holderName } from './politeness/hop-gate.ts';
import type { HostGate } from './politeness/host-gate.ts';
import { createMemoryRobotsCache } from './politeness/robots-cache.ts';
import { createRobotsGate, type RobotsVerdict } from './politeness/robots-gate.ts';
import { type PollResult, pollFeed } from './poll-feed.ts';
import { pollWarnings } from './poll-warnings.ts';

export interface CheckDeps {
  config: Config;
  http: HttpClient;
  /** A gate that waits in place. */
  gate: HostGate;
  now: () => Date;
}

/** Feeds named where a page was given for one. */
const MOST_NAMED = 5;

/**
 * What would happen with this address if it were a feed of ours, step by step: it is asked once, as a first poll would, and nothing is
 * stored. Never throws for what a server or an address does.
 */
export async function* checkFeed(given: string, deps: CheckDeps): AsyncGenerator<CheckStep> {
  for await (const { step, level, said } of steps(given.trim(), deps)) yield { step, level, said: redactUrls(said) };
}

async function* steps(given: string, deps: CheckDeps): AsyncGenerator<CheckStep> {
  const target = parseRequestUrl(given);
  if (typeof target === 'string') {
    const whole = /^[\w-]+(?:\.[\w-]+)+(?:[:/]|$)/.test(given) ? `; https://${redactUrl(given)} may be meant` : '';
    yield { step: 'address', level: 'bad', said: `${redactUrl(given)}: ${target}${whole}` };
    return;
  }
  const said = `${redactUrl(target.href)}${target.authorization === null ? '' : ', with user and password (sent to its own origin only)'}`;
  yield { step: 'address', level: 'good', said };
  const name = await tellName(target.url, deps.config);
  yield name;
  const robots = robotsOf(deps);
  if (name.level !== 'bad') yield tellOwnRobots(await robots(target.href));
  const state = newFeedState(given, deps.now());
  const parse = (bytes: Uint8Array, hints: Parameters<typeof parseSource>[1]) =>
    parseSource(
      bytes,
      { ...hints, maxBytes: DEFAULT_MAX_BYTES * pageRoom(deps.config.WIREWATCH_MAX_PAGE_BYTES) },
      deps.now(),
    );
  const poll = await pollFeed(state, { ...deps, parse, random: () => 0 });
  if (poll.answer !== null) yield* tellExchange(poll.answer);
  yield* tellFeed(poll, deps, robots);
  yield tellNext(poll, deps.now());
}

/** What was found in the body, and what comes of it. */
async function* tellFeed(
  poll: PollResult,
  deps: CheckDeps,
  robots: ReturnType<typeof robotsOf>,
): AsyncGenerator<CheckStep> {
  const { feed, event, answer, state } = poll;
  if (feed === null) {
    if (answer?.ok) {
      const said = event.reason + whatToDo(answer.status, answer.finalUrl) + (await otherFeeds(poll));
      yield { step: 'kind', level: 'bad', said };
    }
    return;
  }
  const announced = announcedEntries(feed, { id: '', url: state.url });
  yield* tellDocument(
    feed,
    announced.flatMap(({ link, text }) => (text === undefined ? [link] : [])),
    announced.length,
    deps.now(),
  );
  const warning = pollWarnings(poll, announced.length, null);
  if (feed.sources !== undefined) {
    yield { step: 'entries', level: feed.sources.length > 0 ? 'good' : 'warning', said: tellSources(feed.sources) };
  } else if (warning !== null) yield { step: 'entries', level: 'warning', said: warning };
  const first = announced.find(({ text }) => text === undefined)?.link;
  if (first !== undefined) yield tellPages(first, await robots(first));
  if (state.hub !== null) {
    const wanted = deps.config.WIREWATCH_PUBLIC_URL
      ? 'it will be asked'
      : 'it is asked once WIREWATCH_PUBLIC_URL is set';
    yield { step: 'hub', level: 'good', said: `${redactUrl(state.hub.hub)}: ${wanted}` };
  }
}

/** What an operator can do about a status. */
function whatToDo(status: number, url: string): string {
  if (status === 404 || status === 410) {
    return `: if the site has a feed still, \`wirewatch feeds discover ${new URL('/', url).href}\` looks for it`;
  }
  if (status === 401)
    return ': it wants a user and a password, which are written into the address (https://USER:PASSWORD@...)';
  if (status === 403)
    return ': it lets nobody in, or not a program, or not from here; a browser on this machine tells which';
  if (status === 429) return ': it is asked too often; nothing is to be done but to wait';
  if (status >= 500) return ': its server is out of order, and is asked again by itself';
  return '';
}

function tellSources(sources: readonly string[]): string {
  return sources.length === 0
    ? 'an index of sitemaps, none of them of news or new'
    : `an index of sitemaps: ${sources.length} of them will be watched, first ${redactUrl(sources[0]!)}`;
}

/** Where a page was given for a feed: what it announces. */
async function otherFeeds({ event, answer }: PollResult): Promise<string> {
  if (event.problem === undefined || !answer?.ok) return '';
  const { text } = decodeBytes(answer.body, { contentType: answer.headers['content-type'] ?? null, kind: 'html' });
  const found = discoverFeeds(text, answer.finalUrl, answer.headers.link).filter(({ from }) => from !== 'guess');
  if (found.length === 0)
    return event.problem === 'html' ? '; it announces no feed (feeds discover tries the usual addresses)' : '';
  return `; it announces ${found
    .slice(0, MOST_NAMED)
    .map(({ url }) => redactUrl(url))
    .join(', ')}`;
}

async function tellName({ hostname, port, protocol }: URL, config: Config): Promise<CheckStep> {
  const mapped = mappingOf(config.WIREWATCH_CONNECT_TO, { hostname, port, protocol });
  const bare = hostname.replace(/^\[|\]$/g, '');
  const written = domainToUnicode(hostname);
  const called = written !== '' && written !== hostname ? `${written} (${hostname} in the DNS)` : bare;
  if (mapped !== null) {
    const said = `${called} is reached at ${mapped.toHost}:${mapped.toPort} (WIREWATCH_CONNECT_TO)`;
    return { step: 'name', level: 'good', said };
  }
  if (isIP(bare) !== 0 && createAddressGuard(config.WIREWATCH_ALLOW_NETS)(bare) === null)
    return { step: 'name', level: 'good', said: `none to be looked up: ${bare} is an address` };
  let addresses = [bare];
  try {
    if (isIP(bare) === 0) addresses = (await lookup(bare, { all: true })).map(({ address }) => address);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOTFOUND' ? 'there is no such name' : `the name could not be looked up (${code})`;
    return { step: 'name', level: 'bad', said: `${called}: ${why}` };
  }
  const guard = createAddressGuard(config.WIREWATCH_ALLOW_NETS);
  const refused = addresses.flatMap((address) => guard(address) ?? []);
  if (refused.length < addresses.length) {
    return { step: 'name', level: 'good', said: `${called} is ${addresses.join(', ')}` };
  }
  const said = `${called}: ${refused.join(', ')}; what is private is reached only if WIREWATCH_ALLOW_NETS covers it`;
  return { step: 'name', level: 'bad', said };
}

function robotsOf({ config, http, gate, now }: CheckDeps): (url: string) => Promise<RobotsVerdict> {
  const robots = createRobotsGate({
    http,
    cache: createMemoryRobotsCache(),
    userAgent: config.WIREWATCH_USER_AGENT,
    now,
    honourAiOptOut: config.WIREWATCH_HONOUR_AI_OPTOUT,
  });
  return async (url) => {
    const hops = createHopGate(gate, holderName('robots', new URL(url).origin), async () => {});
    return robots.check(url, (hop) => hops.enter(hop)).finally(() => hops.leave(null));
  };
}

function tellOwnRobots(verdict: RobotsVerdict): CheckStep {
  const own = 'a feed is polled all the same: its address was given for that';
  if (verdict.kind === 'allow') return { step: 'robots', level: 'good', said: 'robots.txt allows this address' };
  return { step: 'robots', level: 'good', said: `${verdict.reason}; ${own}` };
}

function tellPages(first: string, verdict: RobotsVerdict): CheckStep {
  const page = redactUrl(first);
  if (verdict.kind === 'refuse')
    return { step: 'pages', level: 'bad', said: `${page} will not be fetched: ${verdict.reason}` };
  if (verdict.kind === 'wait')
    return { step: 'pages', level: 'warning', said: `${page} has to wait: ${verdict.reason}` };
  const delay = verdict.crawlDelayMs > 0 ? `, with ${verdict.crawlDelayMs / 1000} s between two requests` : '';
  return { step: 'pages', level: 'good', said: `robots.txt allows ${page}${delay}` };
}

function tellNext({ state, event }: PollResult, now: Date): CheckStep {
  if (event.outcome === 'waiting') return { step: 'next poll', level: 'warning', said: event.reason };
  if (state.nextPollAt === null) return { step: 'next poll', level: 'bad', said: `none: ${state.reason}` };
  const minutes = Math.round((Date.parse(state.nextPollAt) - now.getTime()) / 60_000);
  const level = event.outcome === 'failed' ? 'bad' : 'good';
  const failed = event.outcome === 'failed' ? 'this poll fails, as said; the next comes ' : '';
  return {
    step: 'next poll',
    level,
    said: `${failed}${minutes} minutes after this one, later by chance up to a tenth: ${state.reason}`,
  };
}
