import { expect, test } from 'vitest';
import { wirewatch } from '../../../tests/support/command.ts';

const run = (args: string[], input: string) => wirewatch(['parse-feed', ...args], { input });
const FEED = '<rss><channel><title>F</title><item><title>Tide</title><link>/t</link></item></channel></rss>';
const base64 = (text: string) => Buffer.from(text).toString('base64');

test('a stream of documents: one line each, in order, the bad ones as errors', async () => {
  const lines = [
    { id: 1, url: 'https://x.example/feed', contentType: 'text/xml', base64: base64(FEED), other: true },
    { id: 'b', url: '', base64: base64('<html></html>') },
    { id: 'c' },
  ];
  const { out: said, status } = await run(
    ['--jsonl'],
    `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{nonsense\n`,
  );
  const out = said
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

test('one document by hand; a refusal is exit 1, a wrong call exit 2', async () => {
  expect(JSON.parse((await run(['-', '--url', 'https://x.example/'], FEED)).out)).toMatchObject({
    title: 'F',
    charset: 'utf-8',
  });
  expect(await run(['-'], 'nothing')).toMatchObject({ status: 1, out: '' });
  expect((await run([], '')).status).toBe(2);
});
