import { expect, test } from 'vitest';
import { cleanPage } from './clean-page.ts';

/** Pages written for this test: junk of every kind round three paragraphs, in the languages that are expected. */
interface Golden {
  name: string;
  lang: string;
  title: string;
  paragraphs: string[];
  /** Junk before and after the paragraphs, as HTML. */
  before: string;
  after: string;
  head?: string;
  credit?: { source: string; kind: string } | null;
  publishedAt?: string;
}

const EN = [
  'The harbour authority will close the eastern basin for two weeks from Monday, after divers found cracks in the wall of the old dock.',
  'Fishing crews were told to move their boats to the northern quay, where the city has set up power and water for forty vessels.',
  '“We would rather lose a fortnight than a dock,” the harbour master, Ilse Brandt, said on the quay on Friday afternoon.',
];
const TR = [
  'Liman idaresi, dalgıçların eski rıhtım duvarında çatlaklar bulmasının ardından doğu havzasını pazartesi gününden itibaren iki hafta kapatacak.',
  'Balıkçılardan teknelerini, belediyenin kırk tekne için elektrik ve su sağladığı kuzey iskelesine taşımaları istendi.',
  'Liman başkanı cuma günü öğleden sonra yaptığı açıklamada çalışmaların gece gündüz süreceğini söyledi.',
];
const AR = [
  'أعلنت سلطة الميناء أنها ستغلق الحوض الشرقي لمدة أسبوعين ابتداء من يوم الاثنين بعد أن عثر الغواصون على شقوق في جدار الرصيف القديم.',
  'وطلبت السلطة من الصيادين نقل قواربهم إلى الرصيف الشمالي حيث وفرت المدينة الكهرباء والمياه لأربعين قاربا.',
  'وقال مدير الميناء بعد ظهر الجمعة إن العمل سيستمر ليلا ونهارا حتى تنتهي الإصلاحات في موعدها.',
];
const RU = [
  'Администрация порта закроет восточный бассейн на две недели с понедельника, после того как водолазы нашли трещины в стене старого причала.',
  'Рыбаков попросили перевести лодки к северному причалу, где город подвёл электричество и воду для сорока судов.',
  'Начальник порта заявил в пятницу днём, что работы будут идти круглые сутки и закончатся в срок.',
];
const DE = [
  'Die Hafenbehörde sperrt das östliche Becken ab Montag für zwei Wochen, nachdem Taucher Risse in der Mauer des alten Docks gefunden haben.',
  'Die Fischer sollen ihre Boote an den nördlichen Kai verlegen, wo die Stadt Strom und Wasser für vierzig Schiffe gelegt hat.',
  'Man verliere lieber zwei Wochen als ein Dock, sagte die Hafenmeisterin am Freitagnachmittag auf dem Kai.',
];
const FR = [
  'L’autorité portuaire fermera le bassin est pendant deux semaines à partir de lundi, après la découverte de fissures dans le mur du vieux quai.',
  'Les pêcheurs ont été priés de déplacer leurs bateaux vers le quai nord, où la ville a installé l’eau et l’électricité pour quarante navires.',
  'La capitaine du port a expliqué vendredi après-midi que les travaux se poursuivraient jour et nuit.',
];
const ES = [
  'La autoridad portuaria cerrará la dársena oriental durante dos semanas a partir del lunes, después de que unos buzos hallaran grietas en el muro.',
  'Se pidió a los pescadores que llevaran sus barcos al muelle norte, donde la ciudad ha instalado agua y electricidad para cuarenta naves.',
  'La capitana del puerto dijo el viernes por la tarde que las obras seguirán día y noche hasta terminar.',
];

