import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import type { FailureKind } from './answer.ts';
import { startDeadline } from './deadline.ts';
import { classifyError, describeError } from './failure.ts';
import { requestOnce, type Transport } from './one-request.ts';
import { headersFor } from './request-headers.ts';
import { parseRequestUrl, resolveLocation } from './request-url.ts';

/** What came of a form that was sent. */
export type PostAnswer = { ok: true; status: number } | { ok: false; kind: FailureKind; message: string };

/** Answers to forms are short; their bodies are not read further. */
const FORM_ANSWER_BYTES = 64 * 1024;
/** Under these the form itself is to be sent again (RFC 9110, 15.4.8 and 15.4.9); the others turn it into a GET, which tells nobody. */
const SAME_METHOD = new Set([307, 308]);
const MOST_REDIRECTS = 3;

/** Sends a form, also to where a redirect that keeps its method leads. Never throws. */
export async function sendForm(
  transport: Transport,
  userAgent: string,
  deadlineMs: number,
  rawUrl: string,
  form: URLSearchParams,
): Promise<PostAnswer> {
  const first = parseRequestUrl(rawUrl);
  if (typeof first === 'string') return { ok: false, kind: 'bad-url', message: `${first}: ${redactUrl(rawUrl)}` };
  const deadline = startDeadline(deadlineMs, undefined);
  const size = { maxBytes: FORM_ANSWER_BYTES, over: 'cut' as const };
  let target = first;
  try {
    for (let redirects = 0; ; redirects += 1) {
      const headers = headersFor(target, first, userAgent, {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      const answer = await requestOnce(transport, target, {
        headers,
        size,
        signal: deadline.signal,
        form: form.toString(),
      });
      if ('error' in answer) {
        const cut = deadline.ended();
        const kind = cut?.kind ?? classifyError(answer.error, answer.sawHeaders);
        return { ok: false, kind, message: cut?.message ?? describeError(answer.error, target.href) };
      }
      if (!('location' in answer) || !SAME_METHOD.has(answer.status)) return { ok: true, status: answer.status };
      const next = resolveLocation(answer.location, target.href);
      if (typeof next === 'string') {
        return { ok: false, kind: 'bad-url', message: `redirect to ${redactUrl(answer.location)}: ${next}` };
      }
      if (redirects === MOST_REDIRECTS) {
        return { ok: false, kind: 'too-many-redirects', message: `more than ${MOST_REDIRECTS} redirects of a form` };
      }
      target = { ...next, authorization: null };
    }
  } finally {
    deadline.clear();
  }
}
