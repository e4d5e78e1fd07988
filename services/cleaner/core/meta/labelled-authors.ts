import type { Block } from '../blocks/block.ts';

/** Blocks after the headline whose labels name the article's author, and blocks at the page's end that may sign it. */
const NEAR_HEADLINE = 12;
/** Characters of a line of labels, and of a signature. */
const LONGEST = 160;
const LONGEST_SIGNATURE = 40;

const HAN_NAME = String.raw`\p{sc=Han}{2,4}(?:[·・]\p{sc=Han}{1,6})?`;
const HAN_NAMES = String.raw`(?<names>${HAN_NAME}(?:[\s、,，]+${HAN_NAME}){0,5})(?![\p{sc=Han}])`;
/** A name in letters: two to four words written large, or of a script without capitals. */
const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.-]+|[\p{sc=Arab}\p{sc=Hebr}\p{sc=Deva}\p{sc=Beng}\p{sc=Thai}]{2,})`;
const NAMES = String.raw`(?<names>${WORD}(?:\s${WORD}){1,3})`;

/** Labels of the author in the middle of a line, the surest first: the author, the reporter, then who edited. */
const LABELS: readonly RegExp[] = [
  String.raw`(?:作者|撰文|撰稿|采写|文字?)\s*[:：=＝／/]\s*${HAN_NAMES}`,
  String.raw`文\s?[=＝]\s?(?<names>[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{2,8})(?=\s|$)`,
  String.raw`(?:记者|記者)\s*[:：]?\s+${HAN_NAMES}`,
  String.raw`(?:记者|記者)\s*[:：]\s*${HAN_NAMES}`,
  String.raw`(?<![가-힣])(?<names>[가-힣]{2,4})\s?기자(?![가-힣])`,
  String.raw`(?:Автор(?:ы)?|Текст|Autor(?:in|en|es|a)?|Auteur|Autore|Yazar|Muhabir|Penulis|Reporter|Συντάκτης|نویسنده|خبرنگار|بقلم|الكاتب|كاتب|מאת|लेखक|লেখক|ผู้เขียน|Tác giả)\s*[:：]\s*${NAMES}`,
  String.raw`^(?:Γράφ(?:ει|ουν)(?:\s(?:ο|η|οι))?|Του|Της|Propos recueillis par|Texte(?:\sde|\s?:)|Testo di|Texto(?:\sde|:)|Tekst(?:\svan)?|Text von|Text av|Escribe|Írta:?|Teksti:?)\s${NAMES}(?=\s*(?:$|[,|(–—·]))`,
  String.raw`^(?<names>[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{3,7})\s?記者$`,
  String.raw`(?:责任编辑|責任編輯|编辑|編輯|责编)\s*[:：]\s*${HAN_NAMES}`,
].map((source) => new RegExp(source, 'u'));
/** What every signature has. */
const HAN = /\p{sc=Han}/u;
/** A signature in brackets, or the reporter of a named paper alone in a line. */
const SIGNATURES: readonly RegExp[] = [
  String.raw`^[（(]\s?(?:本报|本网|本报讯|见习|实习)?(?:记者|記者|作者|通讯员)\s*[:：]?\s*${HAN_NAMES}\s?[)）]$`,
  String.raw`^\p{sc=Han}{2,8}(?:报|報|社|网|網|台|刊)(?:见习|实习)?(?:记者|記者)\s+${HAN_NAMES}$`,
].map((source) => new RegExp(source, 'u'));

/** The names behind the first of the surest labels near the headline, else those of a signature at either end of the text. */
export function labelledAuthors(blocks: readonly Block[], headline: number): string[] {
  const near = blocks.slice(headline + 1, headline + 1 + NEAR_HEADLINE).filter((b) => b.text.length <= LONGEST);
  for (const label of LABELS)
    for (const block of near) {
      const found = label.exec(block.text)?.groups?.names;
      if (found) return namesIn(found);
    }
  for (const block of blocks.slice(headline + 1))
    for (const signature of block.text.length <= LONGEST_SIGNATURE && HAN.test(block.text) ? SIGNATURES : []) {
      const found = signature.exec(block.text)?.groups?.names;
      if (found) return namesIn(found);
    }
  return [];
}

/** Names in Han are parted by blanks. */
function namesIn(found: string): string[] {
  return /^\p{sc=Han}/u.test(found) ? found.split(/[\s、,，]+/) : [found];
}
