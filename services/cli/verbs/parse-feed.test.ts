import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const MAIN = join(import.meta.dirname, '../main.ts');
const run = (args: string[], input: string) =>
  spawnSync(process.execPath, [MAIN, 'parse-feed', ...args], { input, encoding: 'utf8' });
const FEED = '<rss><channel><title>F</title><item><title>Tide</title><link>/t</link></item></channel></rss>';
const base64 = (text: string) => Buffer.from(text).toString('base64');

test('a stream of documents: one line each, in order, the bad ones as errors', () => {
  const lines = [
    { id: 1, url: 'https://x.example/feed', contentType: 'text/xml', base64: base64(FEED), other: true },
    { id: 'b', url: '', base64: base64('<html></html>') },
    { id: 'c' },
  ];
  const { stdout, status } = run(['--jsonl'], `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{nonsense\n`);
  const out = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(status).toBe(0);
  expect(out[0]).toMatchObject({ id: 1, title: 'F', items: [{ title: 'Tide', link: 'https://x.example/t' }] });
  expect(out.slice(1)).toMatchObject([
    { id: 'b', error: { code: 'html' } },
    { id: 'c', error: { code: 'bad-line' } },
    { id: null, error: { code: 'bad-json' } },
  ]);
});

test('one document by hand; a refusal is exit 1, a wrong call exit 2', () => {
  expect(JSON.parse(run(['-', '--url', 'https://x.example/'], FEED).stdout)).toMatchObject({
    title: 'F',
    charset: 'utf-8',
  });
  expect(run(['-'], 'nothing')).toMatchObject({ status: 1, stdout: '' });
  expect(run([], '').status).toBe(2);
});
