import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { NOON } from '../../../../tests/support/given.ts';
import { shelve } from '../../../../tests/support/shelf.ts';
import { contestedOutlets } from './contested-outlets.ts';

describe.each(DIALECTS)('contested outlets on %s', (dialect) => {
  const opened = useStore(dialect);

  test('several contested articles of a week are told of, one or two and old ones are not', async () => {
    const store = opened();
    const put = (url: string, at: number, contested: boolean) =>
      shelve(store, null, {
        url,
        at,
        syndication: { relation: 'original', contestedBy: contested ? [{ id: 'a1', evidence: 'seen first' }] : [] },
      });
    for (const n of [1, 2, 3, 4]) await put(`http://early.example/${n}`, NOON + n, n < 4);
    for (const n of [1, 2]) await put(`http://twice.example/${n}`, NOON, true);
    for (const n of [1, 2, 3]) await put(`http://then.example/${n}`, NOON - 1, true);
    expect(await contestedOutlets(store, NOON)).toEqual([{ outlet: 'early.example', articles: 3, since: NOON + 1 }]);
  });
});
