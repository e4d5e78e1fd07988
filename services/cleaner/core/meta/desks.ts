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
  const house = name.replace(DESK_AT_END, '');
  return isNamelessDesk(name) || (house !== name && knownOutlet(house.trim()) === null);
}

/** Is it a desk that does not say whose: "News Desk", and not "Tarsk Staff"? */
export function isNamelessDesk(name: string): boolean {
  const words = name
    .toLowerCase()
    .replace(/[.,:;()«»"“”]/g, ' ')
    .split(/[\s/&+|–—-]+/)
    .filter(Boolean);
  return words.length > 0 && words.every((w) => DESK_WORDS.has(w)) && knownOutlet(name) === null;
}
