import { TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';
import type { Features } from '../core/topics/features.ts';
import { BUCKETS } from '../core/topics/hash.ts';
import { type NeighbourIndex, RARITY_STEPS, SHARE_STEPS } from '../core/topics/neighbours.ts';
import type { Sample } from './article-weights.ts';
import { SENTENCES } from './corpus.ts';

/** Features kept of each text, its rarest: 80 gained nothing over 40, 24 lost .003 of macro F1. */
const KEPT = 40;
/** What the numbers of texts, two bytes wide, can hold. */
const MOST_TEXTS = 1 << 16;

/**
 * An index of the labelled articles among samples; single sentences are too short to be near anything.
 * @throws Error where they are more than the index's numbers hold
 */
export function buildNeighbours(samples: readonly Sample[], version: string): NeighbourIndex {
  const articles = samples.filter(({ row }) => row.source !== SENTENCES);
  if (articles.length > MOST_TEXTS) throw new Error(`index of texts: ${articles.length} are more than ${MOST_TEXTS}`);
  const rarity = rarityOf(articles);
  const byBucket = new Map<number, { text: number; share: number }[]>();
  for (const [text, { features }] of articles.entries()) {
    for (const { bucket, share } of rarest(features, rarity)) {
      const entries = byBucket.get(bucket);
      if (entries) entries.push({ text, share });
      else byBucket.set(bucket, [{ text, share }]);
    }
  }
  const counts = Uint16Array.from({ length: BUCKETS }, (_, b) => byBucket.get(b)?.length ?? 0);
  const entries = [...byBucket].sort(([a], [b]) => a - b).flatMap(([, found]) => found);
  return {
    version,
    classes: Uint8Array.from(articles, ({ row }) => TOP_CODES.indexOf(row.iptc[0]!)),
    rarity,
    counts,
    texts: Uint16Array.from(entries, ({ text }) => text),
    shares: Uint8Array.from(entries, ({ share }) => share),
  };
}

function rarityOf(articles: readonly Sample[]): Uint8Array {
  const having = new Uint32Array(BUCKETS);
  for (const { features } of articles) for (const at of features.buckets) having[at]! += 1;
  return Uint8Array.from(having, (n) =>
    Math.min(255, Math.round(RARITY_STEPS * Math.log(articles.length / Math.max(n, 1)))),
  );
}

/** A text's features that weigh most by count and rarity, as shares of a vector of length 1 made of them alone. */
function rarest({ buckets, values }: Features, rarity: Uint8Array): { bucket: number; share: number }[] {
  const kept = [...buckets]
    .map((bucket, k) => ({ bucket, value: values[k]! * rarity[bucket]! }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || a.bucket - b.bucket)
    .slice(0, KEPT);
  const length = Math.hypot(...kept.map(({ value }) => value));
  return kept.map(({ bucket, value }) => ({
    bucket,
    share: Math.max(1, Math.round((SHARE_STEPS * value) / length)),
  }));
}
