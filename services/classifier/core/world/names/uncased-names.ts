import { isHead } from './body-heads.ts';
import { latinForm } from './latin-form.ts';
import { leaderMention, wholeLeaderAt } from './leader-at.ts';
import type { NameMention, Reading } from './name-mention.ts';
import { mention } from './name-mention.ts';
import { listedPlace } from './place-names.ts';

/** Words of a body's name in Arabic at most. */
const MOST_BODY = 7;
/** Words of a person's name in Arabic at most, joined "Abd" and "bin" aside. */
const MOST_PERSON = 4;
const ARTICLE = /^(?:وال|لل|ال)(?=..)/;
/** "for" joined to the word that says what for. */
const FOR = /^ل(?!ل)...+/;
const JOINED = /^[وفل](?=...)/;
/** Letters joined before a head word; what remains is the body's own first word. */
const BEFORE_HEAD = /^(?:[وفبلك]|و[بل])(?=...)/;
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** Small words and verbs of news that end a name. */
const NO_NAME = words(
  'ان في من على الى عن مع الذي التي الذين قال قالت اعلن اعلنت اكد اكدت هو هي كان كانت قد لن لم لا ما هذا هذه ذلك تلك بعد قبل خلال حول ضد بين عبر حتى كما لكن وقد حيث منذ عند لدى اثناء ايضا كل بعض غير دون امام وصل التقى اتهم دعا طالب رفض نفي وقع عين اقيل اختفى استقبل زار بحث ناقش حذر هدد ادان طلب امر قتل اعتقل افرج انه انها بان ثم او ام يوم امس اليوم الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد صباح مساء الماضي الحالي نفسه بدوره جميع عدد وزير رئيس',
);
/** Small words and verbs of news that end a name in Hebrew and in Persian. */
const NO_NAME_IN: Readonly<Record<string, ReadonlySet<string>>> = {
  he: words(
    'אמר אמרה נפגש נפגשה הודיע הודיעה מסר מסרה טען טענה ביקר ביקרה הגיע הגיעה של את על עם כי אל לא גם הוא היא ביום היה היתה נגד בין לפי אמש היום אתמול דחה דחתה קרא קראה',
  ),
  fa: words(
    'گفت گفته اعلام کرد کرده با به از در و که را این آن است بود شد خواهد می روز دیدار هشدار داد رد برای بر تا اما نیز فرمانده وزیر رئیس پس پیش سفر وارد',
  ),
};
/** Endings that Persian surnames have and few other words. */
const FA_SURNAME = /(?:زاده|پور|نژاد|فر|يان|وند|لو|نيا|منش|دوست|ي)$/u;

/** Given names that are ordinary words as often: only behind a title. */
const WORDS_TOO = words(
  'سعيد كامل امل نور عادل صالح سالم ناصر منصور نصر هدى امين شريف مالك قاسم حافظ كريم عزيز جميل راشد رشيد عامر بدر منذر كمال جمال عماد وفاء هناء ايمان سعد حامد حازم ماهر محسن جو عباس فهد ماري عزيز حمد خليفه',
);
const PARTICLES = words('بن ابن ال ابو بنت');

/** The name at word `i` in a script without capitals: the lists tell, and words that persons and bodies are called by. Null where none begins. */
export function uncasedName(
  reading: Reading,
  i: number,
  start: number,
  stop: number,
  last: NameMention | undefined,
): NameMention | null {
  const listed = listedName(reading, i, stop);
  if (listed?.type === 'person') return listed;
  const body = reading.lexicon.organisations.longest(reading.scanned.key, i, stop);
  const known = body?.values[0];
  if (body && known)
    return mention(reading, 'organisation', i, body.end, {
      canonical: known.canonical,
      alias: known.canonical,
      country: known.country,
      role: known.role,
      rule: 'list of organisations',
      sure: true,
    });
  if (reading.language !== 'ar') return plainUncasedPerson(reading, i, start, stop) ?? listed;
  return uncasedBody(reading, i, stop) ?? uncasedPerson(reading, i, start, stop, last) ?? listed;
}

function listedName(reading: Reading, i: number, stop: number): NameMention | null {
  const leader = wholeLeaderAt(reading, i, stop);
  const known = leader?.values[0];
  if (leader && known) return leaderMention(reading, known, i, leader.end);
  const place = reading.placeAt[i];
  return place?.from === i && place.place.kind !== 'people' ? listedPlace(reading, place) : null;
}

