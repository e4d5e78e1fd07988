import type { Logger } from '@wirewatch/shared/log.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import type { HttpResponse } from './http/answer.ts';
import type { HttpClient } from './http/client.ts';
import type { WarcExchange } from './warc/record.ts';
import type { WarcWriter } from './warc/writer.ts';

/** A client whose every whole response is archived before it is handed on, with the record that it became. An archive that fails is logged and delays nothing. */
export function archivingClient(
  http: HttpClient,
  writer: Pick<WarcWriter, 'write' | 'close'>,
  log: Logger,
): HttpClient {
  return {
    async get(url, options) {
      const answer = await http.get(url, options);
      if (!answer.ok) return answer;
      try {
        const { record, file } = await writer.write(exchangeOf(answer));
        return { ...answer, archived: { record, file } };
      } catch (error) {
        log.error({ url: redactUrl(answer.finalUrl), error: (error as Error).message }, 'not archived');
        return answer;
      }
    },
    post: (url, form) => http.post(url, form),
    async close() {
      await http.close();
      await writer.close();
    },
  };
}

/** The last request of an exchange and what answered it, as an archive keeps it. */
function exchangeOf(answer: HttpResponse): WarcExchange {
  const codings = answer.rawHeaders.filter(([name]) => isCoding(name)).map(([, value]) => value);
  return {
    url: answer.finalUrl,
    fetchedAt: answer.startedAt.toISOString(),
    ip: null,
    request: {
      method: 'GET',
      headers: [['Host', new URL(answer.finalUrl).host], ...Object.entries(answer.requestHeaders)],
    },
    response: {
      status: answer.status,
      statusText: answer.statusText,
      // The body is decoded already: a header that says otherwise would make readers decode it once more.
      headers: answer.rawHeaders.filter(([name]) => !isCoding(name)),
      body: answer.body,
    },
    truncated: answer.cut ? 'length' : null,
    metadata: [
      ...codings.map((coding) => ['contentEncodingRemoved', coding] as const),
      ...answer.hops.slice(0, -1).map((hop) => ['via', `${hop.url} ${hop.status}`] as const),
      ['fetchTimeMs', String(answer.elapsedMs)] as const,
    ],
  };
}

function isCoding(name: string): boolean {
  return name.toLowerCase() === 'content-encoding';
}
