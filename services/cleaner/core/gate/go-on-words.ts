/** What a label says that leads to the rest of a text, in the languages of the expected pages; nothing else stands in the label. */
const CONTINUE = [
  `(?:continue|keep|go on) reading|read on|(?:read|view|see|show|get|open) (?:the )?(?:full|whole|complete|entire|original|rest of (?:the|this)) (?:article|story|post|text|report|piece|entry|interview)|(?:full|whole|complete) (?:article|story|text|post)|read (?:it )?in full|read all|the rest of this (?:article|story)`,
  String.raw`(?:hier |jetzt |online )?weiter\s?lesen|lesen sie (?:hier |jetzt |online )?weiter|(?:zum |den |lesen sie (?:hier )?den )?(?:ganzen|vollständigen|kompletten|gesamten) (?:artikel|beitrag|text|bericht)(?: (?:lesen|ansehen|anzeigen|öffnen))?|(?:artikel|beitrag|text) (?:ganz|vollständig|komplett) (?:lesen|anzeigen)`,
  `lire la suite|(?:continuer|poursuivre) (?:la lecture|à lire)|lire (?:l['’]article|le texte|l['’]intégralité(?: de l['’]article)?)(?: (?:complet|entier|intégral|en entier|en intégralité))?|la suite`,
  `(?:seguir|sigue|siga|continuar|continúa|continúe) leyendo|(?:leer|lea|lee|ver) (?:el|la) (?:artículo|nota|noticia|texto|historia)(?: complet[oa]| enter[oa])|(?:nota|noticia|artículo) complet[oa]`,
  `(?:continuar|continue) (?:a ler|lendo|a leitura|leitura)|(?:ler|leia|ver|veja) (?:o|a) (?:artigo|matéria|notícia|texto|reportagem)(?: complet[oa]| na íntegra)|(?:ler|leia) na íntegra|(?:matéria|notícia|artigo) complet[oa]`,
  `continua a leggere|(?:prosegui|continua) la lettura|leggi tutto|leggi (?:l['’]articolo|il testo)(?: (?:completo|intero|integrale))?`,
  `(?:lees )?verder(?: lezen)?|lees het (?:hele|volledige) (?:artikel|verhaal|bericht)`,
  `czytaj (?:dalej|całość)|(?:przeczytaj |zobacz )?(?:cały|całość) (?:artykuł|artykułu|tekst|tekstu)|pełny tekst`,
  `(?:читать|читайте|прочитать) (?:далее|дальше|полностью|целиком|продолжение|весь текст|статью (?:полностью|целиком))|(?:читайте )?продолжение(?: (?:читайте|статьи))?(?: здесь| тут)?|полн(?:ый текст|ая версия)(?: статьи| материала)?(?: читайте)?`,
  `(?:читати|читайте|прочитати) (?:далі|повністю|продовження)|(?:читайте )?продовження(?: тут)?|повний текст(?: статті)?(?: читайте)?`,
  `(?:(?:haberin|yazının|makalenin) )?(?:devamı(?:nı)?|tamamı(?:nı)?)(?: oku(?:yun|mak için tıklayın(?:ız)?)?| için tıklayın(?:ız)?)|(?:haberin|yazının) (?:devamı|tamamı)|okumaya devam(?: et| edin)?`,
  `(?:أكمل|تابع|متابعة|مواصلة|إكمال) (?:القراءة|قراءة المقال|قراءة الخبر)|(?:اقرأ|لقراءة|قراءة) (?:المقال|الخبر|النص|التقرير) (?:كاملا|كاملاً|الكامل|بالكامل)|النص الكامل|بقية (?:الخبر|المقال)`,
  `ادامه (?:مطلب|خبر|متن|مقاله)|متن کامل(?: (?:خبر|مقاله))?|خواندن ادامه`,
  `(?:点击|點擊)?(?:阅读|閱讀|查看|展开|展開|继续阅读|繼續閱讀)(?:全文|余下全文|剩余全文|原文)|(?:继续|繼續)(?:阅读|閱讀)|全文(?:阅读|閱讀)?|未完待续`,
  `(?:この記事の)?続きを(?:読む|見る|よむ)|(?:記事)?全文を(?:読む|表示)|この記事の続き|계속 (?:읽기|보기)|(?:기사 )?(?:전문|전체) ?(?:보기|읽기)|기사 더 ?보기`,
  `läs (?:vidare|hela (?:artikeln|texten|inlägget))|fortsätt läsa|læs (?:videre|hele (?:artiklen|historien))|fortsæt med at læse|les (?:videre|hele (?:saken|artikkelen|innlegget))|fortsett å lese|jatka lukemista|lue koko (?:juttu|artikkeli|uutinen)`,
  `(?:číst|čtěte|čítať|čítajte) (?:dál(?:e)?|ďalej|celý článek|celý článok)|(?:pokračovat|pokračovať) v(?: čtení| čítaní)|(?:olvass|olvasson|olvasd) tovább|tovább (?:olvasom|a teljes cikkhez)|a teljes cikk|(?:citește|citiți|citeşte) (?:mai departe|tot articolul|continuarea|articolul complet)|continuă lectura`,
  `(?:διαβάστε )?(?:τη |η )?συνέχεια(?: ανάγνωσης)?|διαβάστε (?:ολόκληρο|όλο) το (?:άρθρο|κείμενο)|(?:прочетете|прочети) (?:цялата статия|целия текст|нататък)|(?:nastavi|nastavite) (?:čitati|sa čitanjem|čitanje)|(?:pročitaj|pročitajte) (?:cijeli|ceo|ostatak) (?:članak|tekst|teksta)|opširnije`,
  `(?:baca )?selengkapnya|baca (?:lanjutan|kelanjutan)(?:nya)?|lanjutkan membaca|teruskan membaca|(?:đọc|xem) (?:tiếp|toàn bộ|đầy đủ)|อ่าน(?:ต่อ|ทั้งหมด|ฉบับเต็ม)`,
  `(?:पूरा|पूरी|आगे) (?:लेख |खबर |ख़बर )?पढ़ें|(?:সম্পূর্ণ|পুরো) (?:খবর |লেখা )?পড়ুন|বিস্তারিত পড়ুন|להמשך (?:קריאה|הכתבה)|המשך (?:קריאה|לקרוא)|לכתבה המלאה|(?:مکمل|پوری) (?:خبر|تحریر)(?: پڑھیں)?`,
].join('|');

