import { article, type OutletId, paragraphs, type SampleArticle } from '../article.ts';

/** One day's figures of the currency bulletin. */
interface Fixing {
  date: string;
  weekday: string;
  mood: string;
  rates: readonly [string, string, string, string];
  driver: string;
  outlook: string;
}

const FIXINGS: readonly Fixing[] = [
  {
    date: '2026-10-13',
    weekday: 'Tuesday',
    mood: 'eased a little',
    rates: ['1.1724', '48.31', '1,412.5', '89,640'],
    driver: 'a weak reading of German factory orders and cheaper oil',
    outlook: 'inflation figures from Cairo, due at noon',
  },
  {
    date: '2026-10-14',
    weekday: 'Wednesday',
    mood: 'firmed against most others',
    rates: ['1.1689', '48.56', '1,409.0', '89,655'],
    driver: 'hints from two governors that rates would stay where they are until spring',
    outlook: 'the minutes of the last meeting in Frankfurt',
  },
  {
    date: '2026-10-15',
    weekday: 'Thursday',
    mood: 'gave back its gains',
    rates: ['1.1751', '48.44', '1,415.8', '89,610'],
    driver: 'the surprise resignation of a finance minister and thin trade before a holiday',
    outlook: 'jobless claims and an auction of ten-year paper',
  },
];

/** The bulletin that a news service sells to many papers: one form, filled in each morning by each of them. */
function currencyBulletin(outlet: OutletId, path: string, hour: string, fixing: Fixing): SampleArticle {
  const [euro, egypt, iraq, lebanon] = fixing.rates;
  return article({
    outlet,
    path,
    language: 'en',
    title: `Currencies: ${fixing.weekday} morning rates`,
    published: `${fixing.date}T${hour}`,
    plan: { relation: 'unique' },
    apart: ['currency-bulletin'],
    paragraphs: paragraphs(`
The dollar ${fixing.mood} in early trade on ${fixing.weekday}, moved by ${fixing.driver}, dealers said.

The euro was quoted at ${euro} dollars. One dollar bought ${egypt} Egyptian pounds at the banks and ${iraq} Iraqi dinars at the exchange houses of Baghdad. In Beirut money changers asked ${lebanon} pounds.

Traders will look to ${fixing.outlook}.

Rates are for information only and were collected at nine in the morning local time. They are no offer to buy or sell.`),
  });
}

const [tuesday, wednesday, thursday] = FIXINGS as readonly [Fixing, Fixing, Fixing];

/** The other outlet's own figures for the same mornings: collected elsewhere, so never quite the same. */
const levantTuesday: Fixing = {
  ...tuesday,
  mood: 'slipped',
  rates: ['1.1719', '48.35', '1,411.0', '89,700'],
  driver: 'profit-taking after a week of gains',
  outlook: 'a speech by the governor of the Egyptian central bank',
};
const levantThursday: Fixing = {
  ...thursday,
  mood: 'was steady',
  rates: ['1.1748', '48.40', '1,417.2', '89,550'],
  driver: 'orders from importers who had waited out the storm',
  outlook: 'the weekly report on Iraqi oil exports',
};

/** One morning's sea weather of the Turkish paper. */
function seaWeather(date: string, day: string, winds: string, waves: string, warmth: string): SampleArticle {
  return article({
    outlet: 'bogaz',
    path: `/dunya/deniz-hava-durumu-${date}`,
    language: 'tr',
    title: `Denizlerde hava durumu: ${day}`,
    published: `${date}T06:00:00+03:00`,
    plan: { relation: 'unique' },
    apart: ['sea-weather'],
    paragraphs: paragraphs(`
${day} günü Karadeniz’in batısında rüzgârın ${winds} esmesi bekleniyor. Dalga yüksekliği ${waves} olacak.

Boğaz girişinde hava sıcaklığı gündüz ${warmth} derece dolayında seyredecek. Meteoroloji, küçük teknelerin kıyıdan uzaklaşmadan önce son tahminleri kontrol etmesini istedi.`),
  });
}

/** Daily bulletins of one form, on several days and at two outlets: alike in words, different in all that they say. */
export const bulletins = [
  currencyBulletin('harbour', '/2026/10/13/currencies-tuesday/', '09:20:00+01:00', tuesday),
  currencyBulletin('harbour', '/2026/10/14/currencies-wednesday/', '09:20:00+01:00', wednesday),
  currencyBulletin('harbour', '/2026/10/15/currencies-thursday/', '09:20:00+01:00', thursday),
  currencyBulletin('levant', '/story/20261013-currencies', '10:05:00+03:00', levantTuesday),
  currencyBulletin('levant', '/story/20261015-currencies', '10:05:00+03:00', levantThursday),
  seaWeather(
    '2026-10-20',
    'Salı',
    'kuzeydoğudan saatte 40 ila 55 kilometre hızla, öğleden sonra yer yer fırtına şeklinde',
    'açıklarda üç metreyi bulacak, kıyıda ise bir buçuk metre',
    '14',
  ),
  seaWeather(
    '2026-10-21',
    'Çarşamba',
    'güneybatıdan hafif, akşam saatlerinde yönünü değiştirerek saatte 20 kilometre dolayında',
    'yarım metrenin altında, sabah sisli bölgelerde çarşaf gibi',
    '19',
  ),
];
