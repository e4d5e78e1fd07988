import { expect, test } from 'vitest';
import { readPageDirectives } from './page-directives.ts';

const AGENT = 'wirewatch/0.1';

test('meta robots, in any order of attributes and any quotes', () => {
  expect(readPageDirectives({}, "<meta content='NOINDEX, noarchive' name=robots>", AGENT).directives).toEqual([
    'noindex',
    'noarchive',
  ]);
});

test('none stands for noindex as well', () => {
  expect(readPageDirectives({}, '<meta name="robots" content="none">', AGENT).directives).toContain('noindex');
});

test('what is said to another crawler is not said to us', () => {
  const headers = { 'x-robots-tag': 'otherbot: noindex, nofollow' };
  expect(readPageDirectives(headers, '<meta name="otherbot" content="noindex">', AGENT).directives).toEqual([]);
  const mixed = { 'x-robots-tag': 'noarchive, wirewatch: noindex' };
  expect(readPageDirectives(mixed, '', AGENT).directives).toEqual(['noarchive', 'noindex']);
});

test('a directive with a value is no crawler', () => {
  const headers = { 'x-robots-tag': 'max-snippet: 20, noai' };
  expect(readPageDirectives(headers, '', AGENT).directives).toContain('noai');
});

test('the reservation of text and data mining, by header and by meta', () => {
  expect(readPageDirectives({ 'tdm-reservation': '1' }, '', AGENT).tdmReserved).toBe(true);
  expect(readPageDirectives({}, '<meta name="tdm-reservation" content="1">', AGENT).tdmReserved).toBe(true);
  expect(readPageDirectives({ 'tdm-reservation': '0' }, '', AGENT).tdmReserved).toBe(false);
});

test('a head of tags that never end costs next to nothing', () => {
  const before = process.cpuUsage();
  readPageDirectives({}, '<meta '.repeat(20_000), 'wirewatch/1.0');
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(250);
});
