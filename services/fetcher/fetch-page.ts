import { setTimeout as wait } from 'node:timers/promises';
import type { Outcome } from '@wirewatch/shared/contracts/outcome.ts';
import { readPageDirectives } from './core/robots/page-directives.ts';
import { judgePage } from './core/walls/page-verdict.ts';
import { sendsOn } from './core/walls/sends-on.ts';
import type { HttpAnswer, HttpResponse } from './http/answer.ts';
import type { GetOptions, HopRefusal, HttpClient } from './http/client.ts';
import { createHopGate, type HopGate, holderName } from './politeness/hop-gate.ts';
import { authorityOf, type HostGate } from './politeness/host-gate.ts';
import type { RobotsGate } from './politeness/robots-gate.ts';

/** What became of one request for a page. */
export type PageAnswer =
  | {
      kind: 'page';
      finalUrl: string;
      status: number;
      contentType: string | null;
      body: Uint8Array;
      fetchedAt: Date;
      /** To be sent back when the page is fetched again. */
      validators: GetOptions['validators'];
      answer: HttpResponse;
    }
  | { kind: 'outcome'; outcome: Outcome; reason: string; answer: HttpAnswer | null }
  /** Not now. `hostWide`: nothing else is to be fetched from `host` either. `afterMs` null: the caller's own backoff. */
  | {
      kind: 'later';
      afterMs: number | null;
      reason: string;
      host: string;
      hostWide: boolean;
      answer: HttpAnswer | null;
    };

/** What of a site's wishes beyond politeness is honoured. */
export interface PageWishes {
  /** robots.txt (RFC 9309). */
  robots: boolean;
  /** noindex in `meta robots` or X-Robots-Tag. */
  metaRobots: boolean;
  /** noai, TDM reservation; the part in robots.txt is the robots gate's own option. */
  aiOptOut: boolean;
}

const WISHES: PageWishes = { robots: true, metaRobots: false, aiOptOut: false };

export interface PageDeps {
  http: HttpClient;
  gate: HostGate;
  robots: RobotsGate;
  userAgent: string;
  now: () => Date;
  sleep?: (ms: number) => Promise<void>;
  wishes?: Partial<PageWishes>;
  maxBytes?: number;
  /** Batch work: lets everybody else's requests to the host go first. */
  patient?: boolean;
  /** For a page that was fetched before. */
  validators?: GetOptions['validators'];
}

const ACCEPT = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5';

/**
 * Asks for leave to fetch a page before any work is put into it: robots.txt first, which knows the gap to keep. Leave is kept for this
 * address until `fetchPage` has used it.
 * @returns milliseconds to wait for our own pace; 0 also where `fetchPage` has something to say: a refusal, a host that asks for a
 *   pause or is lost
 */
export async function admitPage(
  url: string,
  deps: Pick<PageDeps, 'gate' | 'robots' | 'wishes' | 'sleep' | 'patient'>,
): Promise<number> {
  if (!URL.canParse(url)) return 0;
  const robots = await robotsOf(url, deps);
  if ('kind' in robots) return robots.kind === 'later' && !robots.hostWide ? (robots.afterMs ?? 0) : 0;
  const wishes = { patient: deps.patient ?? false, minGapMs: robots.crawlDelayMs };
  const { waitMs, why } = await deps.gate.reserve(authorityOf(url), pageHolder(url), wishes);
  return why === 'dead' || why === 'blocked' ? 0 : waitMs;
}

/**
 * Fetches one article page: robots and politeness are asked before every hop, and whatever comes back is one of three
 * things: a page, an outcome that ends the article's journey, or "later". Throws only for faults of our own.
 */
export async function fetchPage(url: string, deps: PageDeps): Promise<PageAnswer> {
  const wishes = { ...WISHES, ...deps.wishes };
  const sleep = deps.sleep ?? ((ms: number) => wait(ms));
  const patient = deps.patient ?? false;
  const hops = createHopGate(deps.gate, pageHolder(url), sleep);
  let stopped: PageAnswer | null = null;
  let entered = false;
  let answer: HttpAnswer | null = null;
  try {
    answer = await deps.http.get(url, {
      headers: { accept: ACCEPT },
      validators: deps.validators ?? null,
      leadsOn: sendsOn,
      checkHop: async (hop) => {
        const robots = await robotsOf(hop, deps);
        if ('kind' in robots) {
          stopped = robots;
          return { refusal: robots.reason };
        }
        entered = true;
        return hops.enter(hop, { minGapMs: robots.crawlDelayMs, patient });
      },
      ...(deps.maxBytes === undefined ? {} : { maxBytes: deps.maxBytes }),
    });
  } finally {
    await hops.leave(answer);
    // Leave that was given in advance and not used (robots said no or wait) goes back as well.
    if (!entered && URL.canParse(url)) await deps.gate.release(authorityOf(url), pageHolder(url), null);
  }
  return stopped ?? askLater(hops, null) ?? (await conclude(answer, deps, wishes));
}

