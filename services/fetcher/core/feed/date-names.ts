import { monthOf as namedMonth } from '@wirewatch/shared/text/month-names.ts';

/** Languages in which feeds of news sites write dates by words: where two give a name to different months, the first has it. */
const LANGUAGES = 'en de de-AT fr es pt it nl sv id ro tr az ru uk pl cs hu el ar fa'.split(' ');
/** English names are looked up without the others, which cost some 50 ms to collect: nearly all feeds write them. */
const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Words looked up before; a feed cannot fill the memory with them. */
const looked = new Map<string, number | null>();
const MAX_LOOKED = 2000;

/** The month (0-11) that a word or its abbreviation of three letters or more names in any of the languages known, else null. */
export function monthOf(word: string): number | null {
  if (word.length === 3) {
    const english = ENGLISH.indexOf(word.toLowerCase());
    if (english >= 0) return english;
  }
  const known = looked.get(word);
  if (known !== undefined) return known;
  const named = namedMonth(word, LANGUAGES);
  // Months of other calendars have no place in the forms that are read here.
  const month = named?.calendar === 'gregory' ? named.month - 1 : null;
  if (looked.size < MAX_LOOKED) looked.set(word, month);
  return month;
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