/** A body in Arabic that begins at word `i`: its head word, and what it is of ("وزارة الزراعة والري"). Null where none begins. */
function uncasedBody(reading: Reading, i: number, stop: number): NameMention | null {
  const { scanned, lexicon } = reading;
  const key = (k: number) => scanned.key[k] as string;
  if (!isHead(lexicon.heads, key(i), 'ar')) return null;
  const own = lexicon.heads.get('ar') as ReadonlyMap<string, string>;
  const written = scanned.text.slice(scanned.start[i], scanned.end[i]);
  const first = own.has(key(i))
    ? written
    : key(i).startsWith('لل')
      ? `ال${written.slice(2)}`
      : written.replace(BEFORE_HEAD, '');
  const last = Math.min(stop, i + MOST_BODY);
  const isOpen = (k: number) => k < last && scanned.breaks[k - 1] === 0;
  const isNamed = (k: number) =>
    isOpen(k) && ARTICLE.test(key(k)) && !lexicon.uncasedTitles.has(key(k)) && !NO_NAME.has(key(k));
  let end = i + 1;
  const definite = first.startsWith('ال');
  // "جمعية حماية الأنهار": one word without the article, where one with it follows.
  if (
    !definite &&
    isOpen(end) &&
    !isNamed(end) &&
    isNamed(end + 1) &&
    !NO_NAME.has(key(end)) &&
    !lexicon.uncasedTitles.has(key(end))
  )
    end += 1;
  while (isOpen(end)) {
    if (isNamed(end)) end += 1;
    // "عن حقوق المزارعين", "لحماية المستهلك": what it is for, one word more before the word with the article.
    else if (key(end) === 'عن' && isOpen(end + 1) && !NO_NAME.has(key(end + 1)) && isNamed(end + 2)) end += 3;
    else if (FOR.test(key(end)) && !NO_NAME.has(key(end)) && !givenAt(reading, end, stop) && isNamed(end + 1)) end += 2;
    else break;
  }
  if (end === i + 1) return null;
  const name = `${first}${scanned.text.slice(scanned.end[i], scanned.end[end - 1])}`;
  return mention(reading, 'organisation', i, end, { name, rule: 'word of organisations', sure: true });
}

/**
 * A person in Hebrew or Persian at word `i`: a given name of the list with the word behind it, after a title, in Persian also where that
 * word ends as surnames do; null where none begins.
 */
function plainUncasedPerson(reading: Reading, i: number, start: number, stop: number): NameMention | null {
  const { scanned, lexicon, language } = reading;
  const none = NO_NAME_IN[language];
  const given = none && lexicon.givenUncased.get(scanned.key[i] as string);
  if (!none || !given || i + 1 >= stop || scanned.breaks[i] === 1) return null;
  const isSurname = (k: number) =>
    k < stop &&
    !none.has(scanned.key[k] as string) &&
    !lexicon.uncasedTitles.has(scanned.key[k] as string) &&
    !reading.placeAt[k];
  if (!isSurname(i + 1)) return null;
  const title = titleBefore(reading, i, start);
  // A second given name goes before the surname: "محمد جواد ظریف".
  const second =
    scanned.breaks[i + 1] === 0 && lexicon.givenUncased.has(scanned.key[i + 1] as string) && isSurname(i + 2);
  let last = second ? i + 2 : i + 1;
  // A zero-width non-joiner parts the halves of one surname.
  while (last + 1 < stop && scanned.text[scanned.end[last] as number] === '\u200c') last += 1;
  if (title === null && !(language === 'fa' && FA_SURNAME.test(scanned.key[last] as string))) return null;
  const latin = [
    given,
    second ? lexicon.givenUncased.get(scanned.key[i + 1] as string) : null,
    latinForm(word(reading, last)),
  ];
  return mention(reading, 'person', i, last + 1, {
    canonical: latin.filter((part) => part !== null && part !== undefined).join(' '),
    office: title,
    rule: title === null ? 'given name' : 'title before the name',
    role: title === null ? null : 'GOV',
    sure: true,
  });
}

/** "المتحدث باسم المجلس": who speaks in the name of, and no Basem. */
const SPEAKER = /^ال?(?:متحدث|ناطق)/;
const IN_NAME_OF = 'باسم';

