import type { Credit } from '@wirewatch/shared/contracts/credit.ts';

/** A way in which pages credit a text to someone, in the languages of the pages that are expected. */
export interface CreditForm {
  kind: Credit['kind'];
  /** Group `name`: whom. */
  pattern: RegExp;
  /** Is the block nothing but the credit, so that it is cut from the text? Else it is a part of a sentence or a dateline. */
  wholeLine: boolean;
  /** Is it told by the line's beginning? Else it stands anywhere in a sentence, and the sentence must be the reposter's. */
  label: boolean;
  /** Only a name on the list of outlets counts: the form alone says too little. */
  onlyKnown: boolean;
}

const NAME = String.raw`(?<name>[^\n:|]{2,70}?)`;
const END = String.raw`\s*[.)\]*）】。]*\s*$`;

/** `Source: X`, `Via: X`: a label and a name, nothing else. */
export const LABELS =
  'sources?|via|courtesy of|news source|article source|story source|original source|credits?|quellen?|fonti|fonte|fuentes?|bron|kaynak|kaynağı?|haber kaynağı|kaynaklar|источники?|первоисточник|джерел[оа]|المصدر|مصدر|المصادر|نقلا عن|نقلاً عن|منبع|źródło|zdroj|izvor|извор|източник|sursa|forrás|πηγή|lähde|kilde|källa|sumber|nguồn|ที่มา|来源|來源|文章来源|新闻来源|出处|稿源|出典|情報元|ソース|출처|allikas|avots|šaltinis|burimi|წყარო|աղբյուր|מקור|स्रोत|साभार|সূত্র|ذریعہ|mənbə|дереккөз|manba';

/** What a line calls the address of the text that it was taken or translated from. */
const TO_ORIGINAL =
  "(?:link (?:to|zum|zur|al|all['’]|do|para o|ke) ?)?(?:the )?original(?:e|en|s)?(?: (?:article|link|post|story|text|source))?|read the original|(?:lien|version) (?:vers l['’]|de l['’])?originale?|(?:article|texte) original|original(?:artikel|beitrag|text|quelle)|enlace (?:al )?original|art[íi]culo original|artigo original|articolo originale|оригинал(?: стать[ия]| материала| публикации| текста)?|ссылка на (?:оригинал|источник)|оригінал|oryginał|tekst oryginalny|orijinal(?:i| haber| metin)?|المقال الأصلي|النص الأصلي|الرابط الأصلي|رابط المصدر|متن اصلی|原文(?:链接|連結|地址|网址|出处)?|元記事|원문(?: 링크| 보기)?|(?:link )?artikel asli|eredeti (?:cikk|írás)|πρωτότυπο(?: άρθρο| κείμενο)?|המקור";
const FORWARDED =
  'forwarded from|переслано(?: из| от)?|переслано з|weitergeleitet (?:von|aus)|reenviado (?:de|desde)|encaminhad[oa] de|inoltrato da|transféré (?:de|depuis)|przekazano (?:z|od)|doorgestuurd van|diteruskan dari|forward edildi|تم التوجيه من|أعيد توجيهها من|معاد توجيهها من|هدایت‌شده از|فوروارد از|转发自|轉發自';

const FIRST = `(?:(?:first|originally|initially) (?:appeared|published|posted|ran)|appeared (?:first|originally)|was (?:first|originally) (?:published|posted|featured)) (?:on|in|at|by|from|with)(?: the (?:website|site|blog|pages) of)?`;

// Every expression below sees at most 400 characters: longer blocks are no credits.
function form(
  kind: Credit['kind'],
  source: string,
  options: { wholeLine?: boolean; onlyKnown?: boolean } = {},
): CreditForm {
  return {
    kind,
    pattern: new RegExp(source, 'iu'),
    wholeLine: options.wholeLine ?? true,
    label: source.startsWith('^') || options.wholeLine === false,
    onlyKnown: options.onlyKnown ?? false,
  };
}

/** What follows a name: by which licence or with whose leave. */
const LICENSED =
  "under (?:the|an?)|sob|bajo|sous|sotto|con licen[zc]ia|com (?:licença|autorização|permissão)|con (?:permiso|autorización|il permesso|autorizzazione)|avec l['’]|unter (?:der|einer)|mit (?:freundlicher )?genehmigung|под лицензией|на условиях|с разрешения|na licencji|za zgodą|met toestemming|med tillatelse|med tillstånd|lisensi|seizin";

/** Ends a name in a line that goes on: a mark, a date, a line break. */
const MARK = String.raw`(?=\s*(?:[.,;()\[\]（）\n]|[–—]\s|$))`;

