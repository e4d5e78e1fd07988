/** Agencies in a text's first words, in the forms of their own style books. Group `name`: the agency. */
const WORD = String.raw`[\p{L}\p{M}\d .&/+-]`;
/** Place and day before the agency. */
const PLACE = String.raw`[\p{Lu}\p{Lo}][^()（）[\]【】\n]{1,60}?`;

const DATELINES: readonly RegExp[] = [
  // KYIV (Reuters) — ; (dpa) - ; [AFP]
  String.raw`^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’ /,-]{1,60}?[,]?\s*(?:\p{L}+\.? \d{1,2}\s*)?)?[(（[](?<name>${WORD}{2,40})[)）\]]\s*(?:[-–—―:.,]|$|(?=\p{L}))`,
  // Quito, 12 may (EFE).- ; VELMARA, 7 May (Reuters) -
  String.raw`^${PLACE}\s*[(（[](?<name>${WORD}{2,40})[)）\]]\s*[-–—―:.]`,
  // PARIS, March 3 - Reuters - ; AFP –
  String.raw`^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’ /,-]{1,40}[,]?\s*[-–—]\s*)?(?<name>[\p{L}\p{M}]{2,20})\s*[-–—:]\s+(?=\p{L})`,
  // МОСКВА, 3 августа. /ТАСС/. ; /ТАСС/
  String.raw`^(?:${PLACE}\s*)?/\s?(?<name>${WORD}{2,30}?)\s?/\s*[-–—.,:]?`,
  // МОСКВА, 7 мая — РИА Новости. ; TEHRAN, May 7 - IRNA.
  String.raw`^${PLACE}\s*[-–—]\s*(?<name>[\p{Lu}\p{Lo}][\p{L}\p{M}. ]{1,28}?)[.:]\s+(?=[\p{Lu}\p{Lo}"“«])`,
  // TEHRAN, IRNA – ; Roma, ANSA -
  String.raw`^[\p{Lu}][\p{L}\p{M}.'’ ]{1,30},\s(?<name>[\p{Lu}][\p{L}]{1,12})\s*[-–—:]\s`,
  // دمشق-سانا ; بيروت - أ ف ب
  String.raw`^[\p{sc=Arab}\s]{2,24}?\s?[-–—/ـ]\s?[(]?(?<name>\p{sc=Arab}[\p{sc=Arab} .]{1,20}?)[)]?(?=\s|[-–—:،])`,
  // (서울=연합뉴스)
  String.raw`^[(（[]\s?[\p{L}\s·]{1,16}=\s?(?<name>[\p{L}\p{M}]{2,16})[)）\]]`,
  // 新华社北京5月7日电 ; （中央社記者王小明台北7日電）
  String.raw`^[（(【]?(?<name>\p{sc=Han}{1,4}社)(?:記者|记者)?[\p{sc=Han}\s、·]{0,24}?(?:\d{1,2}\s?月)?\s?\d{1,2}\s?日?\s?(?:专|專|综合|綜合|外)?(?:电|電|讯|訊)`,
  // 【東京共同】 ; ［東京 7日 ロイター］
  String.raw`^[【［\[(（][\p{L}\d\s=＝、・ー]{0,16}?(?<name>共同(?:通信)?|時事(?:通信)?|ロイター|新華社|新华社|中央社|聯合報?|ＡＦＰ|AFP|AP|ＡＰ)(?:=?時事|=?共同)?\s?(?:\d{1,2}日)?[】］\])）]`,
].map((source) => new RegExp(source, 'u'));

/** Short forms that only datelines have. */
const SHORT: Readonly<Record<string, string>> = { 共同: '共同通信', 時事: '時事通信' };

/** The names that may be an agency's in a text's first words, with what was read, the most usual form first. */
export function datelinesOf(text: string): { name: string; evidence: string }[] {
  const found: { name: string; evidence: string }[] = [];
  for (const pattern of DATELINES) {
    const match = pattern.exec(text);
    const name = match?.groups?.name?.trim();
    if (match && name) found.push({ name: SHORT[name] ?? name.normalize('NFKC'), evidence: match[0].trim() });
  }
  return found;
}

/** `… said. (Reuters)`, `… – AFP`, or a lone name: the agency as the text's last words. Sees at most 90 characters. */
export const SIGNATURE =
  /(?:^|[.!?…。"”»]\s*)[([（–—-]\s*(?!\s)(?<name>[\p{L}\p{M}\d .&/+,-]{2,60}?)(?<!\s)(?:\s*[)\]）])?\s*$/u;

/** Who wrote, edited and published, by function: an agency's or a desk's last line. It names people, and credits nobody. */
const SIGN_OFF =
  /^[\s([（*–—-]*(?:(?:additional |further )?(?:reporting|writing|editing|compiled|translated|edited|written) by\b.*|reporte de\b.*\bedita\p{L}*.*|reportaje de\b.*\beditad.*|reportage (?:de )?\p{Lu}.*\b(?:édité|rédigé|version).*|bericht von\b.*\bredigier.*|geschrieben von\b.*\bredigiert.*|reportagem de\b.*\bedi.*|tradução de\b.*|a cura di\b.{2,60}|(?:автор|редактор|редакция|подготовил\p{L}*|редактирование|перевод)\s*[:：].{2,120}|تغطية\s(?:صحفية|إخبارية)?\s?.{2,160}(?:تحرير|إعداد).*|(?:تحرير|إعداد|ترجمة)\s*[:：/].{2,100}|(?:editör|haber|muhabir)\s*[:：].{2,80}|(?:penulis|editor|reporter)\s*[:：].{2,80}|[（(]?(?:责任编辑|責任編輯|责编|编辑|編輯|校对|审核|原标题|原題|記者|记者)\s?[:：].{1,80}|انتهای پیام\s?[/.]?.{0,12})[)）\]\s/.]*$/iu;

export function isSignOff(text: string): boolean {
  return text.length <= 240 && SIGN_OFF.test(text);
}
