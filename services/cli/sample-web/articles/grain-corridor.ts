import { article, paragraphs, reference } from '../article.ts';
import { addressOf } from '../outlets.ts';

const original = article({
  outlet: 'bogaz',
  path: '/dunya/tahil-koridoru-icin-ankarada-uclu-imza-18204',
  language: 'tr',
  title: 'Tahıl koridoru için Ankara’da üçlü imza',
  byline: 'Selin Karadağlı',
  published: '2026-10-14T11:30:00+03:00',
  updated: '2026-10-14T12:10:00+03:00',
  plan: { relation: 'original' },
  apart: ['grain-corridor'],
  photo: { caption: 'Heyetler imza töreninin ardından basına poz verdi.', credit: 'FOTOĞRAF: BOĞAZ POSTASI/ARŞİV' },
  readMore: { label: 'İLGİNİZİ ÇEKEBİLİR', headline: 'Un fabrikaları ihracat kotasının yeniden…' },
  related: ['Samsun Limanı’nda yeni iskele', 'Fındıkta rekolte beklentisi düştü'],
  paragraphs: paragraphs(`
Türkiye, Ukrayna ve Romanya, Karadeniz’de tahıl taşıyan gemiler için ortak bir geçiş koridoru kurulmasını öngören protokolü çarşamba günü Ankara’da imzaladı. Protokol, üç ülkenin kılavuz gemilerinin dönüşümlü olarak görev yapmasını ve yüklerin tek bir merkezde denetlenmesini içeriyor.

Dışişleri Bakanı Yardımcısı Tarık Özdemirkan, törende yaptığı konuşmada koridorun 1 Kasım’da açılacağını ve ilk ayda en az kırk geminin geçmesinin beklendiğini söyledi. Özdemirkan, “Bu denizden geçen her çuval buğdayın kimin sofrasına gittiğini bileceğiz” dedi.

Ukrayna heyetine başkanlık eden Altyapı Bakanı Oksana Melnyçuk, denetim merkezinin Köstence’de kurulmasının kendileri için kolay bir karar olmadığını, ancak sigorta primlerinin düşmesi için başka yol kalmadığını belirtti. Romanya Ulaştırma Bakanı Dorin Vasilache ise merkezin giderlerinin yarısını ülkesinin karşılayacağını açıkladı.

Protokolde, mayın tarama görevinin hangi ülke tarafından yürütüleceği açık bırakıldı. Diplomatik kaynaklar, bu konunun gelecek hafta Varna’da yapılacak askeri uzmanlar toplantısında ele alınacağını aktardı.

Tahıl ihracatçıları birliğinin başkanı Nevzat Erbilen, anlaşmayı olumlu karşıladıklarını ancak küçük koster sahiplerinin sıra beklerken zarar etmemesi için bir öncelik kuralı konulması gerektiğini vurguladı. Erbilen’e göre geçen sezon boğaz girişinde bekleyen gemilerin günlük maliyeti on iki bin doları aştı.

Taraflar, koridorun işleyişini üç ayda bir gözden geçirecek. İlk değerlendirme toplantısının şubat ayında Odesa’da yapılması planlanıyor.`),
});

const of = reference(original);

