import { article, paragraphs, reference } from '../article.ts';
import { addressOf } from '../outlets.ts';
import { cut } from '../repost.ts';

const original = article({
  outlet: 'meridian',
  path: '/world/2026/10/12/egypt-france-cairo-talks-canal-insurance',
  language: 'en',
  title: 'Egypt and France agree joint fund to insure canal shipping after Cairo talks',
  byline: 'Leila Barquist',
  published: '2026-10-12T09:40:00+02:00',
  plan: { relation: 'original' },
  apart: ['cairo-talks'],
  photo: {
    caption: 'Samir Halawany receives Hélène Castagnier at the riverside ministry building.',
    credit: 'Photo: Meridian Wire/O. Prentiss',
  },
  readMore: { label: 'READ MORE', headline: 'Hauliers in Damietta say the new tariff will…' },
  related: ['Port of Sokhna adds two night shifts', 'Why reinsurers left the Red Sea'],
  paragraphs: paragraphs(`
CAIRO — Egypt and France will set up a joint fund to insure merchant ships that use the Suez Canal, the foreign ministers of the two countries announced on Monday after four hours of talks in the Egyptian capital.

Samir Halawany, the Egyptian foreign minister, said the fund would start with 340 million euros and cover hull damage and delay for vessels whose owners can no longer buy war-risk policies at a price they can bear. His French counterpart, Hélène Castagnier, said two thirds of the money would come from Paris and a group of Mediterranean lenders.

"A canal that is open on the map and closed in the ledger helps nobody," Castagnier told reporters at the ministry on the Nile. "What we sign today puts a floor under the price of passage."

The agreement follows eight months in which traffic through the waterway fell by more than a third. Shipping agents in Port Said say that owners of smaller bulk carriers were hit hardest, since the big lines were able to spread the cost of cover over many voyages.

Halawany said that the first policies would be written before the end of November and that a committee of six, three from each side, would meet in Ismailia every month to review claims. He rejected a suggestion that the fund would favour French carriers, saying that the flag of a ship "is not a question on the form".

The two ministers also discussed the stalled negotiations over the eastern Libyan ports. Castagnier said that France would support an Egyptian proposal for observers in Tobruk, provided that the observers answered to the United Nations and not to any single government.

Egyptian opposition deputies asked for the text of the agreement to be put before parliament. A spokesman for the ministry said that a summary would be published within ten days, and that the fund needed no vote because it drew on money already set aside for the canal authority.

Castagnier leaves for Amman on Tuesday. She is expected back in Cairo in January for the first yearly meeting of the fund's board.`),
});

const of = reference(original);

