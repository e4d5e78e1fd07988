import { expect, test } from 'vitest';
import { cleanPage } from '../../clean-page.ts';
import { siteParagraphs } from './closing-voice.ts';

/** Written for this test and in none of the sets that the model learns from. */
const ARTICLE = [
  'The two governments will reopen the border crossing at Tarsk in the first week of May, the transport ministry said.',
  'Lorries have waited there for up to nine days since a bridge was closed in January for repairs.',
  'Traders on both sides say that they have lost more than four million crowns in perishable goods.',
  'A second lane is to follow in autumn if the money for it is found.',
];

const voiced = (texts: readonly string[], isItem = false): number[] =>
  [
    ...siteParagraphs(
      texts,
      () => false,
      () => isItem,
    ),
  ].sort((a, b) => a - b);
const at = (last: readonly string[]): number[] => voiced([...ARTICLE, ...last]);

const SITES: readonly [string, string][] = [
  ['en', 'Would you like the day in five minutes? Leave us your address and we write every evening.'],
  ['de', 'Ist Ihnen etwas aufgefallen, das nicht stimmt? Sagen Sie es uns, wir bessern es aus.'],
  ['fr', 'Vous aimez ce que vous lisez ? Recevez nos articles chaque matin dans votre boîte.'],
  ['es', 'Comparte esta noticia con quien la necesite y síguenos en nuestras redes.'],
  ['it', 'Hai notato qualcosa che non va in questa pagina? Scrivici e lo correggiamo.'],
  ['pt', 'Quer receber as nossas notícias no telemóvel? Ative os avisos do site.'],
  ['pl', 'Podoba ci się nasza praca? Wesprzyj redakcję niewielką kwotą co miesiąc.'],
  ['ru', 'Заметили неточность? Напишите в редакцию, и мы всё исправим.'],
  ['uk', 'Бажаєте отримувати наші новини щоранку? Підпишіться на розсилку.'],
  ['tr', 'Haberlerimizi her sabah e-postanızda görmek ister misiniz? Bültenimize abone olun.'],
  ['ar', 'هل تريد أن تصلك أخبارنا كل صباح؟ اشترك في نشرتنا البريدية مجانا.'],
  ['fa', 'می‌خواهید خبرهای ما هر روز به دستتان برسد؟ در خبرنامه ما عضو شوید.'],
];

test.each(SITES)('%s: the site speaks to its readers: %s', (_lang, sentence) => {
  expect(at([sentence])).toEqual([ARTICLE.length]);
});

const TOLD: readonly [string, string][] = [
  ['en', 'The newsletter of the drivers’ union had warned of the closure in November.'],
  ['de', 'Auf Telegram schrieben Fahrer, die Brücke sei seit Wochen nicht mehr sicher gewesen.'],
  ['fr', 'Le syndicat a envoyé une lettre à tous ses abonnés le soir même.'],
  ['es', 'Los lectores del diario local enviaron mantas a los conductores.'],
  ['it', 'L’applicazione del ministero si era bloccata già nella prima ora.'],
  ['pl', 'Redakcja miejscowej gazety zebrała dla kierowców dwa tysiące koron.'],
  ['ru', 'Читатели местной газеты собрали водителям две тысячи крон.'],
  ['tr', 'Sendikanın bülteni kapanışı kasım ayında duyurmuştu.'],
  ['ar', 'وكانت نشرة النقابة قد حذرت من الإغلاق في نوفمبر.'],
];

test.each(TOLD)('%s: told of somebody, it stays: %s', (_lang, sentence) => {
  expect(at([sentence])).toEqual([]);
});

test.each([
  TOLD[0]?.[1] as string,
  'Every comment that the drivers left under the ministry’s video was deleted within the hour.',
  'The editors of the valley’s paper resigned when the owner would not print their report.',
])('words of a site in what is told cut nothing: %s', (sentence) => {
  const paragraphs = [...ARTICLE, sentence].map((p) => `<p>${p}</p>`).join('');
  const html = `<html><head><title>Border to reopen</title></head><body><article><h1>Border to reopen</h1>${paragraphs}</article></body></html>`;
  expect(cleanPage({ url: 'https://gazette.example/news/border', body: html }).text).toContain(sentence);
});

test('a request on the matter of the article stays: whoever advises, advises on it', () => {
  const advice = 'Lorries that wait at the border crossing: share your repairs and goods with traders on both sides.';
  expect(at([advice])).toEqual([]);
});

test('what is quoted, an item of a list and a text of hardly any paragraphs are not asked', () => {
  const sentence = SITES[0]?.[1] as string;
  expect(at([`“${sentence}”`])).toEqual([]);
  expect(voiced([...ARTICLE, sentence], true)).toEqual([]);
  expect(voiced([ARTICLE[0] as string, sentence])).toEqual([]);
});

test('two that stand one behind the other go, and one above the last paragraph of the article', () => {
  const [first, second] = [SITES[0]?.[1] as string, SITES[3]?.[1] as string];
  expect(at([first, second])).toEqual([ARTICLE.length, ARTICLE.length + 1]);
  expect(at([first, 'The second lane will be paid for by both governments.'])).toEqual([ARTICLE.length]);
});

/** The article's text with these between its second and its third paragraph. */
function textWith(between: readonly string[]): string {
  const all = [...ARTICLE.slice(0, 2), ...between, ...ARTICLE.slice(2)].map((p) => `<p>${p}</p>`).join('');
  const html = `<html><head><title>Border to reopen</title></head><body><article><h1>Border to reopen</h1>${all}</article></body></html>`;
  return cleanPage({ url: 'https://gazette.example/news/border', body: html }).text ?? '';
}

test.each([
  'You have read your last free piece this week. Subscribers read on for two crowns a month.',
  'To see this content from another site, please accept its cookies in our privacy settings.',
  'Get our morning briefing in your inbox: sign up for the newsletter here.',
])('between two paragraphs of the article: %s', (box) => {
  expect(textWith([box])).toBe(ARTICLE.join('\n\n'));
});

test.each([
  'Drivers may sign up for the crossing on a website that the ministry opened on Monday.',
  'Whoever wants to cross has to accept that cameras read every number plate.',
])('what an article tells between its paragraphs stays: %s', (told) => {
  expect(textWith([told])).toContain(told);
});

test('between paragraphs neither a quotation is asked, nor what stands behind a colon, nor an item of a list', () => {
  const box = 'You have read your last free piece this week. Subscribers read on for two crowns a month.';
  const within = (texts: readonly string[], isItem = false) => voiced([...texts, ...ARTICLE], isItem);
  expect(within([ARTICLE[1] as string, box])).toEqual([1]);
  expect(within([ARTICLE[1] as string, `“${box}”`])).toEqual([]);
  expect(within(['The notice at the kiosk said:', box])).toEqual([]);
  expect(within([ARTICLE[1] as string, box], true)).toEqual([]);
});

test.each([
  'READ ALSO: Dockers in Velm end their strike',
  'Sur le même sujet → Le pont de Tarsk rouvre en mai',
  'Διαβάστε επίσης: Ανοίγει ξανά η γέφυρα στο Ταρσκ',
])('a label that leads to another article goes with its headline, link or not: %s', (line) => {
  expect(textWith([line])).toBe(ARTICLE.join('\n\n'));
});

test('a label with a sentence behind it stays', () => {
  const told = 'Read next to the border notice: the bridge of Tarsk carries no lorry above thirty tonnes.';
  expect(textWith([told])).toContain(told);
});
