import { article } from '../test-support/press.ts';
import { at, type Golden } from './case.ts';

const ARABIC =
  'قالت بلدية مدينة النخيل إن مصنع الزجاج الجديد سيبدأ العمل في 12 من الشهر المقبل وسيشغل 480 عاملا من أبناء الأحياء القديمة، وإن الفرن الأول يستهلك 65 طنا من الرمل كل يوم. وأضاف المهندس رفيق السامر أن خطا من السكة طوله 9 كيلومترات سيربط المصنع بالميناء، وأن 27 عربة اشتريت لنقل الألواح إلى الأسواق البعيدة. واشترط المجلس زراعة 3500 شجرة حول الأسوار لحماية البيوت من الغبار، ووعد بفتح مدرسة لتعليم صناعة القوارير لمن أتم 16 عاما.';

const PERSIAN =
  'شهرداری بندر مرواریدان اعلام کرد که پل چوبی رودخانه پس از 18 ماه تعمیر دوباره باز شده و روزانه 240 دوچرخه از آن می‌گذرد. مهندس آرش نیکنام گفت 56 تیر پوسیده با چوب بلوط جایگزین شد و 7 چراغ تازه بر نرده‌ها نصب گردید. به گفته او 1300 نفر از مردم محله برای این کار پول گذاشتند و 34 نجار بازنشسته رایگان کار کردند. شورا قرار است 5 قایق کهنه را نیز به موزه کنار پل بسپارد تا کودکان با زندگی ماهیگیران آشنا شوند.';

const HINDI =
  'सोनपुरा नगर पालिका ने बताया कि पुराने कुएँ की सफाई 15 दिनों में पूरी हो गई और अब 320 परिवारों को साफ पानी मिल रहा है। अभियंता माधव कोठारी ने कहा कि 48 मजदूरों ने 22 फुट नीचे तक गाद निकाली और दीवारों पर 6000 नई ईंटें लगाईं। पालिका ने पास के 9 तालाबों को भी इसी तरह साफ करने का निर्णय लिया है और इसके लिए 75 स्वयंसेवक नाम लिखा चुके हैं। गाँव की बुजुर्ग महिलाओं ने पहली बाल्टी भरकर गीत गाए और बच्चों को गुड़ बाँटा।';

const bank = (a: string[]) =>
  `أعلن بنك الواحة أن التضخم بلغ ${a[0]}% في ${a[1]} مقابل ${a[2]}% في الشهر السابق، وأن احتياطيه من الذهب وصل إلى ${a[3]} مليون دينار. وارتفعت القروض ${a[4]}% لتبلغ ${a[5]} مليونا، بينما تراجعت الودائع ${a[6]}%. وذكرت المديرة هالة المنذر أن الفائدة ستظل عند ${a[7]}% إلى اجتماع ${a[8]}، وأن الفروع وعددها ${a[9]} التزمت بنسبة السيولة المقررة وهي ${a[10]}%. ورجحت أن يكون النمو ${a[11]}% إذا استقر سعر البرميل عند ${a[12]} دينار.`;
const APRIL = [
  '3.4',
  'أبريل',
  '3.9',
  '14,250',
  '6.7',
  '2,380',
  '1.8',
  '4.75',
  '19 يونيو',
  '37',
  '17.25',
  '2.6',
  '1,240',
];
const MAY = ['2.8', 'مايو', '3.4', '13,870', '1.2', '2,140', '8.5', '5.25', '24 يوليو', '36', '15.50', '1.7', '1,530'];

/** The same with the digits, the point, the comma and the per cent sign of another row of Unicode. */
function inDigits(text: string, zero: number): string {
  const digits = text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  return zero === 0x966
    ? digits
    : digits
        .replace(/(?<=\p{Nd})[.]/gu, '٫')
        .replace(/(?<=\p{Nd}),(?=\p{Nd})/gu, '٬')
        .replaceAll('%', '٪');
}

/** Arabic as it is typed in haste: no hamza on alef, one yeh, heh for teh marbuta, hamza on yeh for that on waw. */
function hasty(text: string): string {
  return text
    .replace(/[أإآ]/g, 'ا')
    .replaceAll('ؤ', 'ئ')
    .replace(/ى(?!\p{L})/gu, 'ي')
    .replaceAll('ة', 'ه');
}

