import { expect, test } from 'vitest';
import { creditInFrame } from './credit-in-frame.ts';

const NAMES: readonly [string, string | null][] = [
  ['Our colleagues at The National had this report on Monday.', 'The National'],
  ['The piece below ran in the Tarsk Observer on Saturday.', 'Tarsk Observer'],
  ['Übernommen aus dem Tarsker Boten.', 'Tarsker Boten'],
  ['Перепечатано из газеты «Вестник Тарска» с разрешения редакции.', 'Вестник Тарска'],
  ['Bu yazı Tarsk Postası gazetesinden alınmıştır.', 'Tarsk Postası'],
  ['نقلنا هذا الخبر من صحيفة المرفأ، مع الشكر.', 'المرفأ'],
  ['Un papier de nos amis de L’Écho du Plateau.', 'L’Écho du Plateau'],
  ['Shared with thanks to our colleagues at the Northern Ledger.', 'Northern Ledger'],
  ['Source: Valley Wire. All rights belong to the publisher.', 'Valley Wire'],
  ['You can find the original at tarskobserver.example.', 'tarskobserver.example'],
  // A kind of publication, a month or a part of another outlet's name is no name.
  ['Este texto apareció en un periódico de Tarsk.', null],
  ['It first appeared in March.', null],
  ['Carried with the leave of the Valley Times.', 'Valley Times'],
];

test.each(NAMES)('%s', (sentence, name) => {
  const frame = [{ kept: '', cut: [sentence], act: 'first-published' as const, reason: '' }];
  expect(creditInFrame(frame, () => false)?.source ?? null).toBe(name);
});

test('a sentence that only thanks or invites credits nobody', () => {
  const frame = [{ kept: '', cut: ['Read more on the website of Reuters.'], act: 'invite' as const, reason: '' }];
  expect(creditInFrame(frame, () => false)).toBeNull();
});
