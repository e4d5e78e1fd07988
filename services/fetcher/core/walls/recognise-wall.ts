import { wallPhraseIn } from '@wirewatch/shared/text/wall-phrases.ts';
import { showsMoreWordsThan, visibleText } from './visible-words.ts';
import { CHALLENGE_MARKERS, CONSENT_MARKERS } from './wall-signs.ts';

/** What stands before the page, and by which sign it was recognised. */
export interface Wall {
  kind: 'bot' | 'consent';
  reason: string;
}

/** What the judgement needs of an answer. */
export interface WallFacts {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** The address that was asked for and the one that answered. */
  url: string;
  finalUrl: string;
  /** The body decoded well enough to find markers: Latin-1 for those, UTF-8 for phrases in other scripts. */
  html: string;
}

/** Walls stand at a page's beginning; an article that tells of one has its phrase further down, among many words. */
const LOOKED_AT_CHARS = 100_000;
/** A page with more visible words than this is more than a wall. Challenge pages that we know have 5 to 90. */
const WALL_WORDS = 150;

/** Recognises bot and consent walls by headers, status, address and words; null where the page seems to be itself. */
export function recogniseWall(facts: WallFacts): Wall | null {
  return byHeaders(facts) ?? byAddress(facts) ?? byBody(facts);
}

function byHeaders({ status, headers }: WallFacts): Wall | null {
  if (headers['cf-mitigated'] !== undefined) return bot(`header cf-mitigated: ${headers['cf-mitigated']}`);
  const waf = headers['x-amzn-waf-action'];
  if (waf !== undefined) return bot(`header x-amzn-waf-action: ${waf}`);
  const refusing = status === 403 || status === 429 || status === 503 || status === 405;
  if (refusing && headers['x-datadome'] !== undefined) return bot('header x-datadome');
  if (refusing && /\bpx/i.test(headers['x-px-block'] ?? '')) return bot('header x-px-block');
  return null;
}

/** Redirects to a place where consent is given: another host or path that is named for it. */
function byAddress({ url, finalUrl }: WallFacts): Wall | null {
  if (url === finalUrl) return null;
  const from = new URL(url);
  const to = new URL(finalUrl);
  const named = /^(consent|privacy|cmp|choices|guce)\./i;
  if (named.test(to.hostname) && !named.test(from.hostname)) return consent(`redirected to ${to.hostname}`);
  const path = /(^|\/)(consent|cookie-?wall|privacy-?(gate|wall|consent)|gdpr-consent)(\/|$|\.)/i;
  if (path.test(to.pathname) && !path.test(from.pathname)) return consent(`redirected to ${to.pathname}`);
  return null;
}

function byBody({ status, html }: WallFacts): Wall | null {
  const head = html.slice(0, LOOKED_AT_CHARS);
  if (showsMoreWordsThan(WALL_WORDS, head)) return null;
  const marker = CHALLENGE_MARKERS.find(({ pattern }) => pattern.test(head));
  if (marker !== undefined) return bot(`${marker.name} in a page of few words`);
  const phrase = wallPhraseIn(visibleText(head), ['bot']);
  if (phrase !== null) return bot(`"${phrase.words}" in a page of few words`);
  const wall = status < 300 ? CONSENT_MARKERS.find(({ pattern }) => pattern.test(head)) : undefined;
  return wall === undefined ? null : consent(`${wall.name} in a page of few words`);
}

function bot(reason: string): Wall {
  return { kind: 'bot', reason: `bot wall: ${reason}` };
}

function consent(reason: string): Wall {
  return { kind: 'consent', reason: `consent wall: ${reason}` };
}
