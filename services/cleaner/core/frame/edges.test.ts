import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';

const GERMAN = [
  'Der Hafenrat von Velmara hat am Montag den östlichen Kai gesperrt, nachdem Taucher Risse in vier Pfeilern gefunden hatten.',
  'Ingenieure messen die Pfeiler nun zwei Wochen lang jeden Tag, und Schiffe mit Getreide fahren so lange an den westlichen Kai.',
  'Der Rat hatte die Reparatur drei Jahre lang verschoben, weil das Geld in die neue Küstenstraße floss, sagte sein Vorsitzender.',
  'Die Fischer baten um einen Platz im inneren Becken, und der Stadtrat spricht am Donnerstagabend über ihre Bitte.',
];

function textOf(before: readonly string[], after: readonly string[], inner: readonly string[] = []): string {
  const paragraphs = [...before, ...GERMAN.slice(0, 2), ...inner, ...GERMAN.slice(2), ...after];
  const body = paragraphs.map((p) => (p.startsWith('<') ? p : `<p>${p}</p>`)).join('');
  return cleanPage({
    url: 'https://kurier.example/meer/kai',
    body: `<!doctype html><html lang="de"><head><title>Kai gesperrt</title></head><body><nav><a href="/">Start</a></nav><article><h1>Kai gesperrt</h1>${body}</article></body></html>`,
  }).text;
}
const ALL = GERMAN.join('\n\n');

test.each([
  'We and our partners keep small files on your device to find out how this site is used, and show what fits you.',
  'Nous déposons de petits fichiers sur votre appareil afin de savoir comment ce site est utilisé et de le financer.',
  'Мы и наши партнёры храним на вашем устройстве небольшие файлы, чтобы знать, как пользуются этим сайтом.',
  'نحن وشركاؤنا نحفظ ملفات صغيرة على جهازك لنعرف كيف يستخدم هذا الموقع ولنعرض ما يناسبك من الأخبار.',
  '我们和合作伙伴会在您的设备上保存小文件，以便了解本网站的使用情况，并显示适合您的内容。',
])('a block in another language at the edge goes: %s', (notice) => {
  expect(textOf([notice], [])).toBe(ALL);
  expect(textOf([], [notice, 'Whatever else a button says'])).toBe(ALL);
});

test('a sentence in another language that names what the article names is text, and so is a quotation', () => {
  const lead = 'The harbour board of the town of Velmara has closed its eastern quay for two weeks, the council said.';
  expect(textOf([lead], [])).toBe([lead, ALL].join('\n\n'));
  const quoted =
    '“No ship may lie at that wall before the divers have been down twice,” the old rule of the port says.';
  expect(textOf([], [quoted])).toBe([ALL, quoted].join('\n\n'));
});

test.each([
  ['7. Mai 2024'],
  ['Dienstag, 7. Mai 2024, 10:20 Uhr'],
  ['2024年5月7日'],
  ['الثلاثاء 7 مايو 2024'],
  ['3.482 Leser'],
  ['Gefällt mir (212)'],
  ['[lwptoc]'],
  ['{{ box-3 }}'],
])('a date, a count or a token alone at the edge goes: %s', (line) => {
  expect(textOf([line], [])).toBe(ALL);
  expect(textOf([], [line])).toBe(ALL);
});

test.each([['[Gelächter im Saal]'], ['Kai 4'], ['1. Die Risse']])('these stay: %s', (line) => {
  expect(textOf([], [], [line])).toContain(line);
});
