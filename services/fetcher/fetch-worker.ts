import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import { runStage, type Verdict } from '@wirewatch/shared/stage.ts';
import type { ArticleRow } from '@wirewatch/shared/store/journey.ts';
import { createBackpressure } from './backpressure.ts';
import { fetchPage, type PageAnswer, type PageDeps } from './fetch-page.ts';
import { FETCH_VERSION } from './version.ts';

/** Pages in flight in one process; most of them wait for their server. */
const CONCURRENCY = 16;
/** A host that has not given a page for this long is given up: the page can be replayed. */
const PATIENCE_MS = 24 * 3_600_000;
const SHORTEST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Fetches pages: raw bytes to the blob store, then the row. */
export function startFetching(context: ServiceContext, deps: Omit<PageDeps, 'validators'>): Promise<Running> {
  const { blobs, now } = context;
  const pressure = createBackpressure(context);
  return runStage(context, {
    stage: 'fetch',
    version: FETCH_VERSION,
    concurrency: CONCURRENCY,
    admit: pressure,
    async run({ article }): Promise<Verdict> {
      const answer = await fetchPage(article.url, { ...deps, validators: validatorsOf(article) });
      if (answer.kind === 'later') return later(article, answer, now());
      if (answer.kind === 'outcome') return { kind: 'ended', outcome: answer.outcome, reason: answer.reason };
      const rawHash = await blobs.put(answer.body);
      const same = rawHash === article.rawHash && article.outcome !== null;
      const kilobytes = Math.ceil(answer.body.byteLength / 1024);
      return {
        kind: 'ended',
        outcome: same ? 'unchanged' : 'passed',
        reason: same ? 'the same bytes as before' : `${kilobytes} kB from ${answer.finalUrl}`,
        save: async () => ({
          rawHash,
          rawType: answer.contentType,
          rawBytes: answer.body.byteLength,
          finalUrl: answer.finalUrl,
          httpStatus: answer.status,
          validators: answer.validators,
          fetchedAt: answer.fetchedAt.getTime(),
        }),
      };
    },
  });
}

/** Validators are sent only where a 304 would tell us something: for a page that we have. */
function validatorsOf(article: ArticleRow): PageDeps['validators'] {
  return article.rawHash !== null && article.outcome !== null ? article.validators : null;
}

/** Not now. Where the server named no time we wait as long again as we have waited, and give up after a day. */
function later(article: ArticleRow, answer: PageAnswer & { kind: 'later' }, now: number): Verdict {
  const waited = now - (article.waitingSince ?? now);
  if (waited > PATIENCE_MS) {
    return {
      kind: 'ended',
      outcome: 'unreachable',
      reason: `given up after ${Math.round(waited / 3_600_000)} h: ${answer.reason}`,
    };
  }
  const own = Math.min(Math.max(waited, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
  return { kind: 'later', afterMs: answer.afterMs ?? own, reason: answer.reason };
}
