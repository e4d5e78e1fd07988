import { withoutTags } from '../dom/tags-out.ts';

/** Places that name authors, and characters of each, that are looked at. */
const MAX_VALUES = 300;
const MAX_CHARACTERS = 600;
/** Words before an author's name. */
const BY =
  /^(?:(?:post(?:ed)?|written|reported|published|story|words|article|text|analysis|opinion)?\s*(?:author)?\s*\b(?:by)\b|from|von|vom|veröffentlicht von|geschrieben von|text(?:\s+von)?|zeige alle beiträge von|alle beiträge von|ein beitrag von|par|publié par|por|publicado por|di|a cura di|de|door|af|av|przez|autor(?:in|en|es|zy|i)?|auteurs?|autore|författare|skribent|tekst|yazar|yazan|haber|автор(?:ы)?|текст|بقلم|كتب(?:ت|ه)?|نوشته|作者|文|記者|责任编辑|kirjoittaja|szerző|συντάκτης|oleh|penulis)(?:\s*[:：]\s*|\s+)/iu;
const CAPITAL = /^[\p{Lu}\p{Lo}]/u;
const NOT_A_NAME =
  /@|https?:|www\.|(?<!\p{L})\d{2,}|^\d|[?!*=<>{}]|\b(?:image|photo|getty|name|email|e-mail|website|comment|login|antworten|reply|share|follow|read|more|view|posts?|said|says|inhalte|erforderlich|required|min|ago|cookie)\b/iu;
const ROLE =
  /\s*(?:[,|–—/(-]\s*(?:.*\b(?:editor|correspondent|reporter|writer|redaktion|redakteur\w*|staff|contributor|journalist\w*|columnist|bureau|analyst|producer|author|chief|professor|guest)\b.*)|\s+(?:기자|記者|记者|특파원)(?:\s.*)?|\s*\([\p{Ll}\d. /-]{1,12}\)|\s+@\w+|\s+(?:is|ist|est|es) (?:a|an|the|ein|eine|un|une)\b.*|\s+(?:updated|published|posted|on|am|le|el)\s+.*\d.*)$/iu;
const NOBODY =
  /^(?:admin|administrator|wordpressadmin|editor|editors|redaktion|staff|webmaster|unknown|null|undefined|online|by|author|autor|guest|anonymous|root|user|none|von|de|the|and|et al\.?)$/i;
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
const SPLIT =
  /\s*(?:;|\||\n|•|·|,(?!\s*(?:jr|sr|phd|md|ii|iii)\b)|\s(?:and|und|et|y|ve|и|та|en|og|och|oraz|dan|و|by|von)\s|\s?&\s|\s\/\s)\s*/iu;

export function startsAsByline(text: string): boolean {
  const rest = text.replace(BY, '');
  return rest !== text && CAPITAL.test(rest) && rest.split(' ').length <= 8;
}

/** Names as people write them, one each: without "By", roles and initials in brackets; what is no name is left out. */
export function names(raw: readonly string[]): string[] {
  const result: string[] = [];
  for (const value of raw.slice(0, MAX_VALUES)) {
    const whole = withoutTags(value.slice(0, MAX_CHARACTERS))
      .replace(/&amp;/g, '&')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(BY, '');
    for (const part of whole.split(SPLIT)) {
      const name = part
        .replace(BY, '')
        .replace(ROLE, '')
        .replace(DEGREES, '')
        .replace(/^[\s,.:–—-]+|[\s,:–—-]+$/g, '');
      if (
        name.length < 2 ||
        name.length > 60 ||
        NOT_A_NAME.test(name) ||
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