/** A minister's visit: the agency's report, its copies, a translation, and pieces that only speak of the same people. */
export const cairoTalks = [
  original,
  article({
    outlet: 'harbour',
    path: '/2026/10/12/egypt-and-france-agree-joint-fund/',
    language: 'en',
    title: original.title,
    byline: 'Meridian Wire',
    published: '2026-10-12T09:12:00+01:00',
    plan: { relation: 'copy', of, kind: 'exact' },
    paragraphs: original.paragraphs,
    photo: { caption: 'The ministry building on the Nile, seen from Zamalek.', credit: 'Picture: Gazette library' },
    credit: { line: 'Source: Meridian Wire' },
    related: ['Tug crews vote on winter roster'],
    previous: 'Grain silo at berth nine reopens',
    next: 'Harbour board names new pilot master',
  }),
  article({
    outlet: 'hub',
    path: '/world/egypt-france-canal-fund-h4410.html',
    language: 'en',
    title: 'Egypt, France to launch canal insurance fund',
    published: '2026-10-12T12:05:00+03:00',
    updated: '2026-10-12T12:31:00+03:00',
    plan: { relation: 'copy', of, kind: 'wrapped' },
    opening:
      'World Brief Hub, Monday 12 October: the news agency Meridian Wire reports the following from the Egyptian capital.',
    paragraphs: original.paragraphs,
    closing: 'The report by Meridian Wire was carried by several papers of the region during the day.',
    photo: { caption: 'Castagnier und Halawany / FOTO ARCHIVE-/-', credit: '(Photo by ///// / POOL)' },
    readMore: { label: 'Read more:', headline: 'Ferry operators warn of winter cuts as fuel pri...' },
    credit: { line: 'Source: Meridian Wire' },
    related: ['Limanda gece vardiyası', 'أسعار الشحن في البحر الأحمر'],
    previous: 'Amman prepares for visit of European envoys',
    next: 'Observers for Tobruk: what is on the table',
  }),
  article({
    outlet: 'levant',
    path: '/story/20261012-canal-fund-cairo',
    language: 'en',
    title: 'Cairo and Paris set up fund for ships in the canal',
    published: '2026-10-12T13:30:00+03:00',
    pageDate: false,
    plan: { relation: 'copy', of, kind: 'cut' },
    paragraphs: cut(original.paragraphs, 3),
    related: ['Beirut port scanner arrives at last'],
  }),
  article({
    outlet: 'sada',
    path: '/news/2026/10/12/31877',
    language: 'ar',
    title: 'مصر وفرنسا تتفقان على صندوق مشترك لتأمين سفن القناة',
    published: '2026-10-12T14:10:00+03:00',
    plan: { relation: 'copy', of, kind: 'translation' },
    credit: { line: 'المصدر: Meridian Wire', href: addressOf(original) },
    related: ['اجتماع عمان يناقش ملف المياه'],
    paragraphs: paragraphs(`
القاهرة - أعلن وزيرا خارجية مصر وفرنسا يوم الاثنين، بعد محادثات استمرت أربع ساعات في العاصمة المصرية، أن البلدين سينشئان صندوقا مشتركا لتأمين السفن التجارية التي تعبر قناة السويس.

وقال وزير الخارجية المصري سمير حلواني إن الصندوق سيبدأ برأسمال قدره 340 مليون يورو، وسيغطي أضرار بدن السفينة وخسائر التأخير للسفن التي لم يعد أصحابها قادرين على شراء وثائق مخاطر الحرب بسعر محتمل. وأوضحت نظيرته الفرنسية إيلين كاستانييه أن ثلثي المبلغ سيأتيان من باريس ومن مجموعة من المقرضين في حوض المتوسط.

وقالت كاستانييه للصحفيين في مقر الوزارة المطل على النيل: "قناة مفتوحة على الخريطة ومغلقة في دفتر الحسابات لا تنفع أحدا. ما نوقعه اليوم يضع حدا أدنى لثمن العبور".

ويأتي الاتفاق بعد ثمانية أشهر تراجعت فيها الحركة في الممر المائي بأكثر من الثلث. ويقول وكلاء الشحن في بورسعيد إن أصحاب ناقلات البضائع الصغيرة كانوا الأشد تضررا، لأن الخطوط الكبرى استطاعت توزيع كلفة التأمين على رحلات كثيرة.

وذكر حلواني أن أولى الوثائق ستصدر قبل نهاية نوفمبر، وأن لجنة من ستة أعضاء، ثلاثة من كل جانب، ستجتمع في الإسماعيلية كل شهر لمراجعة المطالبات.`),
  }),
  article({
    outlet: 'courrier',
    path: '/monde/2026/10/12/castagnier-au-caire-un-accord-a-prix-fort',
    language: 'fr',
    title: 'Castagnier au Caire : un accord qui a son prix',
    byline: 'Maud Ferrandier',
    published: '2026-10-12T18:20:00+02:00',
    plan: { relation: 'unique' },
    apart: ['cairo-talks'],
    photo: {
      caption: 'La ministre à sa descente d’avion, lundi matin.',
      credit: 'Crédit photo : J. Talvard / Le Courrier',
    },
    readMore: { label: 'Lire aussi', headline: 'Assureurs marseillais : « nous ne savions rien du…' },
    related: ['Le port de Sète attend ses céréaliers'],
    paragraphs: paragraphs(`
Il aura fallu une matinée entière, deux interruptions et un déjeuner sauté pour que Hélène Castagnier ressorte du ministère égyptien des Affaires étrangères avec une signature. La France mettra la plus grosse part dans le fonds destiné aux armateurs qui passent par Suez, et l’opposition, à Paris, demande déjà combien.

Dans l’entourage de la ministre, on répond que l’argent ne sort pas du budget courant. Une banque publique garantit l’essentiel, des prêteurs italiens et espagnols suivent, et le Trésor n’interviendrait qu’en cas de sinistre majeur. « C’est une assurance sur l’assurance », résume un conseiller.

À Marseille, la profession se dit partagée. Les petites compagnies de vrac attendaient ce geste depuis le printemps ; les courtiers, eux, craignent que le guichet public ne casse un marché qui commençait à peine à se refaire. « Personne ne nous a consultés », regrette la présidente du syndicat local, Odile Marchetaux.

Reste la contrepartie politique. Le Caire voulait un mot sur Tobrouk, il l’a obtenu, mais assorti d’une condition : les observateurs dépendront des Nations unies. Au Quai d’Orsay, on assure que cette phrase-là a coûté plus d’heures de discussion que les millions.

La ministre s’envole mardi pour la Jordanie.`),
  }),
  article({
    outlet: 'meridian',
    path: '/world/2026/09/03/halawany-castagnier-phone-call-tobruk',
    language: 'en',
    title: 'Halawany and Castagnier speak by phone about Libyan ports',
    byline: 'Leila Barquist',
    published: '2026-09-03T16:05:00+02:00',
    plan: { relation: 'unique' },
    apart: ['cairo-talks'],
    related: ['Tobruk dockers return to work'],
    paragraphs: paragraphs(`
Egypt's foreign minister, Samir Halawany, spoke by telephone on Thursday with his French counterpart, Hélène Castagnier, about the future of the ports of eastern Libya, the ministry in Cairo said.

The call lasted forty minutes and was the third between the two since July. Halawany laid out a plan under which customs officers from neighbouring states would be stationed in Tobruk for a year, the ministry said in a short note, without giving their number.

A French diplomat, who asked not to be named because the talks are confidential, said Paris had questions about who would pay the officers and who could recall them. "We listened, we did not say yes," the diplomat said.

Castagnier accepted an invitation to visit Cairo in the autumn. No date has been set. The last French foreign minister to travel there was her predecessor, in the spring of last year, for a conference on water.

The port of Tobruk has been shut for most of the summer by a dispute over unpaid wages. Fuel for the towns inland now comes by road from the west, at twice the price.`),
  }),
];
