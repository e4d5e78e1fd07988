import { cleanPage } from '../../services/cleaner/core/clean-page.ts';
import { HOSTILE_PAGES, HOSTILE_TEXT } from '../support/hostile-pages.ts';

/** CPU milliseconds and outcome of each page that is built to cost more than its size; the slowest last. */
cleanPage({ url: 'https://a.example/warm', body: HOSTILE_TEXT }, { now: 0 });
const rows = Object.entries(HOSTILE_PAGES).map(([name, build]) => {
  const body = build();
  const before = process.cpuUsage();
  const { outcome, reason } = cleanPage({ url: 'https://a.example/2021/03/02/pass', body }, { now: 0 });
  const { user, system } = process.cpuUsage(before);
  return { name, characters: body.length, cpuMs: Math.round((user + system) / 1000), outcome, reason };
});
for (const row of rows.sort((a, b) => a.cpuMs - b.cpuMs)) console.log(JSON.stringify(row));
