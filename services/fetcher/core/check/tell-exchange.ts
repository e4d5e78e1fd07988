import type { CheckStep } from '@wirewatch/shared/feeds/check-step.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import type { Hop, HttpAnswer } from '../../http/answer.ts';

/** What came over the wire: the answer, the way to it, how its bytes were packed. */
export function tellExchange(answer: HttpAnswer): CheckStep[] {
  const redirects = tellRedirects(answer.hops);
  if (!answer.ok) {
    const said = `${answer.kind}: ${answer.message}`;
    return [{ step: 'answer', level: 'bad', said }, ...redirects];
  }
  const { status, transferredBytes, body, elapsedMs } = answer;
  const level = status === 200 ? 'good' : status < 400 ? 'warning' : 'bad';
  const size = `${transferredBytes} bytes${body.length === transferredBytes ? '' : `, ${body.length} unpacked`}`;
  return [
    {
      step: 'answer',
      level,
      said: `status ${status} after ${elapsedMs} ms (our own gap between requests included), ${size}${status === 200 ? `; ${tellValidators(answer.headers)}` : ''}`,
    },
    ...redirects,
    { step: 'encoding', level: 'good', said: tellPacking(answer.headers) },
  ];
}

function tellValidators({ etag, 'last-modified': lastModified }: Record<string, string>): string {
  const given = [...(etag === undefined ? [] : ['an ETag']), ...(lastModified === undefined ? [] : ['Last-Modified'])];
  return given.length === 0
    ? 'no validators: each poll costs the whole body'
    : `${given.join(' and ')}: later polls may cost a 304`;
}

function tellPacking(headers: Record<string, string>): string {
  const coding = headers['content-encoding'] ?? 'none';
  return `content coding ${coding}; content type ${headers['content-type'] ?? 'not said'}`;
}

const LASTING = new Set([301, 308]);

function tellRedirects(hops: readonly Hop[]): CheckStep[] {
  const ways = hops.flatMap(({ status, location }) => (location === null ? [] : [{ status, location }]));
  if (ways.length === 0) return [{ step: 'redirects', level: 'good', said: 'none' }];
  const said = ways.map(({ status, location }) => `${status} to ${redactUrl(location)}`).join(', then ');
  const lasting = ways.every(({ status }) => LASTING.has(status));
  const kept = lasting
    ? 'lasting: after ten sightings in a row the new address is kept'
    : 'passing, at least in part: the address that was given stays';
  return [{ step: 'redirects', level: 'good', said: `${said} (${kept})` }];
}
