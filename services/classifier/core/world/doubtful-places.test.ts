import { expect, test } from 'vitest';
import { loadWorldLists } from '../../lists/load.ts';
import { createWorldReader } from './read-world.ts';

const reader = createWorldReader(loadWorldLists());
const countries = (language: string, text: string) => reader.read({ text, language }).countries;

test.each([
  ['ar', 'financial, with the article and without', 'نشر المصرف تقريره المالي وسط عجز مالي كبير.'],
  ['ar', 'milk, by its stem Lebanon', 'اشترت الأم اللبن للأطفال.'],
  ['ar', 'the sea, by its stem Bahrain', 'سبح الأولاد في البحر طويلا.'],
  ['ar', 'a woman, India without its article', 'سافرت هند مع أختها إلى القرية.'],
  ['ar', 'the sons, Benin with an article', 'مدرسة جديدة للبنين والبنات.'],
  ['ar', 'the right one, Yemeni but for its last letter', 'كسرت ساقه اليمنى في الملعب.'],
  ['fa', 'a financial crisis', 'بحران مالی کارخانه ادامه دارد.'],
  ['fa', 'he left, by the word for Turk', 'مدیر اتاق را ترک کرد.'],
  ['tr', 'a cheque, the Czech without a capital', 'Dükkâna verilen çek karşılıksız çıktı.'],
  ['tr', 'a financial adviser', 'Mali müşavir dosyayı teslim etti.'],
  ['he', 'they admitted, by the word for India', 'הנאשמים הודו במעשה.'],
  ['he', 'a building, by the word for Benin', 'בנין המגורים נמכר אתמול.'],
])('%s: an everyday word is no country: %s', (language, _, text) => {
  expect(countries(language, text)).toEqual([]);
});

test.each([
  ['ar', 'MLI', 'قالت حكومة مالي إن الجيش المالي تقدم شمالا.'],
  ['ar', 'IND', 'فازت الهند بالمباراة.'],
  ['ar', 'LBN', 'عاد الوزير إلى لبنان.'],
  ['ar', 'TUR', 'ولأنقرة رأي آخر.'],
  ['ar', 'UKR', 'وبكييف مقر السفارة.'],
  ['fa', 'MLI', 'انتخابات در مالی برگزار شد.'],
  ['tr', 'MLI', "Mali'de seçim yapıldı."],
  ['tr', 'CZE', 'Çek heyeti köprüyü gezdi.'],
  ['he', 'IND', 'בהודו נערכו בחירות.'],
  ['he', 'EGY', 'כשבקהיר ישבו המתווכים, איש לא דיבר.'],
  ['uk', 'UKR', 'У Києві та під Херсоном відкрили мости.'],
  ['ky', 'KGZ', 'Бишкекте жаңы көпүрө ачылды.'],
  ['kk', 'KAZ', 'Астанаға қонақтар келді.'],
])('%s: %s by its name, with what its language joins to it', (language, country, text) => {
  expect(countries(language, text)).toContain(country);
});
