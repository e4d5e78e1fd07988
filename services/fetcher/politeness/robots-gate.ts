import { AI_AGENTS } from '../core/robots/ai-agents.ts';
import {
  decidingRule,
  groupsFor,
  parseRobots,
  productToken,
  ROBOTS_MAX_BYTES,
  type RobotsGroup,
} from '../core/robots/robots-rules.ts';
import { parseRetryAfter } from '../core/schedule/retry-after.ts';
import type { HttpAnswer } from '../http/answer.ts';
import type { GetOptions, HttpClient } from '../http/client.ts';
import type { RobotsCache, RobotsEntry } from './robots-cache.ts';

export type RobotsVerdict =
  | { kind: 'allow'; crawlDelayMs: number }
  | { kind: 'refuse'; reason: string }
  /** `lost`: the host was asked just now, and neither resolved nor connected. */
  | { kind: 'wait'; afterMs: number; reason: string; lost: boolean };

export interface RobotsGate {
  /** `checkHop` passes the request for robots.txt itself through the caller's politeness. */
  check(url: string, checkHop?: GetOptions['checkHop']): Promise<RobotsVerdict>;
}

const DAY_MS = 86_400_000;
/** RFC 9309 section 2.3.1.4: a copy may stand in for an unreachable file; Google's practice is a month. */
const STALE_MS = 30 * DAY_MS;
/** How soon to ask again for a file that a server could not give (5xx), where it names no time itself. */
const UNREACHABLE_MS = 10 * 60_000;
/** RFC 9309 section 2.3.1.2: at least five redirects are followed. */
const MAX_REDIRECTS = 5;
/** Files kept in their parsed form: most are under a kilobyte, the largest some megabytes. */
const KEPT_PARSED = 100;

/** A gate that fetches a host's robots.txt at most once a day and answers for every address of that host. */
export function createRobotsGate(options: {
  http: HttpClient;
  cache: RobotsCache;
  userAgent: string;
  now: () => Date;
  /** Refuse also where the site shuts out crawlers for language models by name. */
  honourAiOptOut?: boolean;
}): RobotsGate {
  const running = new Map<string, Promise<RobotsEntry | RobotsVerdict>>();
  // By the file's own text: an entry from Redis is an object of its own each time. The last hundred: a crawl asks its hosts in turn.
  const parsed = new Map<string, RobotsGroup[]>();

  async function load(origin: string, checkHop: GetOptions['checkHop']): Promise<RobotsEntry | RobotsVerdict> {
    const before = await options.cache.get(origin);
    const now = options.now();
    if (before !== null && before.freshUntil > now.getTime()) return before;
    const answer = await options.http.get(`${origin}/robots.txt`, {
      headers: { accept: 'text/plain, */*;q=0.5' },
      maxBytes: ROBOTS_MAX_BYTES,
      over: 'cut',
      maxRedirects: MAX_REDIRECTS,
      ...(checkHop === undefined ? {} : { checkHop }),
    });
    // Nobody was asked: nothing was learnt that could be kept.
    if (!answer.ok && answer.kind === 'hop-refused')
      return { kind: 'wait', afterMs: 1000, reason: answer.message, lost: false };
    let entry = entryOf(answer, now);
    if (entry.kind === 'wait' && before !== null && before.kind !== 'wait') {
      entry = { ...before, freshUntil: entry.freshUntil, reason: `older copy: ${entry.reason}` };
    }
    await options.cache.set(origin, entry, STALE_MS);
    const lost = !answer.ok && (answer.kind === 'dns' || answer.kind === 'connect');
    return lost && entry.kind === 'wait'
      ? { kind: 'wait', afterMs: UNREACHABLE_MS, reason: entry.reason, lost }
      : entry;
  }

  function groupsOf(text: string): RobotsGroup[] {
    const groups = parsed.get(text) ?? parseRobots(text);
    parsed.delete(text);
    parsed.set(text, groups);
    const oldest = parsed.keys().next();
    if (parsed.size > KEPT_PARSED && !oldest.done) parsed.delete(oldest.value);
    return groups;
  }

  return {
    async check(url, checkHop) {
      const { origin, pathname, search } = new URL(url);
      let loading = running.get(origin);
      if (loading === undefined) {
        loading = load(origin, checkHop).finally(() => running.delete(origin));
        running.set(origin, loading);
      }
      const entry = await loading;
      if (!('freshUntil' in entry)) return entry;
      if (entry.kind === 'open') return { kind: 'allow', crawlDelayMs: 0 };
      if (entry.kind === 'wait') {
        const afterMs = Math.max(0, entry.freshUntil - options.now().getTime());
        return { kind: 'wait', afterMs, reason: entry.reason, lost: false };
      }
      return judge(groupsOf(entry.text), pathname + search, options.userAgent, options.honourAiOptOut ?? false);
    },
  };
}

function judge(groups: RobotsGroup[], path: string, userAgent: string, honourAiOptOut: boolean): RobotsVerdict {
  const own = groupsFor(groups, userAgent);
  const rule = decidingRule(own, path);
  if (rule !== null && !rule.allow) {
    return { kind: 'refuse', reason: `robots.txt: "Disallow: ${rule.pattern}" for ${productToken(userAgent)}` };
  }
  if (honourAiOptOut) {
    for (const agent of AI_AGENTS) {
      const named = groups.filter((group) => group.agents.includes(agent));
      if (decidingRule(named, path)?.allow === false) {
        return { kind: 'refuse', reason: `robots.txt shuts out ${agent}, and AI opt-outs are honoured` };
      }
    }
  }
  const delays = own.map((group) => group.crawlDelaySeconds ?? 0);
  return { kind: 'allow', crawlDelayMs: Math.max(0, ...delays) * 1000 };
}

function entryOf(answer: HttpAnswer, now: Date): RobotsEntry {
  const fresh = now.getTime() + DAY_MS;
  const open = (reason: string): RobotsEntry => ({ kind: 'open', text: '', reason, freshUntil: fresh });
  const wait = (reason: string, ms: number): RobotsEntry => ({
    kind: 'wait',
    text: '',
    reason: `robots.txt: ${reason}`,
    freshUntil: now.getTime() + ms,
  });
  if (!answer.ok) {
    // More redirects than five count as "unavailable", which is open; an unsafe host is told so by the page itself.
    if (answer.kind === 'too-many-redirects' || answer.kind === 'redirect-loop') return open(answer.message);
    if (answer.retry === 'never') return open(answer.message);
    return wait(`${answer.kind}: ${answer.message}`, UNREACHABLE_MS);
  }
  const { status } = answer;
  if (status >= 200 && status < 300) {
    return {
      kind: 'rules',
      text: new TextDecoder().decode(answer.body),
      reason: `status ${status}`,
      freshUntil: fresh,
    };
  }
  if (status >= 500 || status === 429) {
    const asked = parseRetryAfter(answer.headers['retry-after'], now);
    return wait(`status ${status}`, Math.max((asked?.seconds ?? 0) * 1000, UNREACHABLE_MS));
  }
  return open(`status ${status}`);
}
