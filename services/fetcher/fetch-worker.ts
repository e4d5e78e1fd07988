import type { Running, ServiceContext } from '@wirewatch/shared/service.ts';
import { runStage, type Verdict } from '@wirewatch/shared/stage.ts';
import { settleAddress } from '@wirewatch/shared/store/articles/page-addresses.ts';
import type { ArticleRow, RawColumns } from '@wirewatch/shared/store/journey/journey.ts';
import { isOwnEntry } from '@wirewatch/shared/text/entry-address.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { createBackpressure } from './backpressure.ts';
import { characterAByte, pageAddresses } from './core/identity/page-address.ts';
import { admitPage, fetchPage, type PageAnswer, type PageDeps } from './fetch-page.ts';
import { foldRenamed } from './renamed.ts';
import { renamedFrom } from './renamed-page.ts';
import { FETCH_VERSION } from './version.ts';

type FetchedPage = Extract<PageAnswer, { kind: 'page' }>;

/** Pages in flight in one process; most of them wait for their server. */
const CONCURRENCY = 16;
/** A host that has not given a page for this long is given up: the page can be replayed. */
const PATIENCE_MS = 24 * 3_600_000;
const SHORTEST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Fetches pages: raw bytes to the blob store, then the row. */
export function startFetching(
  context: ServiceContext,
  deps: Omit<PageDeps, 'validators' | 'patient'>,
): Promise<Running> {
  const { blobs, store, now } = context;
  const pressure = createBackpressure(context);

  async function keepRaw(answer: FetchedPage): Promise<RawColumns> {
    return {
      rawHash: await blobs.put(answer.body),
      rawType: answer.contentType,
      rawBytes: answer.body.byteLength,
      warc: answer.answer.archived ?? null,
      finalUrl: answer.finalUrl,
      httpStatus: answer.status,
      validators: answer.validators ?? null,
      fetchedAt: answer.fetchedAt.getTime(),
    };
  }

  /** Whether the page is another article's, in words: found under another address of that one, or renamed. Null: it is its own. */
  async function settle(article: ArticleRow, answer: FetchedPage, patient: boolean): Promise<string | null> {
    const found = pageAddresses(answer.answer.hops, characterAByte(answer.body));
    const twin = await settleAddress(store, article, found, now());
    if (twin !== null) return `${redactUrl(found.url)} is the page of ${twin}`;
    const before = await renamedFrom(article, answer, { store, deps: { ...deps, patient } });
    if (before === null) return null;
    await foldRenamed(store, article, before, { raw: await keepRaw(answer), now: now() });
    return `the page of ${before.id}, renamed: ${redactUrl(before.link)} leads here`;
  }

  return runStage(context, {
    stage: 'fetch',
    version: FETCH_VERSION,
    concurrency: CONCURRENCY,
    async admit(article) {
      const pause = await pressure();
      if (isOwnEntry(article.url)) return pause;
      return pause > 0 ? pause : admitPage(article.url, { ...deps, patient: isPatient(article) });
    },
    async run({ article }): Promise<Verdict> {
      if (isOwnEntry(article.url)) return ownEntry(article);
      const patient = isPatient(article);
      const answer = await fetchPage(article.url, { ...deps, patient, validators: validatorsOf(article) });
      if (answer.kind === 'later') return later(article, answer, now());
      if (answer.kind === 'outcome') return { kind: 'ended', outcome: answer.outcome, reason: answer.reason };
      // An article that has a text stays what it is, wherever its address leads now.
      const settled = article.revisionId === null ? await settle(article, answer, patient) : null;
      if (settled !== null) return { kind: 'ended', outcome: 'same-page', reason: settled };
      const raw = await keepRaw(answer);
      const { rawHash } = raw;
      const same = rawHash === article.rawHash && article.outcome !== null;
      const kilobytes = Math.ceil(answer.body.byteLength / 1024);
      return {
        kind: 'ended',
        outcome: same ? 'unchanged' : 'passed',
        reason: same ? 'the same bytes as before' : `${kilobytes} kB from ${redactUrl(answer.finalUrl)}`,
        columns: raw,
      };
    },
  });
}

/** An entry without a page is never fetched: its text came with its feed. */
function ownEntry({ rawHash, outcome }: ArticleRow): Verdict {
  if (rawHash === null) {
    return { kind: 'ended', outcome: 'gone', reason: 'its text stood in its feed alone, and is no longer kept' };
  }
  const reason = 'its text stands in its feed: there is no page to look at';
  return { kind: 'ended', outcome: outcome === null ? 'passed' : 'unchanged', reason };
}

/** Batch work lets everybody else's requests to a host go first. */
function isPatient(article: ArticleRow): boolean {
  return article.lane === 'batch';
}

/** Validators are sent only where a 304 would tell us something: for a page that we have. */
function validatorsOf(article: ArticleRow): PageDeps['validators'] {
  return article.rawHash !== null && article.outcome !== null ? article.validators : null;
}

function waitedMs(article: ArticleRow, now: number): number {
  return now - (article.waitingSince ?? now);
}

/** Not now. Where the server named no time we wait as long again as we have waited, and give up after a day. */
function later(article: ArticleRow, answer: PageAnswer & { kind: 'later' }, now: number): Verdict {
  const waited = waitedMs(article, now);
  // A long queue before a host that answers is our own politeness: only what the host itself put off is given up.
  const hosts = answer.hostWide || (answer.answer !== null && article.lastError !== null);
  if (waited > PATIENCE_MS && hosts) {
    return {
      kind: 'ended',
      outcome: 'unreachable',
      reason: `given up after ${Math.round(waited / 3_600_000)} h: ${answer.reason}`,
    };
  }
  const own = Math.min(Math.max(waited, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
  return { kind: 'later', afterMs: answer.afterMs ?? own, reason: answer.reason };
}
