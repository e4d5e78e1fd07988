import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { setOutlet } from '@wirewatch/shared/store/feeds/outlets.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wirewatch } from '../../../tests/support/command.ts';
import { shelve } from '../../../tests/support/shelf.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-outlets-'));
  const store = await openStore(`sqlite:${folder}/wirewatch.db`, 'migrate');
  const put = (url: string, syndication: Parameters<typeof shelve>[2]['syndication']) =>
    shelve(store, null, { url, texts: [`The text of ${url}.`], syndication });
  const first = await put('https://wire.example/1', { group: 'g1', relation: 'original' });
  const copy = { group: 'g1', relation: 'copy', originalId: first, original: 'Wire', coverage: 0.9 } as const;
  await put('https://east.example/1', { ...copy, originalCoverage: 0.8, lagSeconds: 7200 });
  await put('https://west.example/1', { ...copy, originalCoverage: 1, lagSeconds: 600 });
  await put('https://west.example/2', { relation: 'copy', original: 'WIRE SERVICE', basis: ['credit'] });
  await put('https://west.example/3', { relation: 'copy', original: 'Absent Agency', basis: ['credit'] });
  await put('https://east.example/4', { relation: 'unique' });
  for (const id of ['east.example', 'west.example']) await setOutlet(store, id, { house: 'Compass' });
  await setOutlet(store, 'wire.example', { name: 'Wire', aliases: ['Wire Service'] });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const list = async (...args: string[]) => {
  const ran = await wirewatch(['outlets', 'list', ...args, '--data', folder]);
  expect(ran.status, ran.err).toBe(0);
  return ran.out.trimEnd().split('\n');
};

test('each outlet with what it copies, a house as one, a source by its aliases', async () => {
  const [compass, wire] = (await list('--stats', '--json')).map((line) => JSON.parse(line));
  expect(compass).toMatchObject({ outlet: 'Compass', articles: 4, own: 1, copies: 3, copiedShare: 0.75 });
  expect(compass.medianLagSeconds).toBe(600);
  expect(compass.from).toEqual([
    { outlet: 'wire.example', copies: 2 },
    { outlet: 'Absent Agency', copies: 1 },
  ]);
  expect(wire).toMatchObject({ outlet: 'wire.example', articles: 1, own: 1, copies: 0 });
  expect((await list('--stats'))[0]).toMatch(/^Compass +4 articles, 1 own, 3 copies \(75 %\), 10 min after, from wire/);
});

test('each pair with how many, how fast and how edited', async () => {
  const [pair] = (await list('--pairs', '--json')).map((line) => JSON.parse(line));
  expect(pair).toMatchObject({ outlet: 'Compass', original: 'wire.example', copies: 2, medianLagSeconds: 600 });
  expect(pair.medianAdded).toBeCloseTo(0.1);
  expect((await list('--pairs'))[0]).toMatch(/^Compass +from wire\.example +2 copies, 0 excerpts, 10 min after, 10 % /);
});

test('a house counts once among those who carry a text: in the record, on the terminal, in the list', async () => {
  const ran = await wirewatch(['export', '--format', 'jsonl', '--data', folder]);
  const records = ran.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const carrying = records.filter((record) => record.syndication.group === 'g1');
  expect(carrying.map((record) => record.outlet.host).sort()).toEqual(['east.example', 'west.example', 'wire.example']);
  expect(carrying.map((record) => record.syndication.houses)).toEqual([2, 2, 2]);
  const shown = await wirewatch(['show', carrying[0].id, '--data', folder]);
  expect(shown.out).toContain('this text: carried by 2 houses');
  const alone = records.find((record) => record.url === 'https://east.example/4');
  expect(alone.syndication.houses).toBe(1);
  expect((await list()).filter((line) => line.includes('Compass'))).toHaveLength(2);
});
