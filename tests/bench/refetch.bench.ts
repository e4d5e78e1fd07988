import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openField, pageOf } from '../support/field.ts';

/**
 * How often the pages of one feed are asked for whose dates and counters move at every poll, over some days. The fetcher runs as it does;
 * between two polls its clock is moved on.
 */
const { values } = parseArgs({
  options: { days: { type: 'string', default: '2' }, polls: { type: 'string', default: '12' } },
});
const DAYS = Number(values.days);
const POLLS = Number(values.polls);
const ENTRIES = 100;
const HOUR_MS = 3_600_000;

const KINDS: Record<string, (entry: number, poll: number) => string> = {
  dates: (_, poll) => `<pubDate>${moved(poll)}</pubDate>`,
  updated: (_, poll) =>
    `<atom:updated>${new Date(Date.UTC(2026, 10, 2) + poll * HOUR_MS).toISOString()}</atom:updated>`,
  counters: (entry, poll) =>
    `<pubDate>${moved(poll)}</pubDate><description>&lt;p&gt;The wall. ${poll * 3 + entry} comments, read ${poll * 7} times.&lt;/p&gt;&lt;img src="https://count.example/${poll}.gif"&gt;</description>`,
  words: (entry, poll) =>
    `<description>The wall, ${['an hour', 'some hours', 'a day', 'a while'][(poll + entry) % 4]} ago.</description>`,
};

function moved(poll: number): string {
  return new Date(Date.UTC(2026, 10, 2) + poll * HOUR_MS).toUTCString();
}

for (const [kind, more] of Object.entries(KINDS)) {
  const field = await openField(['paper.example']);
  let poll = 0;
  const link = (entry: number) => `/2026/story-${10_000 + entry}`;
  field.server.play('/feed.xml', (_, response) => {
    const items = Array.from(
      { length: ENTRIES },
      (_each, entry) =>
        `<item><title>Story ${entry}</title><link>http://paper.example${link(entry)}</link><guid>${entry}</guid>${more(entry, poll)}</item>`,
    );
    const feed = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>P</title>${items.join('')}</channel></rss>`;
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed);
  });
  for (let entry = 0; entry < ENTRIES; entry += 1) {
    const page = pageOf(`Story ${entry}`);
    field.server.play(link(entry), (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page));
  }
  const days: number[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const before = pagesAsked(field.server.seen);
    for (let turn = 0; turn < POLLS; turn += 1) {
      await field.poll('http://paper.example/feed.xml');
      poll += 1;
      field.later((24 / POLLS) * HOUR_MS);
    }
    days.push((pagesAsked(field.server.seen) - before) / ENTRIES);
  }
  console.log(
    `refetch: ${kind} move at each of ${POLLS} polls a day, ${ENTRIES} entries: requests a page by day ${days.map((n) => n.toFixed(2)).join(', ')}`,
  );
  await field.close();
  await sleep(0);
}

function pagesAsked(seen: ReadonlyArray<{ path: string }>): number {
  return seen.filter(({ path }) => path.startsWith('/2026/')).length;
}
