import type { Outcome } from '@wirewatch/shared/contracts/outcome.ts';
import type { HttpAnswer, HttpResponse } from '../../http/answer.ts';
import { parseRetryAfter } from '../schedule/retry-after.ts';
import { recogniseWall } from './recognise-wall.ts';
import { sniffHtml } from './sniff-html.ts';

/** What an answer means for an article's page. Times in milliseconds. */
export type PageVerdict =
  | { kind: 'page' }
  | { kind: 'outcome'; outcome: Outcome; reason: string }
  /** `hostWide`: every page of that host would be told the same. `afterMs` null: the caller's own backoff. */
  | { kind: 'later'; afterMs: number | null; reason: string; hostWide: boolean };

/** Without a word of the server's on when: an hour, as for feeds. */
const RATE_LIMIT_MS = 3_600_000;

/** Sorts an answer to a request for an article's page. `conditional`: validators were sent. */
export function judgePage(answer: HttpAnswer, conditional: boolean, now: Date): PageVerdict {
  if (!answer.ok) return judgeFailure(answer);
  const { status } = answer;
  if (status === 304 && conditional) return ended('unchanged', 'the server says 304 Not Modified');
  if (status === 404 || status === 410) return ended('gone', `the server says ${status}`);
  const wall = recogniseWall({ ...answer, html: asText(answer) });
  if (wall !== null) return ended('blocked', `${wall.reason} (status ${status})`);
  if (status === 429) return later(answer, now, RATE_LIMIT_MS, true);
  if (status >= 500 || status === 408 || status === 425) return later(answer, now, null, false);
  if (status >= 400) return ended('refused', `the server says ${status}`);
  if (status < 200 || status >= 300) return ended('unreachable', `status ${status} leads nowhere`);
  if (answer.body.length === 0) return ended('empty', `status ${status} without a body`);
  if (ledHome(answer)) return ended('not-an-article', 'redirected to the home page');
  const type = answer.headers['content-type'] ?? '';
  if (!sniffHtml(type, answer.body))
    return ended('not-an-article', `no HTML: ${type.split(';')[0] || 'no type given'}`);
  return { kind: 'page' };
}

function judgeFailure(answer: HttpAnswer & { ok: false }): PageVerdict {
  const reason = `${answer.kind}: ${answer.message}`;
  switch (answer.kind) {
    case 'unsafe':
    case 'bad-url':
      return ended('unsafe', reason);
    case 'too-large':
      return ended('too-large', reason);
    case 'encoding':
      return ended('quarantined', reason);
    case 'redirect-loop':
    case 'too-many-redirects':
      return ended('unreachable', reason);
    case 'dns':
    case 'connect':
    case 'tls':
      return { kind: 'later', afterMs: null, reason, hostWide: true };
    default:
      return { kind: 'later', afterMs: null, reason, hostWide: false };
  }
}

function later(answer: HttpResponse, now: Date, otherwiseMs: number | null, hostWide: boolean): PageVerdict {
  const asked = parseRetryAfter(answer.headers['retry-after'], now);
  const afterMs = asked === null ? otherwiseMs : asked.seconds * 1000;
  const words = asked === null ? '' : `, Retry-After ${asked.seconds} s${asked.capped ? ' (cut from more)' : ''}`;
  return { kind: 'later', afterMs, reason: `the server says ${answer.status}${words}`, hostWide };
}

function ended(outcome: Outcome, reason: string): PageVerdict {
  return { kind: 'outcome', outcome, reason };
}

/** Sites that drop an article often send its readers to the front page instead of saying 404. */
function ledHome(answer: HttpResponse): boolean {
  const from = new URL(answer.url);
  const to = new URL(answer.finalUrl);
  return from.pathname.length > 1 && to.pathname === '/' && to.search === '' && answer.hops.length > 1;
}

/** Markers are ASCII and phrases UTF-8 on every wall seen; the page's true charset is the cleaner's to decide. */
function asText(answer: HttpResponse): string {
  return new TextDecoder().decode(answer.body.subarray(0, 400_000));
}
