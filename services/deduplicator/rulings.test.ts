import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupsOfOutlet } from '@wirewatch/shared/store/copies/outlet-groups.ts';
import { addRuling, listRulings, RulingTrouble, takeBackRuling } from '@wirewatch/shared/store/copies/rulings.ts';
import { syndicationOf } from '@wirewatch/shared/store/copies/standing.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { ensureOutlets, outletOf, setOutlet } from '@wirewatch/shared/store/feeds/outlets.ts';
import { listAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DedupArticle } from './core/article.ts';
import type { Ruling } from './core/rulings.ts';
import { Engine } from './engine.ts';
import { MemoryPort } from './memory-port.ts';
import { settleAnew } from './settle-anew.ts';
import { createStorePort } from './store-port.ts';
import { clean } from './test-support/clean.ts';
import { article, edit, randomOf, shuffled, story } from './test-support/press.ts';

const text = story(randomOf(81), 9);
const credit = (source: string) => ({ credit: { source, kind: 'whole' as const } });

describe('what is ruled, over the texts', () => {
  const ruling = (kind: Ruling['kind'], subject: string, other: string | null, id = 1): Ruling => ({
    id,
    kind,
    subject,
    other,
    who: 'web:ada',
    at: id,
  });

  async function under(rulings: Ruling[], articles: DedupArticle[]) {
    const port = new MemoryPort();
    port.rulings.push(...rulings);
    const engine = new Engine(port);
    for (const one of articles) await engine.deduplicate(one);
    return port.syndication;
  }

  const three = [
    article('a', 'a.example', text, 0),
    article('b', 'b.example', edit(randomOf(1), text, 0.05), 60),
    article('c', 'c.example', edit(randomOf(1), text, 0.05), 90),
  ];

  test('two that are parted stand in no one group, also where a third joins both: it goes with the one that it has more of', async () => {
    for (const order of [three, [...three].reverse(), shuffled(randomOf(9), three)]) {
      const rows = await under([ruling('apart', 'a', 'b')], order);
      expect(rows.get('a')).toMatchObject({ group: 'a', relation: 'unique', basis: ['ruling'] });
      expect(rows.get('b')).toMatchObject({ group: 'b', relation: 'original' });
      expect(rows.get('b')!.reason).toContain('not the text of a, ruled web:ada');
      expect(rows.get('c')).toMatchObject({ group: 'b', originalId: 'b' });
    }
  });

  test('who is ruled first is the original, against time and votes, and nobody contests it', async () => {
    const articles = [...three, article('d', 'd.example', text, 120, credit('a.example'))];
    expect((await under([], articles)).get('a')!.relation).toBe('original');
    const rows = await under([ruling('first', 'c', null)], articles);
    expect(rows.get('c')).toMatchObject({ relation: 'original', basis: ['ruling'], contested: false });
    expect(rows.get('c')!.reason).toBe('the first, ruled web:ada');
    expect(rows.get('a')).toMatchObject({ relation: 'copy', originalId: 'c', contested: false });
    expect(rows.get('a')!.basis).toContain('ruling');
  });

  test('of two words on one group the last holds', async () => {
    const rows = await under([ruling('first', 'c', null, 1), ruling('first', 'b', null, 2)], three);
    expect(rows.get('b')!.relation).toBe('original');
  });
});

