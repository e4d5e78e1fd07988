import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { type Block, foreignHosts, shellBlocks, tryBlock } from './readme.ts';

const fence = '```';
const block = (commands: string, how: Block['how'] = { run: true }): Block => ({ line: 1, commands, how });

test('blocks are found with their lines and with what is said about them', () => {
  const text = [
    'A word before.',
    `${fence}sh`,
    'first --option',
    fence,
    `${fence}json`,
    '{}',
    fence,
    '<!-- run: until "ready at" -->',
    '',
    `${fence}sh`,
    'second',
    'third',
    fence,
    '<!-- run: not here: it needs a person -->',
    `${fence}sh`,
    'fourth',
    fence,
    '',
  ].join('\n');
  expect(shellBlocks(text)).toEqual([
    { line: 3, commands: 'first --option\n', how: { run: true } },
    { line: 11, commands: 'second\nthird\n', how: { until: 'ready at' } },
    { line: 16, commands: 'fourth\n', how: { skip: 'it needs a person' } },
  ]);
  expect(() => shellBlocks(`<!-- run: perhaps -->\n${fence}sh\nx\n${fence}\n`)).toThrow('line 3');
});

test('hosts of others are told from names that belong to nobody', () => {
  const commands =
    'wirewatch feeds add https://news.example/feed http://127.0.0.1:8080/a https://user@real-paper.com/rss';
  expect(foreignHosts(commands)).toEqual(['real-paper.com']);
});

test('a block fails with its first command that fails, also in a pipe', async () => {
  expect(await tryBlock(block('echo one\necho two >&2\n'), tmpdir(), process.env)).toEqual({
    status: 0,
    output: expect.stringMatching(/one[\s\S]*two|two[\s\S]*one/),
  });
  expect(await tryBlock(block('false\necho never\n'), tmpdir(), process.env)).toEqual({ status: 1, output: '' });
  expect((await tryBlock(block('(exit 7) | cat\n'), tmpdir(), process.env)).status).toBe(7);
});

test('what keeps running is ended after it has said the awaited text, and fails when it never does', async () => {
  const until = { until: 'ready' };
  expect(await tryBlock(block('echo ready; sleep 600\n', until), tmpdir(), process.env)).toMatchObject({ status: 0 });
  const graceful = `node -e "process.on('SIGINT', () => { console.log('bye'); process.exit(0) }); console.log('ready'); setInterval(() => {}, 1000)"`;
  expect(await tryBlock(block(graceful, until), tmpdir(), process.env)).toEqual({ status: 0, output: 'ready\nbye\n' });
  const rude = `node -e "process.on('SIGINT', () => process.exit(3)); console.log('ready'); setInterval(() => {}, 1000)"`;
  expect((await tryBlock(block(rude, until), tmpdir(), process.env)).status).toBe(3);
  const silent = await tryBlock(block('echo something else', until), tmpdir(), process.env);
  expect(silent).toMatchObject({ status: 1, output: expect.stringContaining('never said "ready"') });
});
