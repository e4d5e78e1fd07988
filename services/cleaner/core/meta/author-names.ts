import { knownOutlet } from '@wirewatch/shared/outlets/known.ts';
import { withoutTags } from '../dom/tags-out.ts';
import { isDesk } from './desks.ts';

/** Places that name authors, and characters of each, that are looked at. */
const MAX_VALUES = 300;
const MAX_CHARACTERS = 600;
// Every expression below sees at most 600 characters.
/** Words before an author's name. */
const BY =
  /^(?:(?:post(?:ed)?|written|reported|published|story|words|article|text|analysis|opinion)?\s*(?:author)?\s*\b(?:by)\b|from|von|vom|veröffentlicht von|geschrieben von|text(?:\s+von)?|zeige alle beiträge von|alle beiträge von|ein beitrag von|par|publié par|por|publicado por|di|a cura di|de|door|af|av|przez|autor(?:in|en|es|zy|i|a)?|auteurs?|autore|autori|författare|skribent|tekst|yazar|yazan|(?:haber|words|story|report|review|essay|interview)(?=\s*[:：])|автор(?:ы|и)?|текст|بقلم|كتب(?:ت|ه)?|نوشته|نویسنده|خبرنگار|作者|文|(?:本报|本報|本网|本刊|本社|本站|见习|实习|特约|特派|首席){0,2}(?:记者|記者)|责任编辑|撰文|kirjoittaja|szerző|συντάκτης|oleh|penulis|מאת|लेखक|লেখক|ผู้เขียน|글|tác giả)(?:\s*[:：=＝]\s*|\s+)/iu;
/** What a line calls a text, and the pictures behind it where one person made both: by themselves they name the writer and the photographer. */
export const TEXT_WORDS =
  'texte?|tekst|texto|testo|words|story|текст|szöveg|teksti|κείμενο|haber|yazı|röportaj|söyleşi';
export const AND_PICTURES =
  "\\s?(?:and|und|et|y|e|i|og|och|en|a|és|ja|și|и|і|ve|&|\\+|,|-|–)\\s?(?:photos?|photographs|photographies|pictures?|images?|fotos?|foto['’]s|bild(?:er)?|beeld|zdjęcia|fotky|fotók?|képek|kuvat?|фото|світлини|φωτογραφίες|fotoğraf(?:lar)?)";
/** "Text and photos: X" is a label of its own, no picture credit. */
const BOTH = new RegExp(`^(?:${TEXT_WORDS})${AND_PICTURES}(?:\\s+(?:by|von|de|par|av|di)\\s+|\\s*[:：]\\s*)`, 'iu');
/** Where an author sits, behind the name: "X in Northport". Dutch "en" and Spanish "en" are another matter. */
const SEAT =
  /\s(?:in|à|aus|из|w|desde|depuis|reporting from)\s(?=\p{Lu})(?:\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?=\p{Lu})|$)){1,3}$/u;
/** Of these the short ones that are names too, where they are written large: "Di Wang", "Por Chen". */
const ALSO_A_NAME = /^(?:Di|Por|Par) (?=[\p{L}-]+$)/u;
const CAPITAL = /^[\p{Lu}\p{Lo}]/u;
const NOT_A_NAME =
  /@|https?:|www\.|(?<!\p{L})\d{2,}|^\d|[?!*=<>{}]|\b(?:image|photo|getty|email|e-mail|website|comment|login|antworten|reply|share|follow|view|posts|says|inhalte|erforderlich|required|ago|cookie)\b/iu;
/** Words of buttons and labels that are names as well: "Omar Said", "Mark Read", "Aung Min". */
const ALSO_WORDS = /^(?:name|said|read|more|min|post)$/i;
/** What leads to all that an author is and wrote: "Ver biografía", "Alle Artikel". */
const PROFILE_LINK =
  /(?<!\p{L})(?:biograf\p{L}+|biographie|biography|profile?|profil[oi]?|perfil|articles|artículos|artigos|articoli|artikel|beiträge|статьи|материалы|yazıları|makaleleri|مقالات|المزيد|更多)(?!\p{L})/iu;
const BUTTON =
  /^(?:read|more|view|post|said|see|show)\s+(?:more|next|all|about|from|by|the|full|our|this|other|in|on|news|stories|articles|posts?|here|less|later|comments?|read|min)\b/i;
