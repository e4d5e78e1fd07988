import { expect, test } from 'vitest';
import { collectBlocks } from '../blocks/collect.ts';
import { parsePage } from '../dom/parse.ts';
import { readTags } from '../meta/tags.ts';
import { chooseDates } from './choose-dates.ts';
import { dateCandidates } from './date-candidates.ts';
import type { DateHabits } from './date-habits.ts';
import { dayInAddress } from './day-in-address.ts';
import { dayMonthOrder } from './day-month-order.ts';
import { dateNamedInScripts } from './in-scripts.ts';
import { readDate } from './read-date.ts';
import { datesInText } from './text-dates.ts';

const DAY_FIRST: DateHabits = { order: 'day-first', languages: [] };

test.each([
  ['2021-03-02T18:40:00+04:00', '2021-03-02T18:40:00+04:00'],
  ['2021-03-02', '2021-03-02'],
  ['20210302', '2021-03-02'],
  ['Tue, 02 Mar 2021 18:40:00 GMT', '2021-03-02T18:40:00Z'],
  ['March 2, 2021 at 6:40 PM', '2021-03-02T18:40:00'],
  ['Mar. 2nd, 2021', '2021-03-02'],
  ['2 March 2021', '2021-03-02'],
  ['2. März 2021, 18:40 Uhr', '2021-03-02T18:40:00'],
  ['2 de marzo de 2021', '2021-03-02'],
  ['Publié le 2 mars 2021 à 18h40', '2021-03-02T18:40:00'],
  ['2 Mart 2021 18:40', '2021-03-02T18:40:00'],
  ['2 марта 2021, 18:40', '2021-03-02T18:40:00'],
  ['2 березня 2021', '2021-03-02'],
  ['٢ مارس ٢٠٢١', '2021-03-02'],
  ['2 آذار 2021', '2021-03-02'],
  ['2021年3月2日 18:40', '2021-03-02T18:40:00'],
  ['2021. 3. 2.', '2021-03-02'],
  ['02.03.2021 18:40', '2021-03-02T18:40:00'],
  ['18:40 02.03.2021 (обновлено: 19:05 02.03.2021)', '2021-03-02T18:40:00'],
  ['18:40, 2 марта 2021', '2021-03-02T18:40:00'],
  ['6:40 p.m. PT March 2, 2021', '2021-03-02T18:40:00'],
  ['18:40 Uhr, 2. März 2021', '2021-03-02T18:40:00'],
  ['2 marca 2021', '2021-03-02'],
  ['2021. március 2.', '2021-03-02'],
  ['2 Μαρτίου 2021', '2021-03-02'],
  ['30.02.2021', null],
  ['call 555-1234', null],
] as const)('%s', (raw, iso) => {
  expect(readDate(raw, DAY_FIRST)?.iso ?? null).toBe(iso);
});

test('the day of 03/02/2021 follows the language, the clock and the other dates', () => {
  expect(readDate('03/02/2021', DAY_FIRST)?.iso).toBe('2021-02-03');
  expect(readDate('03/02/2021', { order: 'month-first', languages: [] })?.iso).toBe('2021-03-02');
  expect(dayMonthOrder('tr', 'tr', 'https://a.example', [], [])).toBe('day-first');
  expect(dayMonthOrder('en', 'en-US', 'https://a.example', ['03/02/2021'], [])).toBe('month-first');
  expect(dayMonthOrder('en', 'en', 'https://a.example', ['03/02/2021 18:40'], [])).toBe('day-first');
  expect(dayMonthOrder('en', 'en', 'https://a.example', ['03/02/2021'], ['2021-02-03'])).toBe('day-first');
  expect(dayMonthOrder('en', 'en-GB', 'https://a.example', ['03/02/2021'], [])).toBe('day-first');
  expect(dayMonthOrder('en', 'en', 'https://a.example', ['03/02/2021', '25/01/2021'], [])).toBe('day-first');
});

test('impossible dates are refused with the raw value kept; before 1995 only where the address says so', () => {
  const now = Date.UTC(2021, 2, 3);
  const from = (raw: string) => [{ raw, from: 'json-ld' as const, role: 'published' as const, weight: 100 }];
  expect(chooseDates(from('2021-03-04T10:00:00Z'), DAY_FIRST, now, null).publishedAt).toBe('2021-03-04T10:00:00Z');
  const late = chooseDates(from('2031-01-01'), DAY_FIRST, now, null);
  expect(late.publishedAt).toBeNull();
  expect(late.refused).toEqual(['2031-01-01 (json-ld): in the future']);
  expect(chooseDates(from('1970-01-01T00:00:00Z'), DAY_FIRST, now, null).refused[0]).toContain('before 1995');
  const old = chooseDates(
    [...from('1984-05-01'), { raw: '1984-05-01', from: 'url', role: 'published', weight: 70 }],
    DAY_FIRST,
    now,
    null,
  );
  expect(old.publishedAt).toBe('1984-05-01');
});

