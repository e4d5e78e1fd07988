import { expect, test } from 'vitest';
import { type Answer, answerTo, rootMessage } from './outage.ts';

const coded = (code: string) => Object.assign(new Error('something'), { code });
const named = (name: string) => Object.assign(new Error('something'), { name });

const CODES: Record<Exclude<Answer, 'own'>, string[]> = {
  conflict: ['40001', '40P01', '55P03', '25P03', '57014'],
  away: [
    ...['EROFS', 'EIO', 'EMFILE', 'ENFILE', 'EDQUOT', 'ESTALE', 'ENOSPC'],
    ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
    ...['SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_IOERR_WRITE', 'SQLITE_READONLY'],
    ...['SQLITE_READONLY_DBMOVED', 'SQLITE_CANTOPEN', '08006', '08001', '53300', '53100', '58000', '58030'],
    ...['57P01', '57P02', '57P03', '25006'],
  ],
};

test.each(Object.entries(CODES).flatMap(([answer, codes]) => codes.map((code) => [code, answer])))(
  'the code %s asks for: %s',
  (code, answer) => {
    expect(answerTo(coded(code))).toBe(answer);
    expect(answerTo(new Error('Failed query: insert', { cause: coded(code) }))).toBe(answer);
  },
);

test.each([
  ['READONLY You can not write against a read only replica.'],
  ['OOM command not allowed when used memory > maxmemory.'],
  ['LOADING Redis is loading the dataset in memory'],
  ['MASTERDOWN Link with MASTER is down'],
  ['CLUSTERDOWN The cluster is down'],
  ['NOREPLICAS Not enough good replicas to write.'],
  ['EXECABORT Transaction discarded because of previous errors.'],
  ['Command aborted due to connection close'],
  ['Connection terminated unexpectedly'],
])('Redis and drivers say in words that they are away: %s', (words) => {
  expect(answerTo(new Error(words))).toBe('away');
});

test.each([
  coded('23505'),
  coded('22P05'),
  coded('42P01'),
  coded('EACCES'),
  coded('ENOENT'),
  coded('SQLITE_CONSTRAINT_UNIQUE'),
  coded('SQLITE_CORRUPT'),
  new TypeError("Cannot read properties of undefined (reading 'READONLY')"),
  new Error('the word OOM in the midst'),
  'no error at all',
])('the rest is the article\u2019s own: %s', (error) => {
  expect(answerTo(error)).toBe('own');
});

test('our own classes, and one of several', () => {
  expect(answerTo(named('BlobsUnavailable'))).toBe('away');
  expect(answerTo(new AggregateError([new Error('x'), coded('ECONNREFUSED')]))).toBe('away');
  expect(rootMessage(new Error('query', { cause: coded('EIO') }))).toBe('something');
});