const PAGES: Golden[] = [
  {
    name: 'English: consent notice in German with its lone X, share bar with counters, read more, prev and next',
    lang: 'en',
    title: 'Eastern basin to close for two weeks',
    paragraphs: EN,
    before: `<div class="box"><p>X</p><p>Wir verwenden Cookies, um diese Website zu verbessern. Mit der Nutzung stimmen Sie dem zu.</p></div>
      <p>Published 03/02/2021 18:40</p><p>Updated: 04/02/2021 08:15</p><div><span>SHARE</span> <span>12</span> <a href="#f">Facebook</a> <a href="#t">Twitter</a></div>
      <h2>Eastern basin to close for two weeks</h2><p>Photo: A. Sample / Harbour Press</p>`,
    after: `<p>Read more: <a href="/x">Ferry timetable for the summer is out, and it brings…</a></p><p><a href="/p">PREV</a> Old lighthouse gets a new lamp</p><p><a href="/n">NEXT</a> Market hall opens on Sunday</p><p>Tags: harbour, dock</p>`,
    credit: null,
    publishedAt: '2021-02-03T18:40:00',
  },
  {
    name: 'English: a day-first date beside its own machine stamp',
    lang: 'en',
    title: 'Eastern basin to close for some time',
    paragraphs: EN,
    before:
      '<p class="posted">Posted on <time datetime="2021-02-03T09:10:00+00:00">03/02/2021</time> by <a href="/a">admin</a></p>',
    after: '',
    credit: null,
    publishedAt: '2021-02-03T09:10:00+00:00',
  },
  {
    name: 'English: Source',
    lang: 'en',
    title: 'Eastern basin to close',
    paragraphs: EN,
    before: '',
    after: '<p>Source: Reuters</p>',
    credit: { source: 'Reuters', kind: 'whole' },
  },
  {
    name: 'English: Via',
    lang: 'en',
    title: 'Eastern basin to close',
    paragraphs: EN,
    before: '',
    after: '<p>Via: RT</p>',
    credit: { source: 'RT', kind: 'whole' },
  },
  {
    name: 'English: first appeared, and an aggregator’s frame',
    lang: 'en',
    title: 'Eastern basin to close for a fortnight',
    paragraphs: EN,
    before: '<p>Here are the full details of the news that we bring to our readers today.</p>',
    after:
      '<p>The post <a href="https://coastal.example/a">Eastern basin to close for a fortnight</a> appeared first on <a href="https://coastal.example">Coastal Courier</a>.</p><p>Thank you for reading our news.</p><p>Follow us on Facebook and Telegram for more updates.</p>',
    credit: { source: 'Coastal Courier', kind: 'first-published' },
  },
  {
    name: 'English: part',
    lang: 'en',
    title: 'Eastern basin to close',
    paragraphs: EN,
    before: '',
    after: '<p>With additional reporting by Agence France-Presse.</p>',
    credit: { source: 'AFP', kind: 'part' },
  },
  {
    name: 'English: dateline',
    lang: 'en',
    title: 'Eastern basin to close',
    paragraphs: [`PORT ELLEN (AP) — ${EN[0]}`, EN[1] as string, EN[2] as string],
    before: '',
    after: '',
    credit: { source: 'AP', kind: 'whole' },
  },
  {
    name: 'English: a mention is no credit',
    lang: 'en',
    title: 'Eastern basin to close',
    paragraphs: [...EN, 'The repairs will cost nine million, a person who has seen the bill told Reuters on Saturday.'],
    before: '<figure><img src="a.jpg"><figcaption>The dock on Friday. Source: AFP</figcaption></figure>',
    after: '',
    credit: null,
  },
  {
    name: 'English: its own outlet is no credit',
    lang: 'en',
    title: 'Eastern basin to close',
    paragraphs: EN,
    head: '<meta property="og:site_name" content="Harbour Post">',
    before: '',
    after: '<p>Source: The Harbour Post</p>',
    credit: null,
  },
  {
    name: 'Turkish',
    lang: 'tr',
    title: 'Doğu havzası iki hafta kapanıyor',
    paragraphs: TR,
    before: '<p>Yayınlanma: 03.02.2021 18:40</p><p>Paylaş</p>',
    after:
      '<p>Kaynak: Anadolu Ajansı</p><p>İlgili Haberler</p><p>Yorum yap</p><p>Haberlerimizi okuduğunuz için teşekkür ederiz.</p>',
    credit: { source: 'Anadolu Agency', kind: 'whole' },
    publishedAt: '2021-02-03T18:40:00',
  },
  {
    name: 'Arabic',
    lang: 'ar',
    title: 'إغلاق الحوض الشرقي أسبوعين',
    paragraphs: AR,
    before: '<p>تاريخ النشر: 3 فبراير 2021</p><p>مشاركة</p>',
    after: '<p>المصدر: رويترز</p><p>اقرأ أيضا: افتتاح سوق جديد في المدينة</p><p>شكرا لكم على متابعة موقعنا</p>',
    credit: { source: 'Reuters', kind: 'whole' },
    publishedAt: '2021-02-03',
  },
  {
    name: 'Russian',
    lang: 'ru',
    title: 'Восточный бассейн закроют на две недели',
    paragraphs: RU,
    before: '<p>Опубликовано 3 февраля 2021, 18:40</p><p>Поделиться</p>',
    after:
      '<p>Источник: ТАСС</p><p>Читайте также: <a href="/a">На рынке открылся новый зал</a></p><p>Подписывайтесь на наш канал в Telegram</p>',
    credit: { source: 'TASS', kind: 'whole' },
    publishedAt: '2021-02-03T18:40:00',
  },
  {
    name: 'German',
    lang: 'de',
    title: 'Östliches Becken wird zwei Wochen gesperrt',
    paragraphs: DE,
    before: '<p>Stand: 03.02.2021, 18:40 Uhr</p><p>Teilen</p>',
    after:
      '<p>Quelle: dpa</p><p>Lesen Sie auch: <a href="/a">Neue Halle am Markt</a></p><p>Newsletter hier abonnieren und nichts mehr verpassen</p>',
    credit: { source: 'dpa', kind: 'whole' },
    publishedAt: '2021-02-03T18:40:00',
  },
  {
    name: 'French',
    lang: 'fr',
    title: 'Le bassin est fermera deux semaines',
    paragraphs: FR,
    before: '<p>Publié le 3 février 2021 à 18h40</p><p>Partager</p>',
    after:
      '<p>(avec AFP)</p><p>Lire aussi : <a href="/a">Une nouvelle halle au marché</a></p><p>Abonnez-vous à notre newsletter</p>',
    credit: { source: 'AFP', kind: 'part' },
    publishedAt: '2021-02-03T18:40:00',
  },
  {
    name: 'Spanish',
    lang: 'es',
    title: 'La dársena oriental cierra dos semanas',
    paragraphs: ES,
    before: '<p>Publicado el 3 de febrero de 2021</p><p>Compartir</p>',
    after: '<p>Fuente: Agencia EFE</p><p>Lea también: <a href="/a">Un nuevo mercado</a></p><p>Síguenos en Facebook</p>',
    credit: { source: 'EFE', kind: 'whole' },
    publishedAt: '2021-02-03',
  },
  {
    name: 'short-codes round the text',
    lang: 'en',
    title: 'Eastern basin to close',
    paragraphs: EN,
    before: '<p>[vc_row][vc_column width="1/2"][caption id="a" align="left"]A dock in the rain[/caption]</p>',
    after: '<p>[/vc_column][/vc_row]</p><p>[embed]https://video.example/v/1[/embed]</p>',
    credit: null,
  },
];

test.each(PAGES)('$name', ({ lang, title, paragraphs, before, after, head, credit, publishedAt }) => {
  const body = `<html lang="${lang}"><head><title>${title} - Sample Daily</title>${head ?? ''}</head><body>
    <ul class="menu"><li><a href="/">Home</a></li><li><a href="/a">News</a></li></ul>
    <div class="content"><h1>${title}</h1>${before}${paragraphs.map((p) => `<p>${p}</p>`).join('\n')}${after}</div>
    <div class="footer">© Sample Daily</div></body></html>`;
  const result = cleanPage({ url: `https://sample-daily.example/${lang}/story`, body });
  expect(result.text.split('\n\n')).toEqual(paragraphs);
  expect(result.title).toBe(title);
  if (credit === null) expect(result.credit).toBeNull();
  else if (credit) expect(result.credit).toMatchObject(credit);
  if (publishedAt) expect(result.publishedAt).toBe(publishedAt);
  expect(result.language).toBe(lang);
});
