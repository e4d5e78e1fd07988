/**
 * Lines that name where a text was published first, with its headline between: what weblog systems put under a text that others
 * fetch from their feed, by language. Group `name`: the publication.
 */
const NAME = String.raw`(?<name>[^\n|]{2,80}?)`;
const END = String.raw`[\s.。։।"”»]*$`;
/** A headline between, of any length that a line has. */
const TITLE = String.raw`\s?.{3,320}?\s?`;

const line = (source: string): RegExp => new RegExp(`^[\\s(\\[*]*${source}${END}`, 'iu');

const FOOTERS: readonly RegExp[] = [
  String.raw`The (?:post|article|story|entry|piece)\b${TITLE}(?:appeared first|first appeared|was first published|was originally published|originally appeared|is from) (?:on|in|at|by) ${NAME}`,
  String.raw`(?:Der|Dieser) (?:Beitrag|Artikel|Text)\b${TITLE}(?:erschien (?:zuerst|zunächst|ursprünglich)|ist zuerst erschienen|wurde zuerst veröffentlicht) (?:auf|bei|in|im) ${NAME}`,
  String.raw`L[’'](?:article|entrée|actualité)\b${TITLE}(?:est apparue? en premier|a été publiée? (?:en premier|d[’']abord|initialement)) (?:sur|dans) ${NAME}`,
  String.raw`(?:La entrada|El artículo|La nota|El post)\b${TITLE}(?:se publicó (?:primero|originalmente)|apareció primero|aparece primero|ha sido publicad[oa] primero) en ${NAME}`,
  String.raw`(?:O post|O artigo|A notícia|A matéria)\b${TITLE}(?:apareceu primeiro|foi publicad[oa] (?:primeiro|originalmente)|aparece primeiro) (?:em|no|na) ${NAME}`,
  String.raw`(?:L[’']articolo|Il post|La notizia)\b${TITLE}(?:proviene da|sembra essere il primo su|è apparso (?:per primo|prima) su) ${NAME}`,
  String.raw`(?:Het bericht|Het artikel|De post)\b${TITLE}(?:verscheen (?:eerst|als eerste)|is eerst verschenen) op ${NAME}`,
  String.raw`(?:Artykuł|Wpis|Post)\b${TITLE}(?:pochodzi z (?:serwisu|portalu)|pojawił się (?:pierwszy|najpierw|po raz pierwszy) (?:w|na)) ${NAME}`,
  String.raw`(?:Příspěvek|Článek|Článok|Príspevok)\s${TITLE}(?:pochází z|se nejdříve objevil na|zjavil sa najskôr na|appeared first on) ${NAME}`,
  String.raw`(?:Сообщение|Запись|Статья|Материал)\s${TITLE}(?:появил\p{L}* сначала|впервые появил\p{L}*|впервые опубликован\p{L}*|сначала появил\p{L}*) (?:на|в) (?:сайте )?${NAME}`,
  String.raw`(?:Запис|Допис|Стаття|Публікація)\s${TITLE}(?:спершу з['’]явив\p{L}*|вперше з['’]явив\p{L}*|з['’]явив\p{L}* спочатку|вперше опубліковано) (?:на|у|в) ${NAME}`,
  String.raw`(?:Публикацията|Статията|Материалът)\s${TITLE}(?:за пръв път се появи|се появи първо|е публикуван\p{L}* първо) (?:на|в) ${NAME}`,
  String.raw`(?:Objava|Članak|Чланак|Објава)\s${TITLE}(?:pojavil\p{L}* se prv\p{L}*(?: puta)?|се појав\p{L}* прв\p{L}*(?: пут)?|prvi put se pojavi\p{L}*) (?:na|на) ${NAME}`,
  String.raw`(?:.{3,320}?\s)(?:yazısı|haberi|başlıklı yazı) ilk (?:önce|olarak|kez) ${NAME}(?: üzerinde|['’]\p{L}{1,4}| sitesinde| adresinde)\s(?:ortaya çıktı|yayınlandı|yayımlandı|göründü)`,
  String.raw`(?:ظهرت|نُ?شرت|ظهر|نُ?شر) (?:المقالة|المقال|التدوينة|الخبر|هذه المقالة)\s${TITLE}(?:أولاً|أولا|لأول مرة) (?:على|في|عبر) ${NAME}`,
  String.raw`(?:نوشته|مطلب|خبر)\s${TITLE}(?:اولین بار|نخستین بار|ابتدا) (?:در|بر) ${NAME}[.]?\s(?:پدیدار شد|منتشر شد|ظاهر شد)`,
  String.raw`(?:Artikel|Berita|Tulisan|Pos|Postingan)\s${TITLE}(?:pertama kali (?:tampil|muncul|terbit|tayang|diterbitkan)|tampil pertama kali) (?:pada|di) ${NAME}`,
  String.raw`(?:Artikel|Berita|Konten) ini (?:telah|sudah|pernah|pertama kali) (?:tayang|terbit|dimuat|dipublikasikan|diterbitkan|tampil)(?: sebelumnya)? (?:di|pada) ${NAME}(?:,? (?:dengan|berjudul|pada tanggal)\s.*)?`,
  String.raw`(?:Inlägget|Artikeln)\s${TITLE}(?:dök först upp|publicerades först) (?:på|i) ${NAME}`,
  String.raw`(?:Indlægget|Artiklen|Innlegget|Artikkelen)\s${TITLE}(?:blev først (?:udgivet|vist|bragt)|dukket først opp|ble først (?:publisert|utgitt)) (?:på|i) ${NAME}`,
  String.raw`(?:Artikkeli|Kirjoitus|Juttu)\s${TITLE}(?:julkaistiin ensimmäisen kerran|ilmestyi ensimmäisenä) ${NAME}`,
  String.raw`A(?:z|\(z\))?\s${TITLE}(?:bejegyzés|cikk) először (?:a |az )?${NAME}(?:-\p{L}{1,4}|\p{L}n)? (?:jelent meg|oldalán jelent meg)`,
  String.raw`(?:Articolul|Postarea)\s${TITLE}(?:apare prima dată|a apărut (?:prima dată|mai întâi)) (?:în|pe) ${NAME}`,
  String.raw`(?:Το άρθρο|Η δημοσίευση|Το post)\s${TITLE}(?:εμφανίστηκε πρώτα|δημοσιεύτηκε πρώτα|δημοσιεύθηκε αρχικά) (?:στο|στην|σε) ${NAME}`,
  String.raw`(?:L[’']entrada|L[’']article)\s${TITLE}(?:ha aparegut primer|va aparèixer primer) a ${NAME}`,
  String.raw`(?:הפוסט|המאמר|הכתבה)\s${TITLE}(?:הופיע\p{L}? לראשונה|פורסמ?\p{L}? לראשונה) (?:ב-?|באתר )${NAME}`,
  String.raw`(?:Bài viết|Bài)\s${TITLE}(?:đã )?xuất hiện đầu tiên (?:trên|vào ngày|tại) ${NAME}`,
  String.raw`(?:投稿|記事)\s?.{2,200}?\s?は\s?${NAME}\s?に最初に(?:表示|掲載|公開)されました`,
  String.raw`(?:文章)?.{2,200}?(?:最先|首先|最早|首次)(?:出现在|出現在|发表于|發表於|刊登于|发布于)\s?${NAME}`,
  String.raw`(?:게시물|글)\s?.{2,200}?(?:이|가|이\(가\))\s?${NAME}에 처음 (?:등장|게시|실)\p{L}+`,
  String.raw`This (?:article|story|piece|report|post|column|essay|interview)\b(?:[^.]|\.(?!\s)){0,200}? (?:first|originally) (?:published|appeared) (?:in|on|by|at) ${NAME}(?:,? (?:on|in) [^.]{3,40})?`,
].map(line);

