import { expect, test } from 'vitest';
import { isBylineLine } from './byline-line.ts';

test.each([
  'By Anna Holt and Piet de Vries',
  'By Anna Holt, harbour correspondent',
  'Par Anne Lefort (à Lille)',
  'Von Ilse Brandt, Wien',
  'Por Marta Ruiz | Corresponsal en Oaxaca',
  'Автор: Ирина Соколова',
  'Muhabir: Emre Çelik',
  'كتب - محمود سالم:',
])('names who wrote it: %s', (line) => {
  expect(isBylineLine(line)).toBe(true);
});

test.each([
  'By Tuesday evening the water had gone.',
  'Von dem Vertrag profitieren beide Seiten',
  'Par ailleurs, le ministre a annoncé une visite.',
  'Por ahora no hay acuerdo',
  'كتب الوزير رسالة إلى نظيره قال فيها إن المحادثات ستستمر حتى نهاية الشهر المقبل.',
])('is text: %s', (line) => {
  expect(isBylineLine(line)).toBe(false);
});
