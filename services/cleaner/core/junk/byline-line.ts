const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:(?:de|del|della|di|da|van|von|der|den|al|el|bin|ben|la|le)\s){0,2}\p{Lu}[\p{L}\p{M}.'’-]*){1,3}`;
/** "By A B, health correspondent", "Par A B (à Lille)", "Автор: А Б". */
const BY = new RegExp(
  String.raw`^(?:[Bb]y|BY|[Pp]ar|[Vv]on|[Pp]or|[Dd]i|[Dd]oor|Av|Af|[Tt]ext(?:o|e)?:|[Yy]azan:?|[Mm]uhabir:?|[Hh]aber:|Автор\p{Ll}*:?|Текст:|[Aa]ut(?:or|eur|ore|orka|oría)\p{Ll}*:?|[Rr]eporting by)\s${NAME}(?:(?:,|\s(?:and|und|et|y|e|ve|и|і|i)|\s?[|/–—])\s?${NAME}){0,3}(?:\s?[,|/–—(].{0,50})?$`,
  'u',
);
/** The same before a name in a script without capitals. */
const BY_ARABIC =
  /^(?:كتبت?|بقلم|متابعة|تحرير|إعداد|تقرير|خبرنگار|نویسنده|گزارش)\s*[-–—:]\s*[\p{L}\p{M}\s./]{3,50}:?$/u;
/** Who edited a text, where it is from and what it was called there, as Chinese pages label it: "（责任编辑：李港）". */
const BY_HAN =
  /^[\s（(【［[]*(?:责任编辑|責任編輯|值班编辑|编辑|編輯|责编|責編|审核|校对|校對|监制|監製|作者|撰文|记者|記者|来源|來源|稿源|文章来源|文章來源|原标题|原標題|原文标题)\s*[:：丨|]\s*[^。！？!?\n]{1,60}$/u;
const LONGEST = 100;
const SENTENCE_END = /\p{Ll}{3}[.!?]["”»]?$/u;

/** Is a line nothing but who wrote the text? */
export function isBylineLine(text: string): boolean {
  return (
    text.length <= LONGEST && !SENTENCE_END.test(text) && (BY.test(text) || BY_ARABIC.test(text) || BY_HAN.test(text))
  );
}
