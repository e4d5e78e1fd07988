import { expect, test } from 'vitest';
import { reference, type SampleArticle } from './article.ts';
import { demoExtras } from './articles/demo-extras.ts';
import { ARTICLES } from './articles/index.ts';
import { addressOf } from './outlets.ts';
import { inPresent } from './present.ts';

const BEFORE: readonly SampleArticle[] = [...ARTICLES, ...demoExtras];

// Around a month's end and a year's, where a day in an address is easily one that is not.
test.each(['2026-03-01T00:05:00Z', '2027-01-01T12:00:00Z', '2028-02-29T23:59:00Z'])('told as of %s', (now) => {
  const after = inPresent(BEFORE, new Date(now));
  expect(new Set(after.map(addressOf)).size).toBe(BEFORE.length);
  const place = new Map(BEFORE.map((each, index) => [reference(each), index]));
  for (const [index, { plan, published }] of BEFORE.entries()) {
    const moved = after[index]!;
    for (const date of [moved.published, moved.updated, moved.later?.updated])
      if (date != null) expect(Date.parse(date), moved.path).toBeLessThan(Date.parse(now));
    if (!('of' in plan)) continue;
    const origin = place.get(plan.of)!;
    const lag = Date.parse(published) - Date.parse(BEFORE[origin]!.published);
    expect(Date.parse(moved.published) - Date.parse(after[origin]!.published), moved.path).toBe(lag);
  }
  const addresses = new Set(after.map(addressOf));
  for (const { credit, canonical } of after)
    for (const led of [credit?.href, canonical]) if (led !== undefined) expect(addresses).toContain(led);
});
