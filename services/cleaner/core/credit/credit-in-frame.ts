import type { Credit } from '@wirewatch/shared/contracts/credit.ts';
import { knownOutlet } from '@wirewatch/shared/outlets/known.ts';
import { monthOf } from '@wirewatch/shared/text/month-names.ts';
import type { FramedBlock } from '../frame/reposter/reposter-frame.ts';
import { LABELS } from './credit-forms.ts';

/**
 * Whose text it is by the reposter's own sentences: "our colleagues at …", "a piece that ran in … on Monday". Asked where no
 * credit line, byline or markup says it. A sentence is known to be the reposter's already, so that a name in it needs less
 * to be the publisher's than a name in the article: that it is on the list of outlets, a host, in quotation marks, or stands
 * behind a word for a publication.
 */
export function creditInFrame(frame: readonly FramedBlock[], isOwn: (name: string) => boolean): Credit | null {
  for (const { cut, act } of frame) {
    if (act !== 'announce' && act !== 'first-published') continue;
    for (const sentence of cut) {
      const name = publisherIn(sentence.slice(0, LONGEST_SENTENCE));
      if (name && !isOwn(name))
        return { source: name, kind: act === 'announce' ? 'whole' : 'first-published', url: null, evidence: sentence };
    }
  }
  return null;
}

/** Characters of a sentence that are read. */
const LONGEST_SENTENCE = 600;
// Every expression below sees at most 600 characters.

/** A name of up to six words: capitals, joined by small words. */
const CAPITALS = String.raw`\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*`;
const JOINED = `(?:of|the|de|del|della|delle|di|du|des|da|do|der|die|das|den|im|für|aus|and|und|et|y|e|и|la|le|los|las|el|al)`;
const NAME = String.raw`(?<name>${CAPITALS}(?:\s(?:${JOINED}\s){0,2}${CAPITALS}){0,5})`;
/** In quotation marks: a title has small words, a publication's name hardly; in Cyrillic only the first word is capital. */
const QUOTED = String.raw`(?<=["“«„”'‘])(?:${NAME}|(?<name>\p{sc=Cyrl}[\p{sc=Cyrl}-]+(?:\s[\p{sc=Cyrl}-]+){0,2}|\p{sc=Arab}+(?:\s\p{sc=Arab}+){0,2}))(?=["”»“'’])`;
/** Words for a publication, or for those who make it, that stand before its name: in small letters, else they are a part of it. */
const PUBLICATION = String.raw`newspapers?|magazine|web\s?site|site|portal|blog|journal|agency|daily|weekly|outlet|channel|broadcaster|newswire|Zeitung|Tageszeitung|Wochenzeitung|Magazins?|Webseite|Nachrichtenagentur|Agentur|Senders?|Portals?|Blogs?|quotidien|revue|hebdomadaire|agence|chaîne|confrères|periódico|diario|revista|sitio|agencia|medio|semanario|cadena|giornale|quotidiano|rivista|sito|testata|agenzia|settimanale|jornal|agência|semanário|gazet(?!ec)\p{Ll}*|dziennik\p{Ll}*|tygodnik\p{Ll}*|portal\p{Ll}*|serwis\p{Ll}*|agencj\p{Ll}*|газет\p{Ll}*|журнал\p{Ll}*|портал\p{Ll}*|сайт\p{Ll}*|издани\p{Ll}*|агентств\p{Ll}*|телеканал\p{Ll}*|сторінц\p{Ll}*|часопис\p{Ll}*|видання\p{Ll}*|krant|dagblad|tijdschrift|weekblad|colleagues|friends|Kollegen|Freunden|amis|colegas|amigos|compañeros|colleghi|amici|коллег\p{Ll}*|колег\p{Ll}*`;
const LINK = String.raw`(?:\s(?:of|de|du|del|di|da|do|der|des|die|the|la|le|el|called|namens|von|at|from|bei|vom|chez|из|с|з)){0,2}`;
/** "Um jornal de Londres": some publication, not its name. */
const SOME = String.raw`(?<!(?<!\p{L})(?:an?|une?|una|uno|uma?|eine?[mnrs]?)\s)`;
/** Words for a publication before a name in Arabic script, which has no capitals: the name ends at a mark or a small word. */
const PUBLICATION_AR = 'صحيفة|موقع|مجلة|وكالة|قناة|منصة|شبكة|جريدة|روزنامه|خبرگزاری|سایت|پایگاه|فصلنامه|مجله';
const SMALL_AR =
  'في|من|عن|على|إلى|يوم|أمس|اليوم|بتاريخ|بتصرف|حول|بعد|ضمن|و\\p{L}+|يقد\\p{L}+|که|در|به|از|را|با|درباره|منتشر|شد|روز';