test('JSON-LD alone gives way to two kinds of markup that agree on another day', () => {
  const found = (raw: string, from: 'json-ld' | 'meta' | 'microdata', weight: number) => ({
    raw,
    from,
    role: 'published' as const,
    weight,
  });
  const block = found('2021-03-01T22:40:00-07:00', 'json-ld', 100);
  const meta = found('2021-03-02T02:00:00-07:00', 'meta', 95);
  const markup = found('2021-03-02T02:00:00-07:00', 'microdata', 93);
  expect(chooseDates([block, meta, markup], DAY_FIRST, null, null).publishedFrom).toBe('meta');
  expect(chooseDates([block, meta], DAY_FIRST, null, null).publishedFrom).toBe('json-ld');
});

test('the bare date line at the headline is told from captions, lists and other lines', () => {
  const page = parsePage(
    `<html><body><article><h1>The bridge is open again</h1><p>02.03.2021, 18:40</p>
     <figure><figcaption>Workers on the bridge in the town of Sample on the day of the accident, 24 February 2021</figcaption></figure>
     <p>The council said that the bridge, closed since 24 February 2021, can be used again.</p></article></body></html>`,
  );
  const blocks = collectBlocks(page.body);
  const best = datesInText(blocks, 0).sort((a, b) => b.weight - a.weight)[0];
  expect(best?.raw).toBe('02.03.2021, 18:40');
});

test('a stamp later than the day that the page shows at its headline is of the system', () => {
  const stamp = (raw: string) => ({ raw, from: 'json-ld' as const, role: 'published' as const, weight: 100 });
  const line = (raw: string) => ({ raw, from: 'text' as const, role: 'published' as const, weight: 80, shown: true });
  const chosen = (iso: string, shown: string) =>
    chooseDates([stamp(iso), line(shown)], DAY_FIRST, null, null).publishedAt;
  expect(chosen('2024-08-07T12:01:51Z', '30 December 2013')).toBe('2013-12-30');
  expect(chosen('2024-08-07T22:01:51Z', '6 August 2024')).toBe('2024-08-06');
  // Eleven at night in Honolulu is nine in the morning of the next day in UTC.
  expect(chosen('2024-08-07T09:01:51Z', '6 August 2024')).toBe('2024-08-07T09:01:51Z');
  expect(chosen('2024-08-07T09:01:51Z', '6 September 2024')).toBe('2024-08-07T09:01:51Z');
  expect(chosen('2024-08-07T09:01:51Z', '03/04/2023')).toBe('2024-08-07T09:01:51Z');
});

test('a date that only a script names is found by the name', () => {
  expect(dateNamedInScripts('<script>showDate("2021/03/02 18:40:09")</script>')?.raw).toBe('2021/03/02 18:40:09');
  expect(dateNamedInScripts('{\\"deployDt\\":\\"2021.03.02 18:40\\"}')?.raw).toBe('2021.03.02 18:40');
  expect(dateNamedInScripts('var build = "2021-03-02"')).toBeNull();
});

const inLanguage = (language: string): DateHabits => ({ order: 'day-first', languages: [language] });

test.each([
  ['23. listopada 2024.', 'hr', '2024-10-23'],
  ['23 listopada 2024', 'pl', '2024-11-23'],
  ['23 listopada 2024', 'en', null],
  ['15 آبان 1402', 'fa', '2023-11-06'],
  ['۱۴۰۲/۰۸/۱۵', 'fa', '2023-11-06'],
  ['令和5年3月9日 午後1時18分', 'ja', '2023-03-09T13:18:00'],
  ['令和元年5月1日', 'ja', '2019-05-01'],
  ['民國113年5月7日', 'zh-TW', '2024-05-07'],
  ['113/05/07', 'zh-TW', '2024-05-07'],
  ['7 พ.ค. 67', 'th', '2024-05-07'],
  ['7/5/2567', 'th', '2024-05-07'],
  ['2567-05-07T09:15:00+07:00', 'th', '2024-05-07T09:15:00+07:00'],
  ['٧ مايو ٢٠٢٤ ٠١:١٨ مساءً', 'ar', '2024-05-07T13:18:00'],
  ['7 de mayo de 2024 1:18 p. m.', 'es', '2024-05-07T13:18:00'],
  ['2024년 5월 7일 오후 1:18', 'ko', '2024-05-07T13:18:00'],
  ['7 במאי 2024', 'he', '2024-05-07'],
  ['7 مئی 2024', 'ur', '2024-05-07'],
  ['7 جويلية 2024', 'ar', '2024-07-07'],
  ['21 сен 2023, 18:02', 'ru', '2023-09-21T18:02:00'],
  ['Tue May 7 13:18:00 UTC 2024', 'en', '2024-05-07T13:18:00'],
] as const)('%s in %s', (raw, language, iso) => {
  expect(readDate(raw, inLanguage(language))?.iso ?? null).toBe(iso);
});