describe('in the store', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ww-ruling-'));
    store = await openStore(`sqlite:${folder}/w.db`, 'migrate');
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const said = { note: null, who: 'web:ada', now: 5 };
  const articles = [
    article('a', 'a.example', text, 0),
    article('b', 'b.example', text, 60),
    article('v', 'v.example', text, 70, credit('b.example')),
    article('w', 'w.example', text, 75, credit('b.example')),
  ];

  async function take(list: DedupArticle[]): Promise<void> {
    const engine = new Engine(createStorePort(store, 'test'));
    await store.write((tx) =>
      ensureOutlets(
        store,
        tx,
        list.map(({ host }) => host),
        0,
      ),
    );
    for (const one of list) {
      await clean(store, one);
      await engine.deduplicate(one);
    }
  }

  test('a ruling is settled at once, kept when all is done again, and taken back with what followed from it', async () => {
    await take(articles);
    expect(await syndicationOf(store, 'b')).toMatchObject({ relation: 'original', contested: true });
    const { ruling, touched, entry } = await addRuling(store, { ...said, kind: 'first', subject: 'a', other: null });
    await settleAnew(store, touched);
    const first = { relation: 'original', basis: ['ruling'], contested: false };
    expect(await syndicationOf(store, 'a')).toMatchObject(first);
    await take(articles);
    expect(await syndicationOf(store, 'a')).toMatchObject(first);
    expect((await listAudit(store, { limit: 1 }))[0]).toMatchObject({
      id: entry,
      who: 'web:ada',
      action: 'ruling.add',
      target: 'a was first',
    });
    const back = await takeBackRuling(store, ruling.id, 'web:eve', 9);
    await settleAnew(store, back.touched);
    expect(await syndicationOf(store, 'b')).toMatchObject({ relation: 'original', contested: true });
    expect(await listRulings(store)).toEqual([]);
    expect(await listRulings(store, { all: true })).toMatchObject([{ takenBackBy: 'web:eve', takenBackAt: 9 }]);
  });

  test('one house has one voice: what two of its outlets said is settled anew', async () => {
    await take(articles);
    const { ruling, touched } = await addRuling(store, {
      ...said,
      kind: 'house',
      subject: 'v.example',
      other: 'w.example',
    });
    await settleAnew(store, touched);
    expect(await syndicationOf(store, 'a')).toMatchObject({ relation: 'original', contested: true });
    const { touched: parted } = await takeBackRuling(store, ruling.id, 'web:ada', 9);
    await settleAnew(store, parted);
    expect(await syndicationOf(store, 'b')).toMatchObject({ relation: 'original' });
  });

  test('the groups in which an outlet stands beside others are those that its house concerns', async () => {
    await take(articles);
    const { group } = (await syndicationOf(store, 'a'))!;
    expect(await groupsOfOutlet(store, 'a.example')).toEqual([group]);
    expect(await groupsOfOutlet(store, 'nobody.example')).toEqual([]);
    expect(await syndicationOf(store, 'b')).toMatchObject({ relation: 'original' });
    for (const id of ['w.example', 'v.example']) await setOutlet(store, id, { house: 'Ours' });
    await settleAnew(store, await groupsOfOutlet(store, 'v.example'));
    expect(await syndicationOf(store, 'a')).toMatchObject({ relation: 'original' });
  });

  test('two houses become one, and part again as they were', async () => {
    await take(articles);
    await setOutlet(store, 'a.example', { house: 'North' });
    await setOutlet(store, 'b.example', { house: 'South' });
    await setOutlet(store, 'w.example', { house: 'South' });
    const houses = async () =>
      Promise.all(['a', 'b', 'w', 'v'].map(async (each) => (await outletOf(store, `${each}.example`))!.house));
    const { ruling } = await addRuling(store, { ...said, kind: 'house', subject: 'a.example', other: 'b.example' });
    expect(await houses()).toEqual(['North', 'North', 'North', null]);
    await takeBackRuling(store, ruling.id, 'web:ada', 9);
    expect(await houses()).toEqual(['North', 'South', 'South', null]);
  });

  test('what cannot be ruled says why', async () => {
    await take(articles);
    const rule = (subject: string, other: string | null) =>
      addRuling(store, { ...said, kind: other === null ? 'first' : 'apart', subject, other });
    await expect(rule('nobody', null)).rejects.toThrow(RulingTrouble);
    await expect(rule('a', 'a')).rejects.toThrow('Two different ones');
    await rule('a', 'b');
    await expect(rule('b', 'a')).rejects.toThrow('ruled already, by web:ada');
    await expect(takeBackRuling(store, 77, 'web:ada', 9)).rejects.toThrow('There is no ruling 77');
  });
});