/** A person in Arabic whose given name the list has, at word `i`; null where none begins. */
function uncasedPerson(
  reading: Reading,
  i: number,
  start: number,
  stop: number,
  last: NameMention | undefined,
): NameMention | null {
  const { scanned, lexicon } = reading;
  const key = (k: number) => scanned.key[k] as string;
  const first = givenAt(reading, i, stop);
  if (!first) return null;
  if (key(i) === IN_NAME_OF && i > start && SPEAKER.test(key(i - 1))) return null;
  const title = titleBefore(reading, i, start) ?? titleAtBody(reading, i, start, last);
  if (title === null && WORDS_TOO.has(first.bare)) return null;
  const isOpen = (k: number) => k < stop && scanned.breaks[k - 1] === 0;
  let end = first.end;
  const latin = [first.latin];
  for (let count = 1; count < MOST_PERSON && isOpen(end); count += 1) {
    if (NO_NAME.has(key(end)) || lexicon.uncasedTitles.has(key(end))) break;
    if (PARTICLES.has(key(end)) && isOpen(end + 1)) {
      latin.push(latinForm(word(reading, end)).toLowerCase(), latinForm(word(reading, end + 1)));
      end += 2;
      continue;
    }
    const next = givenAt(reading, end, stop);
    if (next && !next.joined) {
      latin.push(next.latin);
      end = next.end;
      continue;
    }
    const isSurname = /^ال(?=..)/.test(key(end));
    if (!isSurname && (count > 1 || title === null || JOINED.test(key(end)) || isHead(lexicon.heads, key(end), 'ar')))
      break;
    latin.push(latinForm(word(reading, end)));
    end += 1;
    if (isSurname) break;
  }
  if (latin.length < 2) return null;
  const whole = scanned.text.slice(scanned.start[i], scanned.end[end - 1]);
  return mention(reading, 'person', i, end, {
    name: first.joined ? whole.slice(1) : whole,
    canonical: latin.join(' '),
    office: title,
    rule: title === null ? 'given name' : 'title before the name',
    role: title === null ? null : 'GOV',
    sure: true,
  });
}

function word(reading: Reading, i: number): string {
  return reading.scanned.text.slice(reading.scanned.start[i], reading.scanned.end[i]);
}

interface Given {
  /** The word after it. */
  end: number;
  bare: string;
  latin: string;
  /** Whether a letter is joined before it. */
  joined: boolean;
}

/** The given name at word `i`, one of two words ("عبد الفتاح") or with "and", "to" joined before it. */
function givenAt({ scanned, lexicon }: Reading, i: number, stop: number): Given | null {
  const key = scanned.key[i] as string;
  if (i + 1 < stop && scanned.breaks[i] === 0) {
    const two = lexicon.givenUncased.get(`${key} ${scanned.key[i + 1]}`);
    if (two) return { end: i + 2, bare: key, latin: two, joined: false };
  }
  const one = lexicon.givenUncased.get(key);
  if (one) return { end: i + 1, bare: key, latin: one, joined: false };
  const bare = JOINED.test(key) ? key.slice(1) : null;
  const joined = bare === null || WORDS_TOO.has(bare) ? undefined : lexicon.givenUncased.get(bare);
  return joined && bare ? { end: i + 1, bare, latin: joined, joined: true } : null;
}

/** The office at the body that stands right before word `i` ("مدير مركز البحوث"); null where none is. */
function titleAtBody(reading: Reading, i: number, start: number, last: NameMention | undefined): string | null {
  if (last?.type !== 'organisation' || last.to !== i || reading.scanned.breaks[i - 1] !== 0) return null;
  return titleBefore(reading, last.from, start);
}

/** The office written right before word `i` ("نائب وزير الخارجية"); null where none is. */
function titleBefore({ scanned, lexicon }: Reading, i: number, start: number): string | null {
  let from = i;
  let found = i;
  while (from > start && i - from < 6 && scanned.breaks[from - 1] === 0) {
    const key = scanned.key[from - 1] as string;
    const bare = key.replace(/^[وفبل](?=...)/, '');
    if (lexicon.uncasedTitles.has(key) || lexicon.uncasedTitles.has(bare)) found = from - 1;
    else if (!ARTICLE.test(key)) break;
    from -= 1;
  }
  return found === i ? null : scanned.text.slice(scanned.start[found], scanned.end[i - 1]);
}