const candidatesOf = (html: string, url: string) => {
  const page = parsePage(`<html><body>${html}</body></html>`);
  return dateCandidates(
    page.document,
    collectBlocks(page.body),
    readTags(page.document),
    null,
    url,
    0,
    Number.POSITIVE_INFINITY,
  );
};
const PROSE = '<p>The ferry was stopped on its way across the bay, and nobody could say when it would sail again.</p>';

test('the times of comments and of teasers are not the article\u2019s', () => {
  const html = `<article><h1>The ferry waits</h1>${PROSE}
    <div class="comments"><div><time datetime="2024-05-10T10:00:00Z">10 May</time><p>Well said.</p></div></div>
    <div class="k7"><div class="k8"><a href="/x0">Old lighthouse for sale</a><time datetime="2021-01-10">10 January 2021</time></div>
    <div class="k8"><a href="/x1">New lighthouse is dark</a><time datetime="2021-01-11">11 January 2021</time></div></div></article>`;
  expect(candidatesOf(html, 'https://a.example/ferry').filter((c) => c.from === 'time')).toEqual([]);
  const own = `<article><h1>The ferry waits</h1><a href="/ferry"><time datetime="2024-05-07">7 May</time></a>${PROSE}</article>`;
  expect(candidatesOf(own, 'https://a.example/ferry').some((c) => c.from === 'time')).toBe(true);
});

test('"Stand:" is an update, and dates may stand before their words', () => {
  const of = (line: string) =>
    candidatesOf(`<article><h1>The ferry waits</h1><p>${line}</p>${PROSE}</article>`, 'https://a.example/ferry').map(
      (c) => [c.role, readDate(c.raw, DAY_FIRST)?.iso],
    );
  expect(of('Erstellt: 08.02.2022, 07:30 Uhr Stand: 09.02.2022, 16:05 Uhr')).toEqual([
    ['published', '2022-02-08T07:30:00'],
    ['updated', '2022-02-09T16:05:00'],
  ]);
  expect(of('2024年5月7日 公開 2024年5月8日 更新')).toEqual([
    ['published', '2024-05-07'],
    ['updated', '2024-05-08'],
  ]);
});

test('a run of digits in an address is less of a day than one with marks, and proves no move of the site', () => {
  expect(dayInAddress('https://a.example/2026/11/261117-quay')[0]).toMatchObject({ raw: '2026-11-17', weight: 70 });
  expect(dayInAddress('https://a.example/2026/11/17/quay')[0]).toMatchObject({ raw: '2026-11-17', weight: 70 });
  expect(dayInAddress('https://a.example/2026/11/261217-quay')).toEqual([]);
  expect(dayInAddress('https://a.example/city/2026/nov/17/quay')[0]).toMatchObject({ raw: '2026-11-17', weight: 70 });
  expect(dayInAddress('https://a.example/2026/october/03/quay')[0]?.raw).toBe('2026-10-03');
  expect(dayInAddress('https://a.example/2026/quay/03/steps')).toEqual([]);
  const run = dayInAddress('https://a.example/culture/20190415-77');
  const line = { raw: '2023-09-21', from: 'text' as const, role: 'published' as const, weight: 75 };
  expect(chooseDates([...run, line], DAY_FIRST, null, null).publishedAt).toBe('2023-09-21');
});

test('the clock behind "updated" is not that of the publishing before it', () => {
  const page = parsePage(
    '<body><h1>The bridge is open</h1><p>Published March 2, 2021 | Updated 6:40 p.m. March 4, 2021</p></body>',
  );
  const found = datesInText(collectBlocks(page.body), 0);
  const habits: DateHabits = { order: 'day-first', languages: ['en'] };
  expect(found.map(({ role, raw }) => [role, readDate(raw, habits)?.iso])).toEqual([
    ['published', '2021-03-02'],
    ['updated', '2021-03-04T18:40:00'],
  ]);
});
