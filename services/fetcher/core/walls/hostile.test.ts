import { expect, test } from 'vitest';
import { recogniseWall } from './recognise-wall.ts';

const LETTERS = 100_000;
const facts = (html: string) => ({
  status: 200,
  headers: {},
  url: 'http://harbourpost.example/a',
  finalUrl: 'http://harbourpost.example/a',
  html,
});

test.each([
  ['tags that never end', '<'],
  ['one word of one script', 'تحقق'],
  ['forms that never end', '<form action="'],
  ['a title of one word', 'cookie '],
  ['references that never end', '&a'],
  ['scripts that never end', '<script '],
  ['closing tags and blanks', '</script  '],
])('%s cost the wall recogniser no more than their length', (_, unit) => {
  const html = `<title>${unit.repeat(Math.ceil(LETTERS / unit.length))}`;
  const began = process.cpuUsage();
  recogniseWall(facts(html));
  const { user, system } = process.cpuUsage(began);
  // Linear: some milliseconds. Quadratic forms took 1.3 to 3.6 s.
  expect(user + system).toBeLessThan(400_000);
});
