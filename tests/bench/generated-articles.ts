import { articleIdOf, revisionIdOf } from '@wirewatch/shared/store/database/ids.ts';

const DAY = 86_400_000;
const WORDS = 250;
const FIRST = Date.UTC(2026, 0, 1);
const SYLLABLES = 'ba ce di fo gu ka le mi no pu ra se ti vo zu sha chi tor len mar'.split(' ');

/** 30,000 invented words, the most frequent ones first and shortest. */
export const VOCABULARY: readonly string[] = Array.from({ length: 30_000 }, (_, rank) => {
  let word = '';
  for (let left = rank + 20; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length];
  return word;
});

/** Rank by Zipf's law: the n-th word is drawn in proportion to 1/n (its distribution function is about ln n / ln N). */
function rank(random: number): number {
  return Math.min(VOCABULARY.length - 1, Math.floor(Math.exp(random * Math.log(VOCABULARY.length))) - 1);
}

/** The n-th of as many articles as are wanted, always the same: rows as a run leaves them, over 300 days and 500 outlets. */
export function articleNumber(n: number) {
  // mulberry32 (Tommy Ettinger, public domain algorithm).
  let state = (n + 1) * 2_654_435_761;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const words = (many: number) => Array.from({ length: many }, () => VOCABULARY[rank(random())]!).join(' ');
  const outlet = `outlet${Math.floor(random() ** 2 * 500)}.example`;
  const url = `https://${outlet}/${n}`;
  const id = articleIdOf(url);
  const seen = FIRST + Math.floor(random() * 300 * DAY);
  const revisionId = revisionIdOf(id, 1);
  const title = words(8);
  const version = 'bench';
  const country = ['EGY', 'FRA', 'USA', 'CHN', 'RUS', 'TUR', 'IRN', 'DEU', 'GBR', 'SYR'][Math.floor(random() * 10)]!;
  const topic = ['politics', 'economy', 'sport', 'conflict', 'science'][Math.floor(random() * 5)]!;
  const common = { rawHash: `raw${n}`, language: 'en', fetchedAt: seen };
  return {
    url,
    outlet: { id: outlet, host: outlet, name: outlet, nameFrom: 'host' as const, aliases: [], createdAt: FIRST },
    article: {
      ...{ id, url, urlKey: url, outletId: outlet, title, lane: 'live' as const, epoch: 1, enqueuedAt: 0 },
      ...{ attempts: 0, claims: 0, outcome: 'done' as const, outcomeStage: 'classify' as const, reason: 'well' },
      ...{ finishedAt: seen, rawHash: common.rawHash, fetchedAt: seen, revisionId, firstSeenAt: seen },
    },
    revision: {
      ...common,
      ...{ id: revisionId, articleId: id, number: 1, textHash: `text${n}`, title, byline: [] as string[] },
      text: words(WORDS),
      publishedAt: new Date(seen - 600_000).toISOString(),
      publishedMs: seen - 600_000,
      ...{ quality: { score: 80, reasons: [] as string[] }, cuts: [], version, createdAt: seen },
    },
    classification: {
      ...{ articleId: id, revisionId, language: 'en', topics: [{ code: `medtop:${topic}`, label: topic, score: 1 }] },
      ...{ topicScores: {}, countries: [country], events: [], version, updatedAt: seen },
      entities: [{ type: 'person' as const, name: `Person ${Math.floor(random() * 2000)}`, mentions: 1 }],
    },
    // A third of all articles are copies, in groups of up to a dozen.
    syndication: {
      ...{
        articleId: id,
        groupId: `g${random() < 0.33 ? Math.floor(n / 12) : n + 1_000_000}`,
        relation: 'unique' as const,
      },
      ...{ basis: [], confidence: 1, reason: 'r', version, updatedAt: seen },
    },
  };
}
