import { createHash } from 'node:crypto';
import { loadClassifier } from '@wirewatch/classifier/load.ts';
import { CLASSIFY_VERSION } from '@wirewatch/classifier/version.ts';
import { cleanPage } from '@wirewatch/cleaner/core/clean-page.ts';
import { CLEAN_VERSION } from '@wirewatch/cleaner/version.ts';
import { Engine } from '@wirewatch/deduplicator/engine.ts';
import { MemoryPort } from '@wirewatch/deduplicator/memory-port.ts';
import { DEDUP_VERSION } from '@wirewatch/deduplicator/version.ts';
import { expect, test } from 'vitest';
import { unmarked } from 'wirewatch/sample-web/article.ts';
import { ARTICLES } from 'wirewatch/sample-web/articles/index.ts';
import { addressOf, outletOf } from 'wirewatch/sample-web/outlets.ts';
import { allPages, currentState } from 'wirewatch/sample-web/pages.ts';
import { TRUTH } from 'wirewatch/sample-web/truth.ts';

/**
 * The rule: a stage's version names what its results are on a fixed sample (the sample web in both of its states), so that the archive is
 * stale when results change and stays fresh when only the code reads better. A change that the sample does not show is told by
 * raising the number before the point by hand.
 */
function sampleHash(results: unknown): string {
  // Six places: enough to see any change of a rule, and nothing that a compiler's last digit could move.
  const text = JSON.stringify(results, (_, value) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(6)) : value,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

const STATES = [currentState(ARTICLES, false), currentState(ARTICLES, true)];

function cleaned(): unknown {
  return [false, true].flatMap((revised) =>
    [...allPages(ARTICLES, revised)].map(([url, page]) => {
      const { frameBlocks: _, ...result } = cleanPage({ url, body: page.body, contentType: page.contentType });
      return result;
    }),
  );
}

async function deduplicated(): Promise<unknown> {
  const credits = new Map(TRUTH.map((truth) => [truth.url, truth.credit]));
  const port = new MemoryPort();
  const engine = new Engine(port);
  const articles = STATES[0]!
    .filter(({ answer }) => answer === undefined)
    .map((article) => ({
      id: addressOf(article),
      url: addressOf(article),
      host: outletOf(article).host,
      outlet: outletOf(article).name,
      title: article.title,
      text: article.paragraphs.map(unmarked).join('\n\n'),
      language: article.language,
      credit: credits.get(addressOf(article)) ?? null,
      published: article.published,
      fetched: article.published,
    }));
  for (const article of articles) await engine.publish(article);
  const ids = articles.map(({ id }) => id);
  await engine.weigh(ids);
  await engine.settle(ids);
  return ids.map((id) => [id, port.syndication.get(id)]);
}

function classified(): unknown {
  const classifier = loadClassifier();
  return STATES.flat().map(({ title, paragraphs, published }, at) =>
    classifier.classify({
      id: String(at),
      title,
      text: paragraphs.map(unmarked).join('\n\n'),
      publishedAt: published,
    }),
  );
}

test.each<[string, string, () => unknown]>([
  ['services/cleaner/version.ts', CLEAN_VERSION, cleaned],
  ['services/deduplicator/version.ts', DEDUP_VERSION, deduplicated],
  ['services/classifier/version.ts', CLASSIFY_VERSION, classified],
])('the version in %s is that of the results on the sample', async (file, version, results) => {
  expect(version.split('.')[1], `results on the sample have changed: say so in ${file}`).toBe(
    sampleHash(await results()),
  );
});

test('a result that changes is seen, and one that stays is not', () => {
  const result = { text: 'Ferries stop.', score: 0.1 + 0.2 };
  expect(sampleHash(result)).toBe(sampleHash({ text: 'Ferries stop.', score: 0.3 }));
  expect(sampleHash(result)).not.toBe(sampleHash({ ...result, text: 'Ferries stop' }));
});
