import { article, paragraphs, reference } from '../article.ts';
import { addressOf } from '../outlets.ts';
import { cut } from '../repost.ts';

const original = article({
  outlet: 'sada',
  path: '/news/2026/10/13/31902',
  language: 'ar',
  title: 'العراق وسوريا يتفقان على قياس مشترك لمياه الفرات',
  byline: 'ريم الحمداني',
  published: '2026-10-13T10:00:00+03:00',
  plan: { relation: 'original' },
  photo: { caption: 'محطة قياس قديمة قرب مدينة القائم.', credit: 'تصوير: أرشيف صدى المشرق' },
  readMore: { label: 'اقرأ أيضا:', headline: 'صيادو حديثة يبيعون قواربهم بعد أن انحسر…' },
  related: ['مزارعو دير الزور ينتظرون المطر', 'سد حديثة عند أدنى مستوى'],
  paragraphs: paragraphs(`
اتفق العراق وسوريا على إنشاء أربع محطات مشتركة لقياس مياه نهر الفرات على جانبي الحدود، وعلى نشر القراءات كل يوم، وفق ما أعلن وزيرا الموارد المائية في البلدين بعد اجتماع عقد الثلاثاء في مدينة القائم.

وقال الوزير العراقي منتظر السعيدي إن الخلاف بين البلدين لم يكن على كمية المياه وحدها، بل على من يملك حق قراءة المقياس. وأضاف: "منذ عشر سنوات ونحن نختلف على رقم لا يراه إلا طرف واحد. ابتداء من الربيع سيراه الجميع".

من جهته أوضح الوزير السوري غسان العبود أن فنيين من الجانبين سيعملون معا في كل محطة، وأن أي نقص يزيد على عشرة في المئة من الحصة المتفق عليها سيحال إلى لجنة تجتمع خلال ثلاثة أيام.

وستتكفل منظمة إقليمية بكلفة الأجهزة التي تبلغ ستة ملايين دولار، على أن تنجز المحطات الأولى قبل موسم الزراعة المقبل. ولم تشارك تركيا في الاجتماع، لكن بغداد قالت إنها أطلعت أنقرة على نص الاتفاق.

ويعتمد أكثر من أربعة ملايين شخص في غرب العراق على مياه النهر للشرب والري. وقال شيخ من وجهاء القائم إن أهالي المنطقة لا يعنيهم عدد المحطات بقدر ما يعنيهم أن تصل المياه إلى آخر السواقي.

ومن المقرر أن يلتقي الوزيران مجددا في دمشق في شهر كانون الثاني لمتابعة التنفيذ.`),
});

const of = reference(original);

/** An Arabic report: whole at one aggregator, without its end at the other, and in English with credit. */
export const waterArabic = [
  original,
  article({
    outlet: 'hub',
    path: '/ar/euphrates-gauges-h4421.html',
    language: 'ar',
    title: 'محطات مشتركة على الفرات بين العراق وسوريا',
    published: '2026-10-13T14:25:00+03:00',
    plan: { relation: 'copy', of, kind: 'exact' },
    paragraphs: original.paragraphs,
    credit: { line: 'المصدر: صدى المشرق' },
    readMore: { label: 'المزيد:', headline: 'أنقرة تدرس نص الاتفاق قبل أن ترد على...' },
    related: ['Fırat suyunda ortak ölçüm', 'Water levels at Haditha'],
    next: 'لقاء مرتقب في دمشق',
  }),
  article({
    outlet: 'digest',
    path: '/read/furat-qiyas-mushtarak',
    language: 'ar',
    title: 'بغداد ودمشق: مقياس واحد للنهر',
    published: '2026-10-13T20:05:00+00:00',
    plan: { relation: 'copy', of, kind: 'cut' },
    paragraphs: cut(original.paragraphs, 2),
    related: ['Rivers and borders: a reader'],
  }),
  article({
    outlet: 'levant',
    path: '/story/20261013-euphrates-gauges',
    language: 'en',
    title: 'Iraq and Syria to read the Euphrates together',
    published: '2026-10-13T18:10:00+03:00',
    updated: '2026-10-13T19:02:00+03:00',
    plan: { relation: 'copy', of, kind: 'translation' },
    credit: { line: 'Source: صدى المشرق', href: addressOf(original) },
    related: ['Haditha dam at its lowest'],
    paragraphs: paragraphs(`
Iraq and Syria have agreed to set up four joint stations on both sides of their border to measure the water of the Euphrates, and to publish the readings every day, the water ministers of the two countries announced after a meeting on Tuesday in the town of al-Qaim.

The Iraqi minister, Muntadhar al-Saidi, said that the dispute had not been about the amount of water alone but about who had the right to read the gauge. "For ten years we have differed over a number that only one side could see," he said. "From the spring everyone will see it."

His Syrian colleague, Ghassan al-Abboud, explained that technicians of both sides would work together in each station, and that any shortfall of more than ten percent of the agreed share would go to a committee that meets within three days.

A regional organisation will bear the cost of the instruments, six million dollars, and the first stations are to be ready before the next planting season. Turkey did not take part in the meeting, but Baghdad said that it had shown Ankara the text.`),
  }),
];
