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

const LIBRARY =
  'کتابخانه سیار دره بادامستان پس از نوروز دوباره راه می‌افتد و به روستاهایی خواهد رفت که از دیرباز کتاب‌فروشی ندارند. راننده‌اش بهزاد نیکنام گفت قفسه را با چوب گردو ساخته و صندوق قصه را زیر صندلی جا داده است. کودکان می‌توانند هر بار سه کتاب بردارند و اگر برگی پاره شود خودشان می‌چسبانند. دهیاران نوبت را روی دیوار مسجد نوشته و زمان آمدن ماشین را هم هر پنجشنبه از بلندگو خبر داده اند و زنان ده برای راننده نان تازه می‌آورند.';

const TOWER =
  '달마을 사람들은 오래된 종탑을 허물지 않고 고쳐 쓰기로 했다. 목수 강보람 씨는 들보가 썩은 줄 알았지만 속은 멀쩡하더라고 말했다. 종탑 꼭대기에 살던 올빼미 세 마리는 공사가 끝날 때까지 방앗간 지붕 밑에서 지낼 수 있다. 마을 회의는 비용의 절반을 사과밭 조합에서 빌리고 나머지는 가을 장터에서 모을 것이라고 밝혔다. 아이들은 종을 칠 줄 아는 사람이 아무도 남지 않은 것이 더 큰 걱정이라고 했다. 구둣방 주인은 할아버지에게 배운 적이 있다며 다음 달부터 가르쳐 줄 만한 곳을 찾고 있다.';
const APART = ['지낼 수 있다', '모을 것이라고', '칠 줄 아는', '남지 않은 것이', '가르쳐 줄 만한', '썩은 줄 알았지만'];
const TOGETHER = ['지낼수있다', '모을것이라고', '칠줄 아는', '남지않은것이', '가르쳐줄만한', '썩은줄 알았지만'];

const opening = ([town, thing, who, sum]: readonly string[]) =>
  `فرماندار ${town} در آیین گشایش ${thing} گفت که این طرح با همراهی خیرها ساخته‌شده و از فردا در دسترس مردم است. ${who} که سازنده‌ی این بناست می‌گوید کارگرها شب‌ها هم کار می‌کردند و هزینه‌ها به ${sum} تومان رسیده‌است. در پایان برنامه از خانواده‌هایی که زمین‌های خود را بخشیده‌بودند با هدیه‌هایی قدردانی شد.`;

const GARDEN = [
  'توقف ساعي البريد حمدون السبعي عن ركوب دراجته أمس بعد أن قطع بها دروب وادي اللوز أربعين سنة كاملة.',
  'وتحكي جارته أنه كان يقرأ الرسائل على من لا يعرف القراءة ويكتب عنهم الجواب على ظهر المظروف بقلم أخضر.',
  'ولم يتأخر عن موعده إلا يوم انهار الجسر الخشبي فعبر النهر سباحة وحقيبته فوق رأسه ملفوفة بمعطف المطر.',
  'أما الدراجة فقد طلبها متحف المدينة لكنه أهداها إلى حفيدته التي تدرس الهندسة وتحب إصلاح العجلات القديمة.',
  'وسيزرع العجوز في فناء داره نعناعا وزعترا ويقول إن الروائح رسائل لا تحتاج إلى طوابع ولا إلى عناوين.',
];
const KILN = [
  '小磯村の陶工、栗林トメさんは今も登り窯に松の薪をくべ、三日三晩ひとりで火の番をしている。',
  '窯は祖父が浜の石を積んで築いたもので、大雨で崩れるたびに近所の漁師が縄と板を持って集まった。',
  '焼き上がった壺には海藻の灰が溶けて青い筋が走り、同じ模様は二つと生まれないという。',
  '弟子になりたいと訪ねてくる若者には、まず半年のあいだ粘土に触れさせず、風の向きを書き留めさせる。',
  '来春には古い酒蔵を借りて小さな展示場を開き、割れた皿を継いで使う教室も始めるつもりだ。',
];
const rearranged = (text: readonly string[], lead: string, order: readonly number[], between: string) =>
  [lead, ...order.map((n) => text[n]!)].join(between);

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
  pair('Persian half-spaces that became spaces', [LIBRARY, LIBRARY.replaceAll('\u200c', ' ')], {
    language: 'fa',
    coverage: { b: 0.5 },
  }),
  pair(
    'Korean auxiliaries written together',
    [TOWER, APART.reduce((text, words, i) => text.replace(words, TOGETHER[i]!), TOWER)],
    { language: 'ko', coverage: { b: 0.5 } },
  ),
  pair(
    'a form filled in otherwise, with spaces for half-spaces, is other news',
    [
      opening(['گلزار', 'کتابخانه مرکزی', 'مینا فروهر', 'نود میلیون']),
      opening(['تنگ‌آباد', 'درمانگاه کودکان', 'سیروس پاک‌نژاد', 'صد و ده میلیون']).replaceAll('\u200c', ' '),
    ],
    { language: 'fa', joined: [], apart: ['a', 'b'], rows: {}, coverage: {} },
  ),
  pair(
    'an Arabic piece with its sentences in another order behind a new opening',
    [
      GARDEN.join(' '),
      rearranged(GARDEN, 'أربعون سنة من الغبار والمطر انتهت بسلام في بيت صغير عند أطراف المدينة.', [1, 3, 2, 4], ' '),
    ],
    { language: 'ar', coverage: { b: 0.7 } },
  ),
  pair(
    'a Japanese piece, likewise',
    [
      KILN.join(''),
      rearranged(KILN, '青い筋の壺に魅せられた人びとが、きょうも浜の坂道をのぼってくる。', [2, 1, 4, 3], ''),
    ],
    { language: 'ja', coverage: { b: 0.7 } },
  ),
];