/** An adjective of nationality without an article says which kind of publication, not which. */
const NAME_AR = String.raw`(?!\p{L}+ية(?!\p{L})(?<!ال\p{L}+))(?<name>\p{sc=Arab}[\p{L}\p{M}]*(?:\s(?!(?:${SMALL_AR})(?!\p{L}))[\p{L}\p{M}]+){0,2})(?=\s|[،,.؛:)]|$)`;
/** Verbs of publishing and taking over, then the place: "ran in the …", "tomado de …", "übernommen aus dem …". */
const TAKEN = String.raw`ran|appear\p{L}*|(?:re-?)?publish\p{L}*|re-?post\p{L}*|cross-?post\p{L}*|re-?print\p{L}*|carried|taken|excerpted|sourced|forwarded|originated|erschien\p{L}*|veröffentlich\p{L}*|übernommen|übernehmen|entnommen|nachgedruckt|abgedruckt|zweitveröffentlich\p{L}*|(?:re)?publi\p{L}*|paru\p{L}*|repris\p{L}*|repiqué|tiré|apareci\p{L}*|tomad\p{L}*|retomad\p{L}*|extraíd\p{L}*|reprodu\p{L}*|(?:ri)?pubblic\p{L}*|appars\p{L}*|tratt\p{L}*|ripres\p{L}*|retirad\p{L}*|ukaza\p{L}*|opublikow\p{L}*|przedruk\p{L}*|опублик\p{L}*|выш\p{L}*|появил\p{L}*|взят\p{L}*|перепечат\p{L}*|надрук\p{L}*|опублік\p{L}*|verscheen|overgenomen`;
const PLACE = 'in|from|of|at|aus|bei|dans|de|du|en|del|da|do|na|no|nella|sul|sulla|dal|dalla|su|z|ze|w|we|в|из|у|з|uit';

const NAMED: readonly RegExp[] = [
  new RegExp(String.raw`^[\s(\[*]*(?i:${LABELS})\s*[:：]\s*(?<name>[\p{Lu}\p{Lo}][^\n.:;|؛]{1,60})[.;؛]`, 'u'),
  new RegExp(QUOTED, 'u'),
  new RegExp(String.raw`(?<!\p{L})${SOME}(?:${PUBLICATION})${LINK}\s${NAME}`, 'u'),
  new RegExp(String.raw`${NAME}\s(?:haber\s)?(?:gazete(?!ci)|site|dergi|ajans|portal|kanal)\p{L}*`, 'u'),
  new RegExp(String.raw`(?<!\p{L})(?:${PUBLICATION_AR})\s${NAME_AR}`, 'u'),
  new RegExp(
    String.raw`(?<!\p{L})(?i:${TAKEN})(?:\s(?!(?:${PUBLICATION})(?!\p{L}))[\p{Ll}’']+){0,4}?\s(?:${PLACE})\s(?:(?:the|der|dem|den|la|le|el|l[’'])\s?)?${NAME}`,
    'u',
  ),
];

const HOST = /(?<![\p{L}\d@.-])(?:www\.)?((?:[a-z\d-]{2,}\.)+[a-z]{2,10})(?![\p{L}\d])/iu;
/** A month, a year or a page's number is no publisher: "appeared in March". */
function isDate(name: string): boolean {
  return /^\d+$/.test(name) || monthOf(name.split(' ')[0] as string) !== null;
}

function publisherIn(sentence: string): string | null {
  const known = knownName(sentence);
  if (known) return known;
  for (const pattern of NAMED) {
    const name = pattern.exec(sentence)?.groups?.name?.replace(/(?<![\s.,;:])[\s.,;:]+$/u, '');
    if (name && name.length > 1 && !isDate(name)) return knownOutlet(name)?.name ?? name;
  }
  return HOST.exec(sentence)?.[1] ?? null;
}

const WORD = /(?<![.&-])[.&-]*[\p{L}\p{M}\p{N}](?:[.&-]*[\p{L}\p{M}\p{N}])*/gu;
/** Words of the longest known name. */
const LONGEST = 5;
const CAPITAL = /^\p{Lu}/u;
const SMALL = new RegExp(`^${JOINED}$`);

/** A name on the list that is no part of a longer one: "Times" in "Irish Times" is another paper. */
function knownName(sentence: string): string | null {
  const words = sentence.match(WORD) ?? [];
  for (let length = LONGEST; length > 0; length -= 1) {
    for (let i = 0; i + length <= words.length; i += 1) {
      const name = words.slice(i, i + length).join(' ');
      // One short word without capitals is a pronoun as often as an agency, and so is a short one with a single capital.
      if (!/^[\p{Lu}\p{Lo}]/u.test(name) || (name.length < 5 && !/^\p{Lu}[\p{Lu}\d]+$/u.test(name))) continue;
      const after = SMALL.test(words[i + length] ?? '') ? words[i + length + 1] : words[i + length];
      const goesOn = CAPITAL.test(after ?? '') || (i > 1 && CAPITAL.test(words[i - 1] as string));
      const known = goesOn ? null : knownOutlet(name);
      if (known) return known.name;
    }
  }
  return null;
}