/** What a line says after its author of somebody who did something else. */
const OTHERS =
  /(?:(?<![\s|,;/（(])[\s|,;/（(]+)?(?<!\p{L})(?:фото|photos?|photographs?|photography|pictures?|images?|illustrations?|fotos?|fotografie|bilder?|video|photographies?|fotografía|fotoğraf|تصوير|عکس|写真|撮影|摄影|攝影|图|사진|редактор|перевод)(?:\s+(?:by|von|de|par|di))?\s*[:：=＝].*$/iu;
/** An account's name behind a person's: "(@name)". */
const HANDLE = /\s*[(（]?(?<!\S)\(?@[\w.]{2,30}[)）]?/g;
/** Days of the week, as the only letters of a date have them. */
const WEEKDAY =
  /^(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|(?:mo|di|mi|do|fr|sa|so)|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|lun|mar|mer|jeu|ven|sam|dim|jue|vie|sáb|dom|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)$/iu;
const ROLE =
  /(?:(?:(?<!\s)\s+)?(?:[,|–—/(-]\s*(?:.*\b(?:editor|correspondent|reporter|writer|redaktion|redakteur\w*|staff|contributor|journalist\w*|columnist|bureau|analyst|producer|author|chief|professor|guest)\b.*)|\([\p{Ll}\d. /-]{1,12}\))|(?<!\s)\s+(?:(?:기자|記者|记者|특파원)(?:\s.*)?|@\w+|(?:is|ist|est|es) (?:a|an|the|ein|eine|un|une)\b.*|(?:updated|published|posted|on|am|le|el)\s+.*\d.*))$/iu;
const NOBODY =
  /^(?:admin|administrator|wordpressadmin|editor|editors|redaktion|staff|webmaster|unknown|null|undefined|online|by|(?:this |the )?author|autor|guest|anonymous|root|user|none|von|de|the|and|et al\.?)$/i;
/** A part that is a function alone: "Staff Writer". */
const FUNCTION =
  /(?:^|\s)(?:editor|correspondent|reporter|writer|redakteur(?:in)?|contributor|journalist|columnist|producer)$/i;
/** Degrees after a name: "Jane Doe MS, RDN". A part of one such word is none's name. */
const DEGREES = /(?:\s+\b(?:MS|MA|MD|MPH|RDN?|LD|RN|PhD|Ph\.D\.|M\.D\.|JD|CPA|DO|BSc|MSc|MBA|PharmD|DDS)\b)+$/;
const DEGREE = /^(?:MS|MA|MD|MPH|RDN?|LD|RN|PhD|JD|CPA|DO|BSc|MSc|MBA|PharmD|DDS)$/;
/** More letters of scripts without spaces than a name has. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{13}/u;
/** An address's last part instead of a name. */
const SLUG = /^[\p{Ll}\d]+(?:[-.][\p{Ll}\d]+)+$/u;
/** Marks between a person and a desk or a function, each a part of its own. */
const BARS = /\s*(?:;|\||\n|•|·)\s*/u;
/** Small letters: "John E Smith" and "Van Dan" are one name. */
const SPLIT =
  /\s*(?:,(?!\s*(?:[Jj]r|[Ss]r|[Pp][Hh][Dd]|[Mm][Dd]|II|III)\b)|\s(?:and|And|AND|und|UND|et|ET|y|Y(?=\s\p{Lu}{2})|ve|и|та|en|og|och|oraz|dan|و|by|von)\s|\s?&\s|\s\/\s)\s*/u;
/** A desk with its subject, behind a bar: "Redaktion Hafen und Verkehr". */
const DESK_OF =
  /(?<!\p{L})(?:redaktion|redacción|redação|rédaction|redazione|redactie|редакция|desk|newsroom|bureau|ressort|servisi)(?!\p{L})/iu;

/** An address instead of a name: a profile. */
const ADDRESS = /^\s*(?:https?:)?\/\/|^\s*[\w.-]+\.\p{L}{2,}\/\S*\s*$/iu;

function withoutBy(text: string): string {
  const rest = text.replace(BY, '');
  return ALSO_A_NAME.test(text) && !NOBODY.test(rest) && !isDesk(rest) && knownOutlet(rest) === null ? text : rest;
}

/** Words that are names too are none where they stand alone, small, or as on a button. */
function isLabel(name: string): boolean {
  const words = name.split(' ');
  const also = words.filter((w) => ALSO_WORDS.test(w));
  if (also.length === 0) return false;
  return also.length === words.length || also.some((w) => /^\p{Ll}/u.test(w)) || BUTTON.test(name);
}

export function startsAsByline(text: string): boolean {
  const rest = text.replace(OTHERS, '').replace(BY, '');
  return rest !== text && CAPITAL.test(rest) && rest.split(' ').length <= 8;
}

/** Names as people write them, one each: without "By", roles and initials in brackets; what is no name is left out. */
export function names(raw: readonly string[]): string[] {
  const result: string[] = [];
  for (const written of raw.slice(0, MAX_VALUES)) {
    const value = written.slice(0, MAX_CHARACTERS);
    if (ADDRESS.test(value)) continue;
    const whole = withoutBy(
      withoutTags(value)
        .replace(/&amp;/g, '&')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(BOTH, '')
        .replace(OTHERS, '')
        .replace(HANDLE, ''),
    );
    const dated = /\d/.test(whole);
    const segments = whole.split(BARS);
    const parts = segments
      .filter((s, i) => segments.length === 1 || i === 0 || !DESK_OF.test(s))
      .flatMap((s) => s.split(SPLIT));
    for (const part of parts) {
      const name = (part === whole ? part : withoutBy(part))
        .replace(ROLE, '')
        .replace(DEGREES, '')
        .replace(SEAT, '')
        .replace(/^[\s,.:–—-]+|[\s,:–—-]+$/g, '');
      if (
        name.length < 2 ||
        name.length > 60 ||
        NOT_A_NAME.test(name) ||
        isLabel(name) ||
        PROFILE_LINK.test(name) ||
        (dated && WEEKDAY.test(name)) ||
        NOBODY.test(name) ||
        UNSPACED.test(name) ||
        (DEGREE.test(name) && result.length > 0) ||
        (FUNCTION.test(name) && result.length > 0) ||
        (SLUG.test(name) && (result.length > 0 || raw.length > 1)) ||
        name.split(' ').length > 6
      )
        continue;
      if (!result.some((n) => n.toLowerCase() === name.toLowerCase())) result.push(name);
    }
  }
  return result;
}
