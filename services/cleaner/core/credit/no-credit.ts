import { knownOutlet } from '@wirewatch/shared/outlets/known.ts';

/** Words of which the names of desks are made, with nothing that says whose desk it is: "Daily News Desk", "Redacción Noticias". */
const DESK_WORDS = new Set(
  `the our a of de la el del der die le les and und und y et e i
   news press media online web digital daily breaking sports sport metro local national international world foreign business politics city regional central latest general
   desk desks team staff editor editors editorial editorials office room newsroom bureau service services release releases report reporter reporters correspondent correspondents contributor contributors writer writers admin network section department
   redacción redaccion noticias editorial deportes actualidad agencias agencia redacció redação redacao notícias noticias equipe redazione notizie cronaca
   redaktion nachrichten presse newsdesk onlineredaktion sportredaktion nachrichtenredaktion lokalredaktion pressestelle
   rédaction redaction actualités actualité service politique sports
   redactie nieuws redaksjonen redaktionen toimitus uutiset nyheter redakcja aktualności wiadomości redakce zprávy redakcija vijesti vesti desk redacția știri szerkesztőség hírek
   haber haberler haberleri merkezi servisi editörü masası muhabiri yazı işleri spor dış son dakika gündem
   редакция новостей новости новость отдел служба пресс-служба пресс редактор лента корреспондент редакція новин новини відділ
   أخبار اخبار خبر محلية عربية دولية عالمية رياضية قسم التحرير تحرير هيئة فريق غرفة الأخبار الاخبار مكتب خدمة عاجل متابعات وكالات
   گروه اخبار خبر سرویس تحریریه بین‌الملل سیاسی
   新闻 新聞 新闻部 编辑部 編輯部 采编部 编辑 本报 本报讯 本网 综合 报社 ニュース 編集部 デスク 報道部 取材班 편집부 뉴스팀 취재팀 보도국 온라인뉴스팀
   redaksi berita tim liputan ban biên tập phóng viên กองบรรณาธิการ ข่าว डेस्क न्यूज़ न्यूज ब्यूरो वेब टीम ডেস্ক নিউজ অনলাইন প্রতিবেদক ڈیسک ویب نیوز`
    .split(/\s+/)
    .filter(Boolean),
);
/** What a desk of a named house is called: "Karlıova Postası Haber Merkezi". */
const DESK_AT_END =
  /(?:^|\s)(?:news\s?desk|web\s?desk|online desk|newsroom|news team|news service desk|editorial (?:team|staff|board|desk)|press office|staff(?: writers?| reporters?)?|redaktion|redacción|redação|redazione|rédaction|redactie|toimitus|haber merkezi|haber servisi|редакция|пресс-служба|编辑部|編輯部|編集部)$/iu;

/** Is a name that of a desk, and so of nobody outside the house? */
export function isDesk(name: string): boolean {
  const words = name
    .toLowerCase()
    .replace(/[.,:;()«»"“”]/g, ' ')
    .split(/[\s/&+|–—-]+/)
    .filter(Boolean);
  if (words.length > 0 && words.every((w) => DESK_WORDS.has(w))) return knownOutlet(name) === null;
  const house = name.replace(DESK_AT_END, '');
  return house !== name && knownOutlet(house.trim()) === null;
}

/** Words of those that publish figures, not articles: their name behind "Source:" says where a chart or a table is from. */
const INSTITUTION =
  /(?<!\p{L})(?:(?:central |world |national |reserve |federal )?bank(?! news)|ministry|ministries|department|office (?:for|of)|bureau of|statistics?|institut\p{L}{0,3}|university|census|commission|parliament|government|committee|foundation|fund|survey|police|court|council|administration|eurostat|oecd|imf|who|unhcr|unicef|united nations|world health organi[sz]ation|ministerium|\p{L}{3,}ministerium|\p{L}*bundesamt|landesamt|statistik\p{L}*|universität|hochschule|kommission|behörde|polizei|gericht|ministerio|ministério|ministero|ministère|instituto|istituto|insee|istat|ine|ibge|banco (?:central|mundial|de)|banque (?:centrale|mondiale)|banca (?:centrale|d)|universidad\p{L}*|universidade|università|université|estadística|estatística|gobierno|governo|bakanlığı|kurumu|kurulu|enstitüsü|üniversitesi|merkez bankası|росстат\p{L}*|министерств\p{L}*|минист\p{L}*|минфин\p{L}*|мвд|институт\p{L}*|университет\p{L}*|центробанк\p{L}*|банк\p{L}*|служб\p{L}* статистики|держстат\p{L}*|міністерств\p{L}*|інститут\p{L}*|وزارة|معهد|جامعة|مصرف|البنك|بنك|هيئة الإحصاء|مكتب الإحصاء|الأمم المتحدة|وزارت|دانشگاه|بانک|مرکز آمار|ministerstwo|główny urząd|urząd|instytut|uniwersytet|ministerstvo|úřad|ministarstvo|zavod|kementerian|badan pusat|badan|universitas|bộ|tổng cục)(?!\p{L})|(?:统计局|統計局|央行|银行|銀行|大学|大學|研究院|研究所|委员会|委員會|省庁|[財外総環国経文農厚][務土済部林生科][通交産水労学]?省|通계청|통계청|한국은행|부처)$/iu;

/** Is a name behind "Source:" that of an office, a bank or an institute, whose figures and not whose text is credited? */
export function isInstitution(name: string): boolean {
  return INSTITUTION.test(name);
}