/** Robots of one hop: the crawl-delay to keep, or what ends the fetch. */
async function robotsOf(
  url: string,
  deps: Pick<PageDeps, 'gate' | 'robots' | 'wishes' | 'sleep' | 'patient'>,
): Promise<{ crawlDelayMs: number } | (PageAnswer & { reason: string })> {
  if (deps.wishes?.robots === false) return { crawlDelayMs: 0 };
  const host = authorityOf(url);
  const sleep = deps.sleep ?? ((ms: number) => wait(ms));
  const hops = createHopGate(deps.gate, holderName('robots', new URL(url).origin), sleep);
  const enter = (hop: string): Promise<HopRefusal | undefined> => hops.enter(hop, { patient: deps.patient ?? false });
  const verdict = await deps.robots.check(url, enter).finally(() => hops.leave(null));
  const waiting = askLater(hops, null);
  if (waiting !== null) return waiting;
  if (verdict.kind === 'allow') return { crawlDelayMs: verdict.crawlDelayMs };
  if (verdict.kind === 'refuse')
    return { kind: 'outcome', outcome: 'refused-by-robots', reason: verdict.reason, answer: null };
  if (verdict.lost) await deps.gate.markDead(host);
  return { kind: 'later', afterMs: verdict.afterMs, reason: verdict.reason, host, hostWide: true, answer: null };
}

function askLater(hops: HopGate, answer: HttpAnswer | null): (PageAnswer & { kind: 'later' }) | null {
  const waiting = hops.waiting();
  if (waiting === null) return null;
  const { host, why, waitMs } = waiting;
  const hostWide = why === 'blocked' || why === 'dead';
  return { kind: 'later', afterMs: waitMs, reason: `${host} is ${why}`, host, hostWide, answer };
}

function pageHolder(url: string): string {
  return holderName('page', url);
}

async function conclude(answer: HttpAnswer, deps: PageDeps, wishes: PageWishes): Promise<PageAnswer> {
  const verdict = judgePage(answer, (deps.validators ?? null) !== null, deps.now());
  if (verdict.kind === 'later') {
    const host = authorityOf(answer.ok ? answer.finalUrl : answer.failedUrl);
    if (answer.ok && verdict.hostWide && verdict.afterMs !== null) await deps.gate.block(host, verdict.afterMs);
    return { ...verdict, host, answer };
  }
  if (verdict.kind === 'outcome') return { ...verdict, answer };
  const response = answer as HttpResponse;
  const refusal = refusedByPage(response, deps.userAgent, wishes);
  if (refusal !== null) return { kind: 'outcome', outcome: 'refused-by-robots', reason: refusal, answer };
  const { headers, finalUrl, status, body } = response;
  const etag = headers.etag ?? null;
  const lastModified = headers['last-modified'] ?? null;
  return {
    kind: 'page',
    finalUrl,
    status,
    contentType: headers['content-type'] ?? null,
    body,
    fetchedAt: response.startedAt,
    validators: etag === null && lastModified === null ? null : { url: finalUrl, etag, lastModified },
    answer: response,
  };
}

function refusedByPage(answer: HttpResponse, userAgent: string, wishes: PageWishes): string | null {
  if (!wishes.metaRobots && !wishes.aiOptOut) return null;
  const html = new TextDecoder('latin1').decode(answer.body);
  const { directives, tdmReserved } = readPageDirectives(answer.headers, html, userAgent);
  if (wishes.metaRobots && directives.includes('noindex')) return 'the page says noindex';
  if (wishes.aiOptOut && directives.includes('noai')) return 'the page says noai';
  if (wishes.aiOptOut && tdmReserved) return 'the page reserves text and data mining (TDMRep)';
  return null;
}
