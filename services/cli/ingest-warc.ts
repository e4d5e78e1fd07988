import { basename } from 'node:path';
import { judgePage } from '@wirewatch/fetcher/core/walls/page-verdict.ts';
import type { HttpResponse } from '@wirewatch/fetcher/http/answer.ts';
import { type ArchivedPage, type ArchiveProblem, readWarc } from '@wirewatch/fetcher/warc/reader.ts';
import type { BlobStore } from '@wirewatch/shared/store/blobs/blobs.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { redactUrls } from '@wirewatch/shared/text/redact-url.ts';
import { normaliseUrl } from '@wirewatch/shared/text/url.ts';
import { ingestPage } from './archive/ingest.ts';
import { tell } from './options.ts';

/** Problems told one by one; the rest is counted. */
const MOST_TOLD = 20;

/**
 * Replays an archive: its pages set out from the cleaner in the batch lane, fetched when the archive says; of what is no page, and of what
 * cannot be read, the number is told on standard error.
 * @param room how many times the usual bounds a page may take, see `pageRoom`
 * @throws Error where the file cannot be read at all
 */
export async function ingestWarc(store: Store, blobs: BlobStore, file: string, room: number): Promise<void> {
  const passedOver = new Map<string, number>();
  const problems: ArchiveProblem[] = [];
  let [taken, known] = [0, 0];
  const pages = readWarc(file, { onProblem: (problem) => problems.push(problem), room });
  try {
    for await (const page of pages) {
      const url = normaliseUrl(page.url)?.replace(/#.*$/, '') ?? null;
      const verdict = url === null ? null : judgePage(asAnswer(page, url), false, new Date(page.fetchedAt));
      if (url === null || verdict?.kind !== 'page') {
        const why = verdict?.kind === 'outcome' ? verdict.outcome : 'unreachable';
        passedOver.set(why, (passedOver.get(why) ?? 0) + 1);
        continue;
      }
      const contentType = headerOf(page, 'content-type');
      const warc = page.record === null ? null : { record: page.record, file: basename(file) };
      const given = { url, body: page.body, contentType, fetchedAt: Date.parse(page.fetchedAt), warc };
      const { taken: isNew } = await ingestPage(store, blobs, given, { now: Date.now(), lane: 'batch' });
      if (isNew) taken += 1;
      else known += 1;
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code?.startsWith('E')) throw new Error(`cannot read ${file}: ${(error as Error).message}`);
    throw error;
  }
  for (const { kind, message } of problems.slice(0, MOST_TOLD)) tell(`${kind}: ${redactUrls(message)}`);
  if (problems.length > MOST_TOLD) tell(`and ${problems.length - MOST_TOLD} problems more`);
  const others = [...passedOver].map(([why, count]) => `${count} ${why}`);
  const rest = others.length > 0 ? `, passed over ${others.join(', ')}` : '';
  tell(`${file}: ${taken} pages taken in, ${known} known already${rest}, ${problems.length} problems`);
}

/** An archived page as if it had just been answered, so that it is judged as a fetched one is. */
function asAnswer(page: ArchivedPage, url: string): HttpResponse {
  const headers = Object.fromEntries(page.headers.map(([name, value]) => [name.toLowerCase(), value]));
  return {
    ok: true,
    url,
    finalUrl: url,
    hops: [{ url, status: page.status, location: null }],
    status: page.status,
    statusText: '',
    headers,
    rawHeaders: [],
    body: page.body,
    transferredBytes: page.body.byteLength,
    cut: false,
    requestHeaders: {},
    startedAt: new Date(page.fetchedAt),
    elapsedMs: 0,
  };
}

function headerOf(page: ArchivedPage, name: string): string | null {
  return page.headers.findLast(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}
