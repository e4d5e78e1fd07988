import { pick } from '../../../services/deduplicator/test-support/press.ts';

const WHO = 'وزير|محافظ|رئيس لجنة|مدير هيئة|نقيب|أمين مجلس|عميد كلية|مسؤول في دائرة|رئيسة جمعية|مفتش'.split('|');
const OF = 'الزراعة|المياه|الآثار|الموانئ|الأسواق|الغابات|الصحة المدرسية|الأرصاد|السكك الحديدية|المكتبات'.split('|');
const DID = 'أعلن|أكد|أوضح|رأى|أضاف|نفى|ذكر|أشار إلى|اقترح|أقر'.split('|');
const WHAT =
  'إصلاح الجسر القديم|إغلاق المصنع الكبير|افتتاح مستشفى الأطفال|تأجيل الانتخابات البلدية|شراء حافلات كهربائية|إنشاء محطة لتحلية المياه|زيادة أجور المعلمين|نقل السوق إلى ضاحية أخرى|ترميم القلعة الأثرية|إطلاق قافلة طبية'.split(
    '|',
  );
const WHERE = 'في قرية الزيتونة|على شاطئ المرجان|قرب مدينة النخيل|في حي البنائين|عند سد الوادي|في إقليم الجنوب'.split(
  '|',
);
const WHY =
  'بسبب ارتفاع الأسعار|رغم اعتراض الأهالي|بعد دراسة استمرت سنة|بناء على توصية الخبراء|لأن الموازنة أقرت أخيرا|إثر شكوى تقدم بها السكان'.split(
    '|',
  );

function sentence(random: () => number): string {
  const [sum, year] = [Math.floor(random() * 900) + 11, 2010 + Math.floor(random() * 15)];
  return `${pick(random, DID)} ${pick(random, WHO)} ${pick(random, OF)} ${pick(random, WHAT)} ${pick(random, WHERE)} ${pick(random, WHY)}، وقال إن الكلفة تبلغ ${sum} ألفا وإن العمل الذي بدأ سنة ${year} ينتهي بعد ${Math.floor(random() * 60) + 3} يوما.`;
}

/** Paragraphs of made Arabic news, of some 60 words each. */
export function arabicStory(random: () => number, paragraphs: number): string[] {
  return Array.from({ length: paragraphs }, () => [sentence(random), sentence(random)].join(' '));
}

/** The same with the digits that the Arab east writes. */
export function inEasternDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}

/** The same as other desks spell it: hamza, yeh, teh marbuta and kaf in other forms, vowel marks, letters stretched. */
export function respelt(random: () => number, text: string): string {
  return text
    .replace(/[أإآ]/g, 'ا')
    .replace(/ي(?!\p{L})/gu, 'ى')
    .replace(/ة(?!\p{L})/gu, () => (random() < 0.5 ? 'ه' : 'ة'))
    .replace(/ؤ/g, 'ئ')
    .replace(/ك/g, () => (random() < 0.3 ? 'ک' : 'ك'))
    .replace(/(?<=\p{L})\p{L}/gu, (letter) => (random() < 0.05 ? `${letter}\u064e` : letter))
    .replace(/(?<=[بتسنم])(?=\p{L})/gu, () => (random() < 0.03 ? '\u0640' : ''));
}
