/** Month names, January first, of the languages in which feeds of news sites write dates by words. Genitives and short forms as found. */
const MONTHS: readonly string[] = [
  'january february march april may june july august september october november december',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'jänner feber maerz april mai juni juli august september oktober november dez',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'januari februari maret april mei juni juli agustus september oktober november desember',
  'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  'leden únor březen duben květen červen červenec srpen září říjen listopad prosinec',
  'január február március április május június július augusztus szeptember október november december',
  'ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου',
  'ιαν φεβ μάρτ απρ μάι ιούν ιούλ αύγ σεπ οκτ νοέμ δεκ',
  'ιαν φεβ μάρ απρ μάι ιούν ιούλ αυγ σεπ οκτ νοέ δεκ',
  'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر',
];

const byName = new Map<string, number>();
const byPrefix = new Map<string, number | null>();
for (const line of MONTHS) {
  line.split(' ').forEach((name, index) => {
    const folded = foldName(name);
    byName.set(folded, index);
    for (let length = 3; length < folded.length; length += 1) {
      const prefix = folded.slice(0, length);
      // A prefix that two months share ("jui", "mar" of "martie" is none) names neither.
      const known = byPrefix.get(prefix);
      byPrefix.set(prefix, known === undefined || known === index ? index : null);
    }
  });
}

function foldName(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');
}

/** The month (0-11) that a word or its abbreviation of three letters or more names in any of the languages known, else null. */
export function monthOf(word: string): number | null {
  const folded = foldName(word);
  return byName.get(folded) ?? byPrefix.get(folded) ?? null;
}

/** Offsets in minutes of the zone abbreviations that RFC 822 and the news of Europe and Asia use. Ambiguous ones as most feeds mean them. */
export const ZONE_MINUTES: ReadonlyMap<string, number> = new Map(
  [
    'z 0 ut 0 utc 0 gmt 0 wet 0 bst 60 west 60 cet 60 cest 120 met 60 mez 60 mesz 120 eet 120 eest 180 msk 180 msd 240 trt 180 idt 180',
    'est -300 edt -240 cst -360 cdt -300 mst -420 mdt -360 pst -480 pdt -420 akst -540 akdt -480 hst -600 ast -240 adt -180 brt -180 art -180',
    'sast 120 cat 120 eat 180 wat 60 gst 240 irst 210 pkt 300 ist 330 wib 420 ict 420 sgt 480 hkt 480 awst 480 jst 540 kst 540',
    'acst 570 aest 600 aedt 660 nzst 720 nzdt 780',
  ].flatMap((line) =>
    [...line.matchAll(/(?<![a-z])([a-z]+) (-?\d+)/g)].map(([, name, minutes]) => [name!, Number(minutes)] as const),
  ),
);
