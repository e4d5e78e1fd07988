const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:(?:de|del|della|di|da|van|von|der|den|al|el|bin|ben|la|le)\s){0,2}\p{Lu}[\p{L}\p{M}.'’-]*){1,3}`;
/** "By A B, health correspondent", "Par A B (à Lille)", "Автор: А Б". */
const BY = new RegExp(
  String.raw`^(?:[Bb]y|BY|[Pp]ar|[Vv]on|[Pp]or|[Dd]i|[Dd]oor|Av|Af|[Tt]ext(?:o|e)?:|[Yy]azan:?|[Mm]uhabir:?|[Hh]aber:|Автор\p{Ll}*:?|Текст:|[Aa]ut(?:or|eur|ore|orka|oría)\p{Ll}*:?|[Rr]eporting by)\s${NAME}(?:(?:,|\s(?:and|und|et|y|e|ve|и|і|i)|\s?[|/–—])\s?${NAME}){0,3}(?:\s?[,|/–—(].{0,50})?$`,
  'u',
);
/** The same before a name in a script without capitals. */
const BY_ARABIC =
  /^(?:كتبت?|بقلم|متابعة|تحرير|إعداد|تقرير|خبرنگار|نویسنده|گزارش)\s*[-–—:]\s*[\p{L}\p{M}\s./]{3,50}:?$/u;
const LONGEST = 100;
const SENTENCE_END = /\p{Ll}{3}[.!?]["”»]?$/u;

/** Is a line nothing but who wrote the text? */
export function isBylineLine(text: string): boolean {
  return text.length <= LONGEST && !SENTENCE_END.test(text) && (BY.test(text) || BY_ARABIC.test(text));
}