const STOP = String.raw`(?=\s*(?:[.,;)\]]\s*(?:$|[^\p{L}])|[.!]\s|$|\bon \w+ \d|\bunder a\b|\band (?:is|was|has)\b|\bwith permission\b|\bat https?\b|\bhere\b|(?<!\p{L})(?:${LICENSED})(?!\p{L})))`;

export const CREDIT_FORMS: readonly CreditForm[] = [
  form('whole', String.raw`^[\s(\[（【*–—-]*(?:${LABELS})\s*[:：=–—]+\s*${NAME}${END}`),
  // The address alone.
  form('whole', String.raw`^[\s(\[*–—-]*(?:${LABELS})\s*[:：=–—]+\s*(?<name>https?:\/\/[^\s|]{4,200}?)[\s)\]]*$`),
  form('whole', String.raw`^[\s(\[*–—-]*(?:${TO_ORIGINAL})\s*[:：=–—]+\s*(?<name>https?:\/\/[^\s|]{4,200}?)[\s)\]]*$`),
  // A message of another channel, as messengers mark it.
  form('whole', String.raw`^(?:${FORWARDED})\s*[:：]?\s*${NAME}${END}`),
  form(
    'whole',
    String.raw`^[\s(（\[【*]*(?:转载自|轉載自|转自|轉自|转载于|摘自|本文来源|本文轉載自|本文转载自|転載元|引用元|전재)\s*[:：]?\s*(?<name>[^\n:：|，。（）()【】]{2,40}?)[\s。）)】\]]*$`,
  ),
  form('whole', String.raw`^[\s(\[*]*(?:via|h/t)\s+${NAME}${END}`),
  form('first-published', String.raw`\b${FIRST}\s+["“«„']?${NAME}["”»']?${STOP}`),
  form(
    'first-published',
    String.raw`(?:erschien(?:en)?|veröffentlicht\w*|publiziert) (?:zuerst|zunächst|ursprünglich|erstmals) (?:auf|in|bei|im|von)\s+(?:de[rmns] |die |das )?${NAME}(?:\s*\(|${STOP})`,
  ),
  ...[
    String.raw`\boriginal(?:ly)? (?:article|text|story|version|piece|interview|post)(?: was| first)* (?:published|appeared|posted|printed) (?:in|on|by|at)\s+(?:the )?${NAME}${MARK}`,
    String.raw`(?<!\p{L})original(?:artikel|text|beitrag|fassung|version)? (?:ist |wurde )?(?:erschien(?:en)?|veröffentlicht|publiziert|gedruckt) (?:in|auf|bei|im|von)\s+(?:de[rmn] )?${NAME}${MARK}`,
    String.raw`(?:article|texte|entretien|billet|version|source) originale? (?:est )?(?:publié|paru|diffusé)e? (?:dans|sur|par|chez)\s+(?:le site )?${NAME}${MARK}`,
    String.raw`(?:art[íi]culo|artigo|texto|nota|entrevista|versión|versão) original (?:publicad[oa]|aparecid[oa]) (?:en|em|no|na|por|pelo|pela)\s+${NAME}${MARK}`,
    String.raw`(?:articolo|testo|pezzo|intervista|versione) originale (?:è )?(?:pubblicat|appars|uscit)[oa] (?:su|in|da|sul|sulla)\s+${NAME}${MARK}`,
    String.raw`(?:oryginaln\p{L}+ (?:tekst|artykuł|wersja)|oryginał|tekst oryginalny) (?:ukazał\p{L}* się|opublikowan\p{L}+|został\p{L}* opublikowan\p{L}+) (?:w|na|przez)\s+${NAME}${MARK}`,
    String.raw`(?:оригинал(?: стать[ия]| материала| текста)?|оригинальн\p{L}+ (?:статья|текст|материал|версия)) (?:опубликован\p{L}*|вышел|вышла|размещ[её]н\p{L}*) (?:на сайте|в газете|в издании|на портале|на|в)\s+${NAME}${MARK}`,
    String.raw`(?:orijinal|özgün) (?:metin|makale|yazı|haber)\p{L}* (?:ilk )?${NAME}(?:['’]\p{L}{1,4}| sitesinde| gazetesinde) (?:yayın|yayım)`,
    String.raw`(?:het )?(?:oorspronkelijke|originele) (?:artikel|stuk|tekst|versie) (?:verscheen|is verschenen|werd gepubliceerd) (?:in|op|bij)\s+${NAME}${MARK}`,
  ].map((source) =>
    form('first-published', String.raw`^[\s(\[*–—-]*(?:(?:the|this|der|le|la|l['’]|el|o|a|il|lo|het)\s?)?${source}`),
  ),
  form(
    'first-published',
    `(?:zuerst|ursprünglich|zunächst|erstmals) (?:auf|in|bei|im|von) (?:der |dem )?${NAME} (?:erschienen|veröffentlicht|publiziert)`,
  ),
  form(
    'first-published',
    String.raw`(?:paru|publié|apparu)e?s? (?:à l['’]origine|initialement|d['’]abord|en premier(?: lieu)?|pour la première fois) (?:sur|dans|par|chez)\s+(?:le site (?:de |d['’]))?${NAME}${STOP}`,
  ),
  form(
    'first-published',
    String.raw`(?:publicad[oa]|apareci[óo]|apareceu) (?:originalmente|originariamente|primero|primeiro|inicialmente|por primera vez|pela primeira vez) (?:en|em|no|na|por|pelo|pela)\s+${NAME}${STOP}`,
  ),
  form(
    'first-published',
    String.raw`(?:pubblicat[oa]|apparso|apparsa) (?:originariamente|originalmente|inizialmente|per la prima volta|prima) (?:su|in|da|sul|sulla)\s+${NAME}${STOP}`,
  ),
  form(
    'first-published',
    String.raw`(?:ilk (?:olarak|kez|defa))\s+${NAME}(?:['’](?:de|da|te|ta|nde|nda)| (?:sitesinde|gazetesinde|internet sitesinde|tarafından))\s+(?:yayın|yayım)`,
  ),
  form(
    'first-published',
    String.raw`(?:впервые|первоначально|изначально|сначала) (?:был[аои]? )?(?:опубликован\p{L}*|появил\p{L}*|вышл?\p{L}*) (?:на сайте|в издании|в газете|изданием|на портале|на|в)\s+${NAME}${STOP}`,
  ),
  form(
    'first-published',
    String.raw`(?:уперше|вперше|спочатку) (?:був |була |було )?(?:опубліковано|з['’]явив\p{L}*) (?:на сайті|у виданні|на|у|в)\s+${NAME}${STOP}`,
  ),
  form(
    'first-published',
    String.raw`(?:نُ?شر(?:ت)?|ظهر(?:ت)?) .{0,60}?(?:لأول مرة|لاول مرة|أول مرة|أولا|أولاً|في الأصل|أصلا) (?:في|على|عبر|لدى)\s+(?:موقع |صحيفة |منصة )?${NAME}${STOP}`,
  ),
  form(
    'first-published',
    String.raw`a (?:d['’]abord|initialement|d['’]abord et avant tout) été (?:publiée?|diffusée?|mise? en ligne) (?:par|sur|dans|chez)\s+${NAME}(?=\s*(?:[.,;)]|et (?:est|a été)|$))`,
  ),
  form(
    'first-published',
    String.raw`(?:ukazał\p{L}*|opublikowan\p{L}*|został\p{L}* opublikowan\p{L}*)(?: się)? (?:pierwotnie|najpierw|po raz pierwszy) (?:w|na|przez)\s+(?:portalu |serwisie |gazecie )?${NAME}(?=\s*(?:[.,;)]|i (?:został|publikujemy|jest)|$))`,
  ),
  form(
    'first-published',
    String.raw`(?:verscheen|gepubliceerd) (?:eerder|eerst|oorspronkelijk|voor het eerst) (?:bij|in|op|door)\s+${NAME}(?=\s*(?:[.,;)]|en (?:is|wordt)|$))`,
  ),
  form(
    'first-published',
    String.raw`(?:pertama kali|awalnya|sebelumnya) (?:terbit|tayang|dimuat|diterbitkan|dipublikasikan) (?:di|oleh|pada)\s+${NAME}(?=\s*(?:[.,;)]|dan |$))`,
  ),
  form(
    'first-published',
    String.raw`^(?:Bài viết|Bài báo|Bài)\s(?:này )?(?:được )?đăng (?:lần đầu|lần đầu tiên|đầu tiên) (?:trên|tại|bởi)\s+(?:báo |trang |tạp chí )?${NAME}(?=\s*(?:[.,;)]|và |$))`,
  ),
  form(
    'first-published',
    String.raw`(?:δημοσιεύτηκε|δημοσιεύθηκε|πρωτοδημοσιεύτηκε)(?: αρχικά| πρώτα| για πρώτη φορά)? (?:στην|στο|στον|στα|από (?:την|το|τον))\s+${NAME}(?=\s*(?:[.,;)]|και |$))`,
  ),
  form('first-published', String.raw`(?:पहली बार|मूल रूप से|सबसे पहले)\s+${NAME}\s(?:में|पर) (?:प्रकाशित|छपा)`),
  form(
    'first-published',
    String.raw`(?:نخستین بار|اولین بار|ابتدا) (?:در|توسط)\s+(?:روزنامه |سایت |خبرگزاری )?${NAME}\s(?:منتشر|چاپ)`,
  ),
  form(
    'first-published',
    String.raw`(?:פורסמ\p{L}*|הופיע\p{L}*) (?:לראשונה|במקור) (?:ב-?|באתר |בעיתון |על ידי )${NAME}(?=\s*(?:[.,;)]|ו(?:מובא|מתפרס)|$))`,
  ),
  form(
    'first-published',
    `この(?:記事|文章|コラム)は(?:、)?[「『](?<name>[^「」『』]{2,40})[」』]に(?:掲載|初出|公開)`,
  ),
  form(
    'first-published',
    String.raw`^(?:이|본) (?:글|기사|칼럼)[은는] (?<name>[^\s,.][^,.]{1,30}?)에 (?:먼저|처음) (?:실|게재|발행)`,
  ),
  form('whole', String.raw`^Theo\s+${NAME}${END}`, { onlyKnown: true }),
  form('first-published', String.raw`(?:最初|首次|首先)(?:发表于|刊于|刊登于|發表於)\s*${NAME}${STOP}`),
  form(
    'whole',
    String.raw`\b(?:re-?published|reproduced|reprinted|syndicated|cross-?posted|reposted|taken|excerpted|distributed) (?:here )?(?:with (?:the )?(?:kind )?permission )?(?:from|of|by|courtesy of)\s+${NAME}${STOP}`,
    { wholeLine: true },
  ),
  form(
    'whole',
    String.raw`\b(?:this|the) (?:article|story|report|news|text|content|piece) (?:is|was|has been|comes|came) (?:provided|supplied|produced|written|published|delivered|taken|sourced|quoted|translated|copied|from)?\s*(?:by|from|via)\s+${NAME}${STOP}`,
  ),
  form(
    'whole',
    String.raw`(?:dieser (?:artikel|text|beitrag)|diese meldung|der (?:artikel|text|beitrag)) (?:stammt von|wurde (?:übernommen )?von|stammt aus|wurde von)\s+(?:der |dem )?${NAME}(?: übernommen)?${STOP}`,
  ),
  form(
    'whole',
    String.raw`(?:haber|yazı|metin|makale|bu içerik)\p{L}* (?:kaynağı\s*[:：]?|)\s*${NAME} (?:sitesinden|haber sitesinden|ajansından|gazetesinden) alın`,
  ),
  form(
    'whole',
    String.raw`(?:по материалам|по сообщению|перепечатано (?:с|из)|материал (?:взят|предоставлен)(?: с сайта)?|текст взят (?:с|из)|за матеріалами)\s+(?:сайта |издания |агентства )?${NAME}${END}`,
  ),
  form(
    'whole',
    String.raw`(?:هذا (?:الخبر|المقال|المحتوى|النص) (?:منقول|مقدم|نقل) (?:من|عن)|تم نقل (?:هذا )?(?:الخبر|المقال|المحتوى) (?:من|عن)|(?:نقلا|نقلاً) عن)\s+(?:موقع |صحيفة |وكالة |قناة )?${NAME}${STOP}`,
  ),
  form(
    'whole',
    String.raw`^(?:artículo|texto|nota|noticia) (?:original )?(?:de|tomad[oa] de|publicad[oa] por)\s+${NAME}${END}`,
  ),
  form(
    'part',
    String.raw`\bwith (?:additional |further |extra )?(?:reporting|material|inputs?|contributions?|files|information|reports?) (?:by|from|of)\s+(?:the )?${NAME}${END}`,
  ),
  form(
    'part',
    String.raw`^[\s(\[*–—-]*${NAME} (?:contributed to|also contributed to|assisted (?:with|in)) (?:this|the) (?:report|story|article)`,
    { onlyKnown: true },
  ),
  form(
    'part',
    String.raw`^[\s(\[*–—-]*(?:mit (?:material|informationen|inhalten) (?:von|der)|(?:avec|con|com|met|med|with)|mit)\s+${NAME}${END}`,
    { onlyKnown: true },
  ),
  form(
    'part',
    String.raw`[(\[](?:mit (?:material|informationen) (?:von|der)|avec|con información de|con|com informações (?:da|do|de)|mit|with)\s+(?<name>[^()\[\]]{2,40})[)\]]\s*$`,
    { onlyKnown: true, wholeLine: false },
  ),
  form(
    'part',
    String.raw`(?:con información de|com informações (?:da|do|de)|с использованием материалов|при использовании материалов|بمساهمة|بمشاركة|katkılarıyla)\s+${NAME}${END}`,
    { onlyKnown: false },
  ),
];
