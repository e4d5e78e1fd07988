import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { readLines } from './jsonl.ts';

async function read(...chunks: Array<string | Uint8Array>) {
  const lines: unknown[] = [];
  for await (const line of readLines(Readable.from(chunks))) lines.push('value' in line ? line.value : line.problem);
  return lines;
}

test('a record ends at a line feed and nowhere else', async () => {
  const text = `{"id":1,"text":"one\u2028two\u2029three"}\r\n\n{"id":2}`;
  const expected = [{ id: 1, text: 'one\u2028two\u2029three' }, { id: 2 }];
  expect(await read(text)).toEqual(expected);
  const bytes = new TextEncoder().encode(text);
  // However the bytes come, in the middle of a letter too.
  expect(await read(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(expected);
});

test('a line that is no object is told with its number, and the stream goes on', async () => {
  const [first, second] = await read('[1]\n{"id":2}\n');
  expect(first).toMatchObject({ id: null, error: { code: 'bad-json', message: expect.stringContaining('line 1') } });
  expect(second).toEqual({ id: 2 });
});
