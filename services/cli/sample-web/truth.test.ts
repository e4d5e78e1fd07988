import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { expect, test } from 'vitest';
import type { SampleArticle } from './article.ts';
import { ARTICLES } from './articles/index.ts';
import { addressOf, OUTLETS } from './outlets.ts';
import { currentState } from './pages.ts';
import { APART, TRUTH, type Truth } from './truth.ts';

const byUrl = new Map(ARTICLES.map((article) => [addressOf(article), article]));
const truthByUrl = new Map(TRUTH.map((truth) => [truth.url, truth]));

const at = (url: string | null): SampleArticle => byUrl.get(url ?? '')!;
const truthAt = (url: string): Truth => truthByUrl.get(url)!;

/** Runs of five words; of five characters where words are not written apart. */
function shingles(article: Pick<SampleArticle, 'paragraphs'>): Set<string> {
  const tokens = tokenize(article.paragraphs.join('\n')).flatMap((token) =>
    /\p{Script=Han}/u.test(token) ? Array.from(token) : [token],
  );
  return new Set(tokens.slice(4).map((_, index) => tokens.slice(index, index + 5).join(' ')));
}

/** The share of one text's shingles that the other has. */
function coverage(one: Pick<SampleArticle, 'paragraphs'>, other: Pick<SampleArticle, 'paragraphs'>): number {
  const own = shingles(one);
  return own.intersection(shingles(other)).size / own.size;
}

const ofKind = (kind: Truth['kind']) => TRUTH.filter((truth) => truth.kind === kind);

test('the sample web is as large and as mixed as it says', () => {
  expect(Object.keys(OUTLETS).length).toBeGreaterThanOrEqual(9);
  expect(ARTICLES.filter((article) => article.plan.relation !== null).length).toBeGreaterThanOrEqual(64);
  expect(new Set(ARTICLES.map((article) => article.language))).toEqual(
    new Set(['en', 'tr', 'ar', 'ru', 'fr', 'de', 'es', 'zh']),
  );
  for (const outlet of Object.values(OUTLETS)) expect(outlet.host).toMatch(/\.example$/);
});

test('the truth covers every article once', () => {
  expect(TRUTH.length).toBe(ARTICLES.length);
  expect(truthByUrl.size).toBe(ARTICLES.length);
});

test('every kind of repost is planted', () => {
  const kinds = new Set(TRUTH.map((truth) => truth.kind));
  for (const kind of ['exact', 'wrapped', 'cut', 'edited', 'reordered', 'chain', 'translation', 'excerpt'] as const)
    expect(kinds).toContain(kind);
  expect(kinds).toContain('credit-alone');
  expect(kinds).toContain('other-url');
  expect(TRUTH.some((truth) => truth.later !== null)).toBe(true);
});

test('a text is an original exactly if another outlet repeats it', () => {
  const copied = new Set(TRUTH.filter((truth) => truth.relation === 'copy').map((truth) => truth.originalUrl));
  for (const truth of TRUTH)
    expect([truth.url, truth.relation === 'original']).toEqual([truth.url, copied.has(truth.url)]);
});

test('copies are younger than their originals, by less than a day', () => {
  for (const truth of TRUTH.filter((each) => each.originalUrl !== null)) {
    const lag = Date.parse(at(truth.url).published) - Date.parse(at(truth.originalUrl).published);
    expect([truth.url, lag > 0 && lag < 36 * 3_600_000]).toEqual([truth.url, true]);
  }
});

test.each(['exact', 'wrapped', 'reordered'] as const)('%s copies have all of the words', (kind) => {
  for (const truth of ofKind(kind)) {
    const [copy, original] = [at(truth.url), at(truth.originalUrl)];
    // Where paragraphs move, the shingles across their borders change, and nothing else.
    const least = kind === 'reordered' ? 0.85 : 1;
    expect(coverage(copy, original)).toBeGreaterThanOrEqual(least);
    expect(coverage(original, copy)).toBeGreaterThanOrEqual(least);
    expect(kind === 'reordered').toBe(copy.paragraphs.join() !== original.paragraphs.join());
  }
});