/** An agreement on grain: a Turkish report, its copy in the same language, a machine translation, and a report of others. */
export const grainCorridor = [
  original,
  article({
    outlet: 'hub',
    path: '/tr/tahil-koridoru-h4432.html',
    language: 'tr',
    title: 'Karadeniz’de tahıl gemilerine ortak koridor',
    published: '2026-10-14T13:02:00+03:00',
    plan: { relation: 'copy', of, kind: 'wrapped' },
    opening: 'Boğaz Postası gazetesinin 14 Ekim Çarşamba günü Ankara’dan bildirdiğine göre gelişme şöyle:',
    paragraphs: original.paragraphs,
    closing: 'Haberin tamamı Boğaz Postası tarafından yayımlanmıştır.',
    credit: { line: 'Kaynak: Boğaz Postası' },
    readMore: { label: 'Devamını oku:', headline: 'Varna toplantısı öncesi üç soru ve üç ya...' },
    related: ['Getreidepreise steigen erneut', 'أسعار القمح ترتفع'],
    previous: 'Tuna’da su seviyesi düşüyor',
    next: 'Köstence limanında yeni merkez',
  }),
  article({
    outlet: 'hub',
    path: '/world/triple-signature-in-ankara-h4437.html',
    language: 'en',
    title: "Triple signature in Ankara for the ''grain corridor''",
    published: '2026-10-14T15:45:00+03:00',
    plan: { relation: 'copy', of, kind: 'translation' },
    credit: { line: 'Source: Boğaz Postası', href: addressOf(original) },
    related: ['Karadeniz’de fırtına uyarısı', 'اتفاق الحبوب'],
    previous: 'Wheat prices in Rotterdam little changed',
    paragraphs: paragraphs(`
Turkey, Ukraine and Romania signed in Ankara on Wednesday the protocol foreseeing the establishment of a common ''transition corridor'' for the ships carrying grain in the Black Sea. Protocol contains that the pilot ships of the three countries take duty alternately and that the loads be inspected in a single center.

Deputy Minister of Foreign Affairs Tarık Özdemirkan, in the speech he made at the ceremony, said that the corridor will be opened on 1 November and that at least forty ships are expected to pass in the first month. Özdemirkan said, „We will know to whose table every sack of wheat that passes from this sea goes\`\`.

Infrastructure Minister Oksana Melnychuk, who chaired the Ukrainian delegation, stated that the establishment of the inspection center in Constanta was ''not an easy decision'' for them, but that there was no other way left for the insurance premiums to fall. Minister of Transport of Romania Dorin Vasilache, on the other hand, explained that half of the expenses of the center will be met by his country.

In the protocol, it was left open by which country the mine scanning duty will be carried out. Diplomatic sources conveyed that this subject will be handled next week at the meeting of military experts to be held in Varna.

Nevzat Erbilen, head of the union of grain exporters, emphasized that they met the agreement positively, but that a ''priority rule'' should be put so that the owners of small coasters do not suffer damage while waiting in line.`),
  }),
  article({
    outlet: 'primor',
    path: '/more/2026/10/14/zerno-ankara.html',
    language: 'ru',
    title: 'Три страны договорились о проводке зерновых судов',
    byline: 'Глеб Рудаковский',
    published: '2026-10-14T20:15:00+03:00',
    plan: { relation: 'unique' },
    apart: ['grain-corridor'],
    photo: { caption: 'Балкер на рейде Констанцы.', credit: 'Фото: архив редакции' },
    related: ['Паром не вышел в рейс из-за шторма'],
    paragraphs: paragraphs(`
Турция, Румыния и Украина условились о совместной проводке судов с зерном по западной части Чёрного моря. Документ, подписанный в турецкой столице, вступает в силу с ноября, однако главный вопрос — кто будет искать мины — в нём обойдён молчанием.

По словам источника, знакомого с ходом переговоров, турецкая сторона предлагала поручить траление только своему флоту, но румыны настояли на отдельной встрече военных. Она пройдёт в Варне, и до её окончания страховщики не намерены пересматривать ставки.

Аналитик портового рынка Вера Стремоухова считает, что коридор прежде всего выгоден Констанце: порт получит пункт досмотра, рабочие места и плату за стоянку. «Одесса соглашается на чужой досмотр, потому что простаивать дороже», — говорит она.

Владельцы небольших судов опасаются очередей. Осенью прошлого года ожидание перед проливами доходило до девяти суток, и каждое утро обходилось им дороже, чем сам фрахт.

Болгарию к столу не позвали, хотя каждое второе судно проходит мимо её берегов. В Софии сказали, что документ изучат и что у моря, в отличие от протокола, не три стороны.

Первый конвой соберут в последних числах октября. Его поведёт турецкий лоцман, а наблюдателями на мостике будут по одному человеку от каждой из столиц.`),
  }),
];
