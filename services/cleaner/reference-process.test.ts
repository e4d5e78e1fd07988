import { expect, test } from 'vitest';
import { createReferenceProcess } from './reference-process.ts';

const SENTENCE =
  'The council met on Monday and agreed on a budget for roads and schools, which will be voted on in spring.';
const HTML = `<html><body><article><h1>Budget</h1>${`<p>${SENTENCE} ${SENTENCE}</p>`.repeat(6)}</article></body></html>`;
const QUESTION = { html: HTML, url: 'https://a.example/1' };

test('the reference answers from its own process, side by side questions in turn', { timeout: 60_000 }, async () => {
  const reference = createReferenceProcess(20_000);
  const answers = await Promise.all([reference.ask(QUESTION), reference.ask({ html: '', url: 'no address' })]);
  expect(answers[0]).toContain('agreed on a budget');
  expect(answers[1]).toBeNull();
  reference.close();
});

test('a page over the time limit has no answer, and the next one has', { timeout: 60_000 }, async () => {
  const reference = createReferenceProcess(300);
  await reference.ask(QUESTION);
  const slow = `<html><body>${'<div><p>x, y</p></div>'.repeat(30_000)}</body></html>`;
  expect(await reference.ask({ html: slow, url: 'https://a.example/2' })).toBeNull();
  expect(await reference.ask(QUESTION)).toContain('agreed on a budget');
  reference.close();
});