/** What may lead to the rest, and as well to anything else. */
const MORE =
  'read more|more|show more|see more|view more|mehr(?: lesen| anzeigen| erfahren)?|(?:en savoir|lire|voir|afficher) plus|plus|(?:leer|ver|saber|mostrar) más|más|(?:ler|ver|leia|veja|saiba|mostrar) mais|mais|leggi(?: di più| altro)?|mostra altro|altro|(?:lees |toon )?meer|(?:czytaj |pokaż )?więcej|подробнее|ещё|еще|далее|дальше|детальніше|докладніше|далі|ще|devamı|daha fazla(?:sı)?|(?:اقرأ |إقرأ )?المزيد|بیشتر(?: بخوانید)?|(?:阅读|閱讀|查看|显示|顯示)?更多|もっと見る|더 ?보기|(?:läs|visa) mer|(?:les|vis) mer|(?:læs|vis) mere|lue lisää|(?:číst |zobrazit )?více|(?:čítať )?viac|tovább|mai mult|(?:διαβάστε )?περισσότερα|виж още|(?:pročitaj(?:te)? )?(?:još|više)|xem thêm|อ่านเพิ่มเติม|और पढ़ें|আরও পড়ুন|קרא עוד|مزید پڑھیں';

const MARKS = String.raw`[\s.…:,;|\-–—→←»«›‹>▶►▸▼▾↓✕+()\[\]【】。]*`;
/** Whose text it is, behind the words: "Read the full story at The Courier", in characters. */
const BEHIND = String.raw`(?:[\s请見见]\S.{0,60})?`;

// Every expression below sees at most 100 characters: labels are no longer.
export const GOES_ON = new RegExp(`^${MARKS}(?:${CONTINUE})${MARKS}$`, 'iu');
export const GOES_ON_AT = new RegExp(`^${MARKS}(?:${CONTINUE})${BEHIND}$`, 'iu');
export const MAY_GO_ON = new RegExp(`^${MARKS}(?:${MORE})${MARKS}$`, 'iu');
/** The same at the end of a text that breaks off before it. */
export const BROKEN_BEFORE_LABEL = new RegExp(`(?:…|\\.{3})${MARKS}(?:${CONTINUE}|${MORE})${MARKS}$`, 'iu');

const ASKING =
  'subscri|sign (?:in|up)|log ?in|regist|abonn|abon[eé]|anmeld|inscri|suscr|assin|iscri|prenumer|tilaa|подпи|підпи|зарегистр|giriş yap|اشترك|سجل|订阅|訂閱|登录|登入|登録|ログイン|구독|로그인|předpl|predpl|előfiz|εγγρ|συνδρομ|langgan|đăng ký|สมัคร';
const READING_ON =
  '(?<!\\p{L})(?:read(?:ing)? (?:on|more|the|this)|continue|the full|the rest|unlock|weiter\\s?lesen|lire la suite|(?:seguir|continuar) (?:leyendo|lendo|a ler)|continua(?:re)? a leggere|verder|czytać dalej|читать (?:дальше|далее|полностью)|продолж\\p{L}+|читати далі|oku|devam\\p{L}*|القراءة|قراءة|číst dál|čítať ďalej|olvas\\p{L}*|διαβ\\p{L}+|συνέχ\\p{L}+|membaca|đọc tiếp|läsa vidare|lese videre|læse videre)|阅读|閱讀|全文|続き|全文を読|읽|계속|อ่าน';

/** Asks for a subscription or an account, with a word for reading on: before the rest of a text that breaks off. */
export const ASKS_TO_GO_ON = new RegExp(`(?:${ASKING}).*(?:${READING_ON})|(?:${READING_ON}).*(?:${ASKING})`, 'iu');
