import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());
const events = (text: string, title: string | null = null, language = 'en') =>
  reader.read({ title, text, language }).events;

test('a list of results tells no event', () => {
  const teams = ['Norway', 'Iceland', 'Kenya', 'Chile', 'Latvia', 'Jordan'];
  const lines = teams.flatMap((home, n) => teams.slice(n + 1).map((away) => `${home} 2-1 ${away} (Lind 12, Oru 40)`));
  expect(events(lines.join('\n\n'), 'All results of the second round')).toEqual([]);
});

test('a transcript of speakers gives no more events than an article', () => {
  const turns = Array.from({ length: 200 }, (_, n) =>
    n % 2
      ? 'LENA KORR: We should ask why Chad attacked Niger, should we not?'
      : 'HOST: I think that you must tell us more.',
  );
  expect(events(turns.join('\n\n'), 'Rush transcript').length).toBeLessThanOrEqual(1);
});

test('a text in two languages is read by one and stays bounded', () => {
  const mixed =
    'Norway met Iceland in Oslo on Monday.\n\nDie norwegische Regierung traf am Montag Vertreter Islands.\n\n' +
    'Le ministre norvégien a rencontré son homologue islandais.\n\nBakan, mevkidaşıyla görüştü.';
  const found = events(mixed);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThanOrEqual(2);
});

test('of fifty thousand words the head is read, and a handful of events kept', () => {
  const pairs = [
    'Chad accused Niger',
    'Kenya met Uganda',
    'Peru sued Chile',
    'Egypt bombed Libya',
    'Spain thanked Malta',
  ];
  const text = Array.from({ length: 10_000 }, (_, n) => `${pairs[n % pairs.length]} over item ${n}.`).join(' ');
  const begun = process.cpuUsage();
  expect(events(text).length).toBeLessThanOrEqual(6);
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1e6).toBeLessThan(5);
});