test('cut copies lack the end and change nothing else', () => {
  for (const truth of ofKind('cut')) {
    expect(coverage(at(truth.url), at(truth.originalUrl))).toBe(1);
    const kept = coverage(at(truth.originalUrl), at(truth.url));
    expect([truth.url, kept > 0.5 && kept < 0.9]).toEqual([truth.url, true]);
  }
});

test.each(['edited', 'chain'] as const)('%s copies have most of the words and another headline', (kind) => {
  for (const truth of ofKind(kind)) {
    const share = coverage(at(truth.url), at(truth.originalUrl));
    expect([truth.url, share > 0.7 && share < 1]).toEqual([truth.url, true]);
    expect(at(truth.url).title).not.toBe(at(truth.originalUrl).title);
  }
});

test('the excerpt quotes two or three paragraphs within a longer text of its own', () => {
  for (const truth of ofKind('excerpt')) {
    const original = at(truth.originalUrl);
    const quoted = at(truth.url).paragraphs.filter((paragraph) => original.paragraphs.includes(paragraph));
    expect([2, 3]).toContain(quoted.length);
    expect(coverage(at(truth.url), original)).toBeLessThan(0.5);
    expect(coverage(original, at(truth.url))).toBeLessThan(0.5);
  }
});

test('revisions keep most of both texts', () => {
  for (const truth of ofKind('other-url')) {
    expect(coverage(at(truth.url), at(truth.originalUrl))).toBeGreaterThan(0.7);
    expect(coverage(at(truth.originalUrl), at(truth.url))).toBeGreaterThan(0.9);
    expect(at(truth.url).outlet).toBe(at(truth.originalUrl).outlet);
  }
});

test('translations and texts credited to the absent have no words in common with the store', () => {
  for (const truth of [...ofKind('translation'), ...ofKind('credit-alone')]) {
    expect(truth.credit?.source).toBe(truth.original);
    for (const other of ARTICLES.filter((article) => addressOf(article) !== truth.url))
      expect(coverage(at(truth.url), other)).toBeLessThan(0.05);
  }
});

test('near misses share no group, and far fewer words than copies do', () => {
  expect(APART.length).toBeGreaterThanOrEqual(20);
  for (const [one, other] of APART) {
    expect(truthAt(one).group).not.toBe(truthAt(other).group);
    const share = Math.max(coverage(at(one), at(other)), coverage(at(other), at(one)));
    expect([one, other, share < 0.6]).toEqual([one, other, true]);
  }
});

test('texts of different groups are not alike, but for the near misses that are labelled so', () => {
  const labelled = new Set(APART.map((pair) => pair.join(' ')));
  const kept = TRUTH.filter((truth) => truth.group !== null);
  for (const [index, one] of kept.entries())
    for (const other of kept.slice(index + 1)) {
      if (
        one.group === other.group ||
        labelled.has(`${one.url} ${other.url}`) ||
        labelled.has(`${other.url} ${one.url}`)
      )
        continue;
      // The excerpt resembles the copies of its source as it does the source.
      if (one.kind === 'excerpt' || other.kind === 'excerpt') continue;
      expect([one.url, other.url, coverage(at(one.url), at(other.url)) < 0.1]).toEqual([one.url, other.url, true]);
    }
});

test('what must be kept stands in the text, and what must go does not', () => {
  const check = (
    articles: readonly SampleArticle[],
    of: (truth: Truth) => Pick<Truth, 'mustContain' | 'mustNotContain'>,
  ) => {
    for (const article of articles) {
      const text = article.paragraphs.join('\n\n');
      const { mustContain, mustNotContain } = of(truthAt(addressOf(article)));
      for (const words of mustContain) expect(text).toContain(words);
      for (const words of mustNotContain) expect(text).not.toContain(words);
    }
  };
  check(ARTICLES, (truth) => truth);
  check(
    currentState(ARTICLES, true).filter((article) => article.later),
    (truth) => truth.later!,
  );
});
