import { parseChecked } from '@wirewatch/shared/query/parse.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { searchIds } from '@wirewatch/shared/store/search/search-articles.ts';
import { readNewWatch } from '@wirewatch/shared/watches/read-watch.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillDesk, TEN } from './support/desk-corpus.ts';
import { DIALECTS, emptyDatabase } from './support/dialects.ts';

describe.each(DIALECTS)('fields of where an article stands, on %s', (dialect) => {
  let store: Store;
  let names: Map<string, string>;
  let ids: Map<string, string>;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const database = await emptyDatabase(dialect);
    drop = database.drop;
    store = await openStore(database.url, 'migrate');
    ids = await fillDesk(store);
    names = new Map([...ids].map(([name, id]) => [id, name]));
  });
  afterAll(async () => {
    await store?.close();
    await drop?.();
  });

  const find = async (text: string) => {
    const filled = text.replace(/\{([a-z-]+)\}/g, (_, name: string) => ids.get(name)!);
    const parsed = parseChecked(filled);
    if (!parsed.ok) throw new Error(parsed.error.message);
    const { ids: found } = await searchIds(store, parsed.query, { limit: 50, now: TEN });
    return found.map((id) => names.get(id)!).toSorted();
  };
  const COPIES = ['echo', 'german', 'lantern', 'mirror', 'norra-north', 'norra-south'];

  test.each([
    ['relation:copy', COPIES],
    ['relation:excerpt', ['roundup']],
    ['Savik relation:original', ['agency', 'harbour']],
    ['Savik -relation:copy', ['agency', 'harbour', 'kestrel']],
    ['credit:"adria press"', ['german', 'lantern', 'norra-north', 'norra-south']],
    ['credit:adria language:German', ['german']],
    ['house:norra', ['norra-north', 'norra-south']],
    ['house:"harbour post"', ['harbour']],
    ['group:{agency}', ['agency', 'lantern', 'mirror', 'norra-north', 'norra-south']],
    ['story:{agency} -relation:copy', ['agency', 'harbour', 'kestrel']],
    ['first:"adria press" relation:copy', ['german', 'lantern', 'mirror', 'norra-north', 'norra-south']],
    ['first:kestrel', ['kestrel']],
    // Beside words, where the index alone cannot say it.
    ['museum OR relation:excerpt', ['clocks', 'roundup']],
    ['(tunnel OR first:"harbour post")', ['echo', 'harbour', 'tribune']],
    ['country:Norway topic:economics', ['kestrel']],
    ['country:Egypt', ['tribune']],
    ['group:nobody', []],
    ['first:nobody', []],
  ])('%s', async (query, expected) => {
    expect(await find(query)).toEqual(expected);
  });
});

test('a watch takes credits, and refuses what is settled after it has seen an article', () => {
  const watch = (query: string) =>
    readNewWatch({ id: 'w', name: 'w', lines: [{ query, weight: 1, language: null }], threshold: 1 });
  expect(watch('credit:"adria press"').ok).toBe(true);
  for (const query of ['relation:copy', 'ferry OR -story:a1', 'house:norra', 'country:Egyptt']) {
    const read = watch(query);
    expect(read.ok, query).toBe(false);
  }
});
