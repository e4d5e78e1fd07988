import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../tests/support/dialects.ts';
import { NOON, pages } from '../../../tests/support/given.ts';
import { readStory } from './story.ts';

describe.each(DIALECTS)('a story on %s', (dialect) => {
  const opened = useStore(dialect);

  test('hundreds of texts and their copies are all counted, and the first are named', async () => {
    const store = opened();
    const urls = Array.from({ length: 900 }, (_, n) => `http://paper${n}.example/quake`);
    const ids = await pages(store, urls);
    const { syndication } = store.tables;
    const stand = { basis: [], confidence: 1, reason: 'r', version: 'v', updatedAt: NOON, storyId: 's1' };
    await store.write(async (tx) => {
      // Six hundred texts, three hundred of which have a copy.
      await tx.insert(syndication).values(
        ids.map((articleId, n) => ({
          ...{ articleId, groupId: `g${n % 600}`, ...stand },
          ...(n < 600 ? { relation: 'original' as const } : { relation: 'copy' as const, originalId: ids[n - 600]! }),
        })),
      );
    });
    const story = await readStory(store, 's1');
    expect(story).toMatchObject({ texts: 600, copies: 300 });
    expect(story?.tellings).toHaveLength(12);
    expect(await readStory(store, 'none')).toBeNull();
  });
});
