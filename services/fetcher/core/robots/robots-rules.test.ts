import { expect, test } from 'vitest';
import { decidingRule, groupsFor, parseRobots, productToken } from './robots-rules.ts';

function allowed(robots: string, path: string, agent = 'wirewatch/0.1 (+https://wirewatch.example/bot)'): boolean {
  return decidingRule(groupsFor(parseRobots(robots), agent), path)?.allow ?? true;
}

test.each([
  ['no file, no rule', '', '/a', true],
  ['a path and what lies under it', 'User-agent: *\nDisallow: /a/', '/a/b', false],
  ['a prefix, not a folder', 'User-agent: *\nDisallow: /news', '/newsroom', false],
  ['case of the path counts', 'User-agent: *\nDisallow: /A', '/a', true],
  ['an empty Disallow opens everything', 'User-agent: *\nDisallow:', '/a', true],
  ['the longest match wins, whatever the order', 'User-agent: *\nAllow: /a/b/\nDisallow: /a/', '/a/b/c', true],
  ['the longest match wins, the other way', 'User-agent: *\nAllow: /a/\nDisallow: /a/b/', '/a/b/c', false],
  ['equal length: Allow', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
  ['our own group and no other', 'User-agent: *\nDisallow: /\n\nUser-agent: wirewatch\nDisallow: /x', '/a', true],
  ['a group of our own in other letters', 'user-AGENT: WireWatch\nDISALLOW: /x', '/x', false],
  ['a group of a longer name is not ours', 'User-agent: wirewatch-news\nDisallow: /', '/a', true],
  ['a version behind the name', 'User-agent: wirewatch/2.0\nDisallow: /', '/a', false],
  [
    'several groups of our own are one',
    'User-agent: wirewatch\nDisallow: /a\n\nUser-agent: other\nDisallow: /\n\nUser-agent: wirewatch\nDisallow: /b',
    '/b',
    false,
  ],
  ['several names over one group', 'User-agent: other\nUser-agent: wirewatch\nDisallow: /', '/a', false],
  ['rules before any name count for nobody', 'Disallow: /\nUser-agent: *\nAllow: /', '/a', true],
  ['a star in the middle', 'User-agent: *\nDisallow: /*/print', '/a/b/print/1', false],
  ['a star needs what follows it', 'User-agent: *\nDisallow: /*/print', '/a/b', true],
  ['a dollar ends the path', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
  ['a dollar and more after it', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x', true],
  ['the query is part of the path', 'User-agent: *\nDisallow: /*?print=', '/a?print=1', false],
  ['a dollar within is a letter', 'User-agent: *\nDisallow: /a$b', '/a$b/c', false],
  ['percent-encoded and bare letters are one', 'User-agent: *\nDisallow: /%61bc', '/abc', false],
  [
    'bare and percent-encoded UTF-8 are one',
    'User-agent: *\nDisallow: /новости',
    '/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1',
    false,
  ],
  ['hexadecimal digits of either case', 'User-agent: *\nDisallow: /a%3cd', '/a%3Cd', false],
  ['an encoded slash is no slash', 'User-agent: *\nDisallow: /a%2Fb', '/a/b', true],
  ['an encoded star is a letter', 'User-agent: *\nDisallow: /a%2Ab', '/a*b', false],
  ['comments and blanks', 'User-agent: * # all\n  Disallow :  /a  # not this', '/a', false],
  ['a byte order mark', '\uFEFFUser-agent: *\nDisallow: /a', '/a', false],
  ['line ends of old Macs', 'User-agent: *\rDisallow: /a', '/a', false],
  [
    'a sitemap line closes no group',
    'User-agent: wirewatch\nSitemap: https://x.example/s.xml\nDisallow: /a',
    '/a',
    false,
  ],
  [
    'unknown lines close no list of names',
    'User-agent: wirewatch\nCrawl-delay: 5\nUser-agent: b\nDisallow: /',
    '/a',
    false,
  ],
  ['HTML instead of rules', '<!doctype html><html><body>Disallow: everything</body></html>', '/a', true],
  ['robots.txt itself is always open', 'User-agent: *\nDisallow: /', '/robots.txt', true],
])('%s', (_name, robots, path, expected) => {
  expect(allowed(robots, path)).toBe(expected);
});

test('many stars do not make matching explode', () => {
  expect(allowed(`User-agent: *\nDisallow: /${'*a'.repeat(2000)}b`, `/${'a'.repeat(20_000)}`)).toBe(true);
});

test('crawl-delay is read, nonsense is not', () => {
  expect(parseRobots('User-agent: *\nCrawl-delay: 2.5')[0]?.crawlDelaySeconds).toBe(2.5);
  expect(parseRobots('User-agent: *\nCrawl-delay: soon')[0]?.crawlDelaySeconds).toBeNull();
  expect(parseRobots('User-agent: *\nCrawl-delay: -4')[0]?.crawlDelaySeconds).toBeNull();
});

test.each([
  ['Wire_Watch-Bot/1.0 (x)', 'wire_watch-bot'],
  ['*', '*'],
  ['  GPTBot ', 'gptbot'],
])('the product token of %s', (agent, token) => {
  expect(productToken(agent)).toBe(token);
});

test.each([
  ['blanks before a last letter', `User-agent: *\nDisallow: /a${' '.repeat(500_000)}x`],
  ['a name of blanks', `User-agent: *\n${' '.repeat(500_000)}x`],
  ['many patterns of many stars', `User-agent: *\n${`Disallow: /${'*a'.repeat(900)}b\n`.repeat(250)}`],
  ['long pieces that nearly match', `User-agent: *\n${`Disallow: /*${'a'.repeat(900)}b\n`.repeat(500)}`],
  ['many letters that are escaped', `User-agent: *\nDisallow: /${'ж'.repeat(250_000)}`],
])('%s: half a megabyte is parsed and asked in well under a second', (_, robots) => {
  const began = process.cpuUsage();
  allowed(robots, `/${'a'.repeat(8000)}`);
  const { user, system } = process.cpuUsage(began);
  expect(user + system).toBeLessThan(500_000);
});

test('rules beyond twenty thousand count no more', () => {
  const robots = `User-agent: *\n${'Disallow: /x\n'.repeat(20_000)}Disallow: /y`;
  expect(allowed(robots, '/x')).toBe(false);
  expect(allowed(robots, '/y')).toBe(true);
});