/** A vowel mark and a stretched letter in every third word. */
function vowelled(text: string): string {
  return text
    .split(' ')
    .map((word, i) =>
      i % 3 !== 0 || word.length < 4
        ? word
        : `${word.slice(0, 2)}\u064e${word.slice(2, 3)}\u0640\u0640${word.slice(3)}`,
    )
    .join(' ');
}

/** Persian with the Arabic letters, without what keeps letters apart. */
function arabicLetters(text: string): string {
  return text.replaceAll('\u200c', '').replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll('ۀ', 'ه');
}

const REFUGE =
  'أعلنت هيئة الآثار أن فرقة من الغواصين عثرت على سفينة غارقة قبالة رأس المؤذن، وأن ألواحها المطلية بالقار ما زالت متماسكة. وأوضحت مسؤولة الحفريات إيمان الأزرق أن الحمولة جرار مملوءة زيتا وأكياس من الفلفل لم تؤثر فيها الملوحة. وتبدأ أعمال الانتشال في الأسابيع الآتية إذا هدأت الأمواج، وتنقل القطع إلى مختبر القلعة القديمة. ودعت الهيئة أهالي القرى الساحلية إلى ألا يقتربوا من المنطقة، لأن الشباك مزقت إحدى الخشبات الكبرى وأدت إلى ضياع أجزائها. ورأى مؤرخون أن السفينة آتية من جزائر بعيدة وأنها أول أثر لتجارة لم يذكرها إلا الرواة.';

function pair(
  condition: string,
  [first, second]: readonly [string, string],
  rest: Partial<Omit<Golden, 'articles' | 'condition'>> & { language: string; hours?: number },
): Golden {
  const { language, hours = 3, ...right } = rest;
  return {
    condition,
    articles: [
      article('a', 'first.example', first, at(7, 9), { language }),
      article('b', 'second.example', second, at(7, 9 + hours), { language }),
    ],
    joined: ['a', 'b'],
    rows: { a: { relation: 'original' }, b: { relation: 'copy', originalId: 'a' } },
    coverage: { b: 0.85 },
    ...right,
  };
}

const sentences = (text: string, ...which: number[]) => {
  const all = text.split(/(?<=\.) /);
  return which.map((n) => all[n]).join(' ');
};

/** Digits of other scripts, and what writers of Arabic and Persian exchange. */
export const WRITTEN: readonly Golden[] = [
  pair('Arabic-Indic digits', [ARABIC, inDigits(ARABIC, 0x660)], { language: 'ar' }),
  pair('Persian digits', [PERSIAN, inDigits(PERSIAN, 0x6f0)], { language: 'fa' }),
  pair('Devanagari digits', [HINDI, inDigits(HINDI, 0x966)], { language: 'hi' }),
  pair('decimals, thousands and per cent in Arabic signs', [bank(APRIL), inDigits(bank(APRIL), 0x660)], {
    language: 'ar',
  }),
  pair("the next month's figures, in the other digits, are other news", [bank(APRIL), inDigits(bank(MAY), 0x660)], {
    language: 'ar',
    hours: 31 * 24,
    joined: [],
    apart: ['a', 'b'],
    rows: {},
    coverage: {},
  }),
  pair('Arabic without hamza, its first sentences alone', [REFUGE, hasty(sentences(REFUGE, 0, 1, 2))], {
    language: 'ar',
  }),
  pair('hamza on another letter, a middle part left out', [REFUGE, hasty(sentences(REFUGE, 0, 1, 3, 4))], {
    language: 'ar',
  }),
  pair('vowel marks, stretched letters and no hamza, cut short', [REFUGE, vowelled(hasty(sentences(REFUGE, 0, 1)))], {
    language: 'ar',
  }),
  pair('Persian in Arabic letters, joiners gone, the close cut', [PERSIAN, arabicLetters(sentences(PERSIAN, 0, 1))], {
    language: 'fa',
  }),
];
