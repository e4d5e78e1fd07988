import type { Block } from '../blocks/block.ts';
import { AND_PICTURES, TEXT_WORDS } from './author-names.ts';

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
/** A signature in brackets, or the reporter of a named paper alone in a line. */
const HAN_SIGNATURES: readonly RegExp[] = [
  String.raw`^[（(]\s?(?:本报|本网|本报讯|见习|实习)?(?:记者|記者|作者|通讯员)\s*[:：]?\s*${HAN_NAMES}\s?[)）]$`,
  String.raw`^\p{sc=Han}{2,8}(?:报|報|社|网|網|台|刊)(?:见习|实习)?(?:记者|記者)\s+${HAN_NAMES}$`,
  String.raw`^[（(【]?(?:取材・文|文・写真|聞き手|構成|采访|采写|撰文)\s?[=＝:：・／/]\s?(?<names>[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{2,8})[)）】]?$`,
].map((source) => new RegExp(source, 'u'));
/** What every one of these has. */
const HAN = /\p{sc=Han}/u;

/** What a line says before the name that signs a text or an interview at its end, by language; those of one word need a colon. */
const SIGNED = [
  'Interview(?:ed)? by|Interview conducted by|Written by|Words by|Story by|As told to',
  '(?:Das )?(?:Interview|Gespräch) führten?|Die Fragen stellten?|Interview von|Aufgezeichnet von|Protokolliert von',
  '(?:Propos )?[Rr]ecueillis? par|Interview réalisée? par|Entretien (?:réalisé|conduit|mené) par',
  'Entrevista (?:realizada por|conduzida por|a cargo de)|Entrevistou|Entrevistó|Intervista (?:di|a cura di)|Testo di|Texto de|Texte de',
  'Rozmawia(?:ł|ła|li|ły)|Rozmowę (?:przeprowadzi(?:ł|ła|li)|prowadzi(?:ł|ła|li))|Wysłucha(?:ł|ła|li)|Opracowa(?:ł|ła|li)|Spisa(?:ł|ła|li)',
  'Беседовал[аи]?|Интервью (?:взял[аи]?|пров[её]л|провел[аи])|Подготовил[аи]?(?: к публикации)?|Записал[аи]?|Вопросы задавал[аи]?|Разговаривал[аи]?',
  'Розмовля(?:в|ла|ли)|Спілкува(?:вся|лася|лися)|Підготува(?:в|ла|ли)|Записа(?:в|ла|ли)|Разговара[олa]+|Разговора водио|Razgovara(?:o|la|li)|Razgovor vodi(?:o|la)',
  'Rozhovor vedl[ai]?|Ptal[ai]? se|Zapsal[ai]?|Zhováral[ai]? sa|Spýtal[ai]? sa|Az interjút készítette|A consemnat|Interviu (?:realizat )?de',
  'Συνέντευξη στ(?:ον|ην|ους)|Συνομίλησε [οη]|حاوره|حاورها|حاورته|حاورتها|أجرى الحوار|أجرت الحوار|أجرى المقابلة|أجرت المقابلة|ראיינה?',
].join('|');
const LABELLED = [
  `(?i:(?:${TEXT_WORDS})(?:${AND_PICTURES})?)`,
  'Interview|Entretien|Entrevista|Intervista|Reportagem|Reportaje|Intervju|Interjú|Интервью|Інтерв’ю|Rozhovor|Κείμενο|Ρεπορτάζ|Συνέντευξη',
  'Írta|Kérdezett|Lejegyezte|Pewawancara|Penulis|Reporter|Teks|حوار|إعداد|تقرير|گفت‌وگو|گفتگو|گزارش|مصاحبه|כתבה?|מאת',
].join('|');
const SMALL_AND = 'and|und|et|y|e|i|и|та|і|ve|og|och|en|و';
const ONE = String.raw`${WORD}(?:\s${WORD}){1,3}`;
/** Such a line, whole: of it the names. Sees at most 100 characters. */
const SIGNATURE = new RegExp(
  String.raw`^[\s(\[—–-]*(?:(?:${SIGNED})\s*[:：]?\s+|(?:${LABELLED})\s?[:：]\s*)(?<names>${ONE}(?:(?:,|\s(?:${SMALL_AND}))\s${ONE}){0,2})[\s.)\]]*$`,
  'u',
);
/** Between two who sign; either has two words or more, so that no name of one person is cut. */
const AND = new RegExp(String.raw`(?:,|\s(?:${SMALL_AND}))\s`, 'u');
const LONGEST_LETTERED = 100;

/** The names behind the first of the surest labels near the headline, else those of a signature at either end of the text. */
export function labelledAuthors(blocks: readonly Block[], headline: number): string[] {
  const near = blocks.slice(headline + 1, headline + 1 + NEAR_HEADLINE).filter((b) => b.text.length <= LONGEST);
  for (const label of LABELS)
    for (const block of near) {
      const found = label.exec(block.text)?.groups?.names;
      if (found) return namesIn(found);
    }
  for (const { text } of blocks.slice(headline + 1)) {
    for (const signature of text.length <= LONGEST_SIGNATURE && HAN.test(text) ? HAN_SIGNATURES : []) {
      const found = signature.exec(text)?.groups?.names;
      if (found) return namesIn(found);
    }
    const found = text.length <= LONGEST_LETTERED ? SIGNATURE.exec(text)?.groups?.names : undefined;
    if (found) return found.split(AND);
  }
  return [];
}

/** Names in Han are parted by blanks. */
function namesIn(found: string): string[] {
  return /^\p{sc=Han}/u.test(found) ? found.split(/[\s、,，]+/) : [found];
}
