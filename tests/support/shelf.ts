import type { Credit } from '@wirewatch/shared/contracts/credit.ts';
import type { Outcome } from '@wirewatch/shared/contracts/outcome.ts';
import type { Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import type { BlobStore } from '@wirewatch/shared/store/blobs/blobs.ts';
import { articleIdOf, revisionIdOf } from '@wirewatch/shared/store/database/ids.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { ensureOutlets } from '@wirewatch/shared/store/feeds/outlets.ts';
import { contentHash } from '@wirewatch/shared/text/content-hash.ts';
import { hostOf } from '@wirewatch/shared/text/host.ts';
import { urlKey } from '@wirewatch/shared/text/url.ts';

/** An article as a test wants it; what is left out is plain. */
export interface Shelved {
  url: string;
  title?: string;
  /** The text of each revision, oldest first; none: no text. */
  texts?: string[];
  html?: string;
  language?: string;
  at?: number;
  outcome?: Outcome;
  reason?: string;
  stage?: 'fetch' | 'clean' | 'dedup' | 'classify' | null;
  credit?: Credit | null;
  syndication?: Partial<Syndication>;
  topics?: Array<{ code: string; label: string; score: number }>;
  countries?: string[];
}

/** Puts an article into the store as the workers would leave it; returns its id. */
export async function shelve(store: Store, blobs: BlobStore | null, piece: Shelved): Promise<string> {
  const { articles, revisions, syndication, classifications, outcomes } = store.tables;
  const id = articleIdOf(piece.url);
  const at = piece.at ?? Date.now();
  const outlet = hostOf(piece.url);
  const texts = piece.texts ?? [];
  const rawHash = piece.html !== undefined && blobs ? await blobs.put(Buffer.from(piece.html)) : null;
  const outcome = piece.outcome ?? 'done';
  const stage = piece.stage ?? null;
  await store.write(async (tx) => {
    await ensureOutlets(store, tx, [outlet], at);
    await tx.insert(articles).values({
      id,
      url: piece.url,
      urlKey: urlKey(piece.url),
      outletId: outlet,
      title: piece.title ?? null,
      stage,
      lane: 'live',
      epoch: 1,
      waitingSince: stage === null ? null : at,
      enqueuedAt: at,
      attempts: 0,
      claims: 0,
      outcome: stage === null ? outcome : null,
      outcomeStage: outcome === 'done' ? 'classify' : 'clean',
      reason: piece.reason ?? 'as a test wants it',
      finishedAt: at,
      rawHash,
      rawType: rawHash === null ? null : 'text/html; charset=utf-8',
      rawBytes: piece.html?.length ?? null,
      revisionId: texts.length === 0 ? null : revisionIdOf(id, texts.length),
      fetchedAt: at,
      firstSeenAt: at,
    });
    for (const [index, text] of texts.entries()) {
      await tx.insert(revisions).values({
        id: revisionIdOf(id, index + 1),
        articleId: id,
        number: index + 1,
        rawHash: rawHash ?? 'none',
        textHash: `${id}-${index}`,
        contentHash: contentHash(text),
        title: piece.title ?? null,
        byline: [],
        text,
        language: piece.language ?? 'en',
        publishedAt: new Date(at).toISOString(),
        publishedFrom: 'meta',
        publishedMs: at,
        credit: piece.credit ?? null,
        quality: { score: 90, reasons: [] },
        cuts: [{ text: 'Share this', reason: 'share bar' }],
        version: 'clean-test',
        fetchedAt: at + index,
        createdAt: at + index,
      });
    }
    await tx.insert(outcomes).values({
      articleId: id,
      stage: 'fetch',
      epoch: 1,
      lane: 'live',
      outcome: 'passed',
      reason: 'as a test wants it',
      version: 'fetch-test',
      worker: 'test',
      waitedMs: 1,
      workedMs: 2,
      at,
    });
    if (piece.syndication) {
      const { group, ...stand } = piece.syndication;
      await tx.insert(syndication).values({
        articleId: id,
        groupId: group ?? id,
        relation: 'unique',
        basis: [],
        confidence: 0.9,
        reason: 'as a test wants it',
        version: 'dedup-test',
        updatedAt: at,
        ...stand,
      });
    }
    if (piece.topics || piece.countries) {
      await tx.insert(classifications).values({
        articleId: id,
        revisionId: revisionIdOf(id, Math.max(1, texts.length)),
        language: piece.language ?? 'en',
        topics: piece.topics ?? [],
        topicScores: {},
        entities: [],
        countries: piece.countries ?? [],
        events: [],
        version: 'classify-test',
        updatedAt: at,
      });
    }
  });
  return id;
}
