import { expect, test } from 'vitest';
import { collectBlocks } from '../blocks/collect.ts';
import { parsePage } from '../dom/parse.ts';
import { lineScore } from './line-score.ts';

/** Written for this test and in none of the sets that the model learns from. */
const ROUND_THE_TEXT = [
  '<p>See also: <a href="/b">Valley bridge to open in spring</a></p>',
  '<p>» <a href="/b">Brücke im Tal öffnet im Frühjahr</a></p>',
  '<p>Lee además: <a href="/b">El puente del valle abrirá en primavera</a></p>',
  '<p>İlginizi çekebilir: <a href="/b">Vadideki köprü baharda açılıyor</a></p>',
  '<p>Что ещё почитать: <a href="/b">Мост в долине откроют весной</a></p>',
  '<p>اقرأ كذلك: <a href="/b">افتتاح جسر الوادي في الربيع</a></p>',
  '<p>Der Artikel geht unter der Anzeige weiter</p>',
  '<p>Log in to leave a comment</p>',
  '<p>לקבלת עדכונים נוספים הצטרפו לערוץ הטלגרם של האתר</p>',
  '<p>अधिक ख़बरों के लिए हमारे व्हाट्सऐप ग्रुप से जुड़िए</p>',
  '<p>Untuk kabar lainnya, ikuti saluran WhatsApp kami</p>',
  '<p>LINEで友だち追加して続報を受け取る</p>',
  '<p>กดติดตามช่องยูทูบของเราเพื่อรับข่าวใหม่</p>',
  '<p>欢迎关注本报微信公众号</p>',
  '<p>Il vous reste la moitié de cet article. Abonnez-vous pour lire la suite.</p>',
];

const TEXT = [
  '<p>“We saw it coming,” she said.</p>',
  '<p>Published in 1931, the novel had sold nine copies by the end of the war.</p>',
  '<p>Read the letter aloud, the judge told him, and he did.</p>',
  '<p>Folgen hatte der Streit für keinen der beiden.</p>',
  '<p>¿Y qué hará usted ahora?</p>',
  '<p>चैनल के पांच कर्मचारी बाढ़ में फंसे रहे।</p>',
  '<p>สะพานจะเปิดอีกครั้งในฤดูร้อน</p>',
  '<p>记者们整夜守在桥头。</p>',
  '<p>Bakan yorum yapmadan salondan ayrıldı.</p>',
  '<p>Читать он научился только в десять лет.</p>',
  '<p>The ministry <a href="/m">announced</a> the measure on Friday.</p>',
];

function scoreOf(html: string): number {
  const block = collectBlocks(parsePage(`<body>${html}</body>`).body)[0];
  if (!block) throw new Error(`no block in ${html}`);
  return lineScore(block);
}

test.each(ROUND_THE_TEXT)('a line round the text: %s', (html) => {
  expect(scoreOf(html)).toBeGreaterThan(0.2);
});

test.each(TEXT)('text: %s', (html) => {
  expect(scoreOf(html)).toBeLessThan(0.2);
});