/** A headline alone before the words: taken only where it is the page's own, or stands in quotation marks. */
const TITLED: readonly RegExp[] = [
  `(?<title>.{8,300}?) (?:appeared first|first appeared|was (?:first|originally) published|originally appeared) (?:on|in|at|by) ${NAME}`,
].map(line);
const QUOTED = /^["“«„‘'].*["”»“’']$/u;

/** What all of these say in some form: most lines say none of it, and are told by one look. */
const SAYS_FIRST =
  /first|original|is from|zuerst|zunächst|ursprünglich|premier|d[’']abord|initialement|primer|aparece|proviene|sembra|prima|eerst|pochodzi|pojawił|pochází|nejdříve|najskôr|сначала|впервые|спершу|вперше|спочатку|пръв|първо|prv|прв|ilk|أول|بار|ابتدا|pertama|tayang|terbit|dimuat|dipublikasikan|tampil|först|først|ensimmäi|először|mai întâi|πρώτα|αρχικά|לראשונה|đầu tiên|最初|最先|首先|最早|首次|처음/iu;

/** The publication that a line names as the first; null where the line is no such. */
export function firstPublishedIn(text: string, title: string | null): string | null {
  if (!SAYS_FIRST.test(text)) return null;
  for (const pattern of FOOTERS) {
    const name = pattern.exec(text)?.groups?.name;
    if (name) return name.trim();
  }
  for (const pattern of TITLED) {
    const found = pattern.exec(text)?.groups;
    if (!found?.title || !found.name) continue;
    const headline = found.title.trim();
    if (QUOTED.test(headline) || (title !== null && sameStart(headline, title))) return found.name.trim();
  }
  return null;
}

/** Letters of two headlines that have to agree. */
const AGREED = 20;

function sameStart(a: string, b: string): boolean {
  const [x, y] = [a, b].map((t) =>
    t
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
      .slice(0, AGREED),
  );
  return x !== undefined && x.length > 7 && x === y;
}
