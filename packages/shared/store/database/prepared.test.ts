import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { insertNew, insertRow, isAmong, listFor, preparedQuery, updateRow } from './prepared.ts';

const outlet = { id: 'h1', host: 'h1', name: 'One', nameFrom: 'host' as const, aliases: ['a'], createdAt: 1 };

describe.each(DIALECTS)('queries that are built once, %s', (dialect) => {
  const store = useStore(dialect);
  const rows = () => store().db.select().from(store().tables.outlets).orderBy(store().tables.outlets.id);

  test('rows are written as drizzle writes them: JSON, nulls, what no column has', async () => {
    const { outlets, frames, revisions } = store().tables;
    await store().write(async (tx) => {
      for (const id of ['h1', 'h2']) await insertRow(tx, outlets, { ...outlet, id, more: 'x' } as typeof outlet);
      await insertRow(tx, frames, { outletId: 'h1', memory: { a: [1] }, version: '1', updatedAt: 1 }, ['outletId']);
      await insertRow(tx, frames, { outletId: 'h1', memory: { a: [2] }, version: '2', updatedAt: 2 }, ['outletId']);
      await updateRow(tx, outlets, 'id', 'h2', { aliases: ['b', 'c'], kind: null, house: undefined });
      await insertRow(tx, outlets, outlet, 'nothing');
    });
    expect(await rows()).toMatchObject([{ aliases: ['a'] }, { id: 'h2', aliases: ['b', 'c'], kind: null }]);
    expect(await store().db.select().from(frames)).toMatchObject([{ memory: { a: [2] }, version: '2' }]);
    const empty = {
      id: 'r',
      articleId: 'a',
      number: 1,
      rawHash: 'x',
      textHash: 'x',
      title: null,
      byline: [],
      text: '',
    };
    const rest = {
      language: 'en',
      quality: { score: 1, reasons: [] },
      cuts: [],
      version: '1',
      fetchedAt: 1,
      createdAt: 1,
    };
    await store().write((tx) =>
      insertRow(tx, revisions, { ...empty, ...rest, credit: null, frameKeys: null } as never),
    );
    const [nulls] = await store()
      .db.select({ all: sql<boolean>`credit is null and frame_keys is null` })
      .from(revisions);
    expect(Boolean(nulls!.all)).toBe(true);
  });

  test('a row that is there takes what the insert gives, under a column of another name too', async () => {
    const { outlets } = store().tables;
    await store().write(async (tx) => {
      await insertRow(tx, outlets, { ...outlet, house: 'old', kind: 'agency' });
      await insertRow(tx, outlets, { ...outlet, house: 'new', aliases: ['b'] }, ['id']);
    });
    expect(await rows()).toMatchObject([{ house: 'new', aliases: ['b'], kind: 'agency' }]);
  });

  test('what is new is told from what is there, which stays as it is', async () => {
    const { outlets } = store().tables;
    const given = ['One', 'Two'].map((name) =>
      store().write((tx) => insertNew(tx, outlets, { ...outlet, name }, 'id')),
    );
    const isNew = await Promise.all(given);
    expect(isNew.filter(Boolean)).toHaveLength(1);
    expect(await rows()).toMatchObject([{ name: isNew[0] ? 'One' : 'Two', aliases: ['a'] }]);
  });

  test('one is asked with other values, outside and inside of transactions, and after one that failed', async () => {
    const { outlets } = store().tables;
    await store().write(async (tx) => {
      for (const id of ['h1', 'h2', 'h3']) await insertRow(tx, outlets, { ...outlet, id });
    });
    const byId = preparedQuery('test-by-id', (db) =>
      db
        .select({ id: outlets.id })
        .from(outlets)
        .where(eq(outlets.id, sql.placeholder('id'))),
    );
    const byIds = preparedQuery('test-by-ids', (db, of) =>
      db
        .select({ id: outlets.id })
        .from(outlets)
        .where(isAmong(of, outlets.id, 'ids'))
        .orderBy(outlets.id),
    );
    const ask = (ids: string[]) => byIds(store(), store().db, { ids: listFor(store(), ids) });
    expect(await byId(store(), store().db, { id: 'h2' })).toEqual([{ id: 'h2' }]);
    expect(await ask(['h3', 'h1', 'none'])).toEqual([{ id: 'h1' }, { id: 'h3' }]);
    expect(await ask([])).toEqual([]);
    const failing = store().write(async (tx) => {
      await updateRow(tx, outlets, 'id', 'h1', { name: 'Two' });
      expect(await byId(store(), tx, { id: 'h1' })).toEqual([{ id: 'h1' }]);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await store().write((tx) => byId(store(), tx, { id: 'h3' }))).toEqual([{ id: 'h3' }]);
    expect(await rows()).toMatchObject([{ name: 'One' }, { name: 'One' }, { name: 'One' }]);
  });
});
