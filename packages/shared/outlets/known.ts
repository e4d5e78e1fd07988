import { outletKey } from './key.ts';

/** An outlet whose name credit lines use. */
export interface KnownOutlet {
  name: string;
  kind: 'agency' | 'newsroom';
}

/** Usual name first, then the spellings that credit lines use for it, in any script. Agencies: those that sell or give their text to others. */
const AGENCIES = `
AP|Associated Press|The Associated Press|أسوشيتد برس|اسوشيتدبرس|Ассошиэйтед Пресс|美联社
Reuters|Thomson Reuters|رويترز|Рейтер|Рейтерс|路透社|路透|ロイター|로이터|Ρόιτερς
AFP|Agence France-Presse|Agence France Presse|فرانس برس|أ ف ب|ا ف ب|أ.ف.ب|وكالة فرانس برس|法新社|Франс Пресс
dpa|Deutsche Presse-Agentur|dpa-AFX|د ب أ|د.ب.أ|الألمانية
EFE|Agencia EFE|Europa-EFE
ANSA|Agenzia ANSA
PA|PA Media|Press Association|PA News Agency
UPI|United Press International
TASS|ITAR-TASS|ТАСС|ИТАР-ТАСС|تاس|وكالة تاس|塔斯社
RIA Novosti|РИА Новости|РИА|Ria Novosti
Interfax|Интерфакс|Interfax-Ukraine|Интерфакс-Украина|Інтерфакс-Україна
Ukrinform|Укринформ|Укрінформ
UNIAN|УНИАН|УНІАН
Xinhua|Xinhua News Agency|新华社|新華社|新华网|شينخوا|Синьхуа
Kyodo|Kyodo News|共同通信
Jiji Press|時事通信|Jiji
Yonhap|Yonhap News Agency|연합뉴스
KCNA|조선중앙통신
IANS|Indo-Asian News Service
ANI|Asian News International
PTI|Press Trust of India
Anadolu Agency|Anadolu Ajansı|AA|Anadolu|الأناضول|وكالة الأناضول|Анадолу|Агентство Анадолу
DHA|Demirören Haber Ajansı|Demirören News Agency
İHA|IHA|İhlas Haber Ajansı|Ihlas News Agency
ANKA|ANKA Haber Ajansı
IRNA|ایرنا|إرنا
Fars News Agency|Fars|فارس
Tasnim|Tasnim News Agency|تسنیم|تسنيم
Mehr News Agency|مهر
ISNA|ایسنا
SPA|Saudi Press Agency|واس|وكالة الأنباء السعودية
WAM|Emirates News Agency|وام|وكالة أنباء الإمارات
QNA|Qatar News Agency|قنا
KUNA|Kuwait News Agency|كونا
MENA|Middle East News Agency|أ ش أ|وكالة أنباء الشرق الأوسط
SANA|Syrian Arab News Agency|سانا
NNA|National News Agency|الوكالة الوطنية للإعلام
Petra|Jordan News Agency|بترا
WAFA|وفا
MAP|Maghreb Arabe Presse
APS|Algérie Presse Service|وكالة الأنباء الجزائرية
TAP|Tunis Afrique Presse|وات
LANA|وكالة الأنباء الليبية
SUNA|سونا
ANP|Algemeen Nederlands Persbureau
Belga|Agence Belga
APA|Austria Presse Agentur
Keystone-SDA|SDA|ATS|Keystone-ATS
TT|Tidningarnas Telegrambyrå
NTB|Norsk Telegrambyrå
Ritzau
STT|Suomen Tietotoimisto
PAP|Polska Agencja Prasowa
ČTK|CTK|Česká tisková kancelář
TASR
MTI|Magyar Távirati Iroda
Agerpres
BTA|БТА
Tanjug|Танјуг
HINA
FENA|Фена
SRNA|СРНА
ANA-MPA|ΑΠΕ-ΜΠΕ|AMNA
Lusa|Agência Lusa
Agência Brasil
Télam|Telam
Notimex
Prensa Latina
Baltic News Service|BNS
BelTA|БЕЛТА|БелТА
AZERTAC|Azərtac
Armenpress
Kazinform|Казинформ
UzA
Bernama
Antara
VNA|TTXVN|Vietnam News Agency
CNA|中央社
China News Service|中新社|中国新闻网
AAP|Australian Associated Press
CP|The Canadian Press|La Presse canadienne|Canadian Press
NAN|News Agency of Nigeria
SAPA
IPS|Inter Press Service
Sputnik|Спутник|سبوتنيك
Ruptly
Bloomberg|Bloomberg News|بلومبرغ|بلومبيرغ|Блумберг
Dow Jones|Dow Jones Newswires
Adnkronos
AGI|Agenzia Italia
Europa Press
Tribune News Service|TNS
States Newsroom
Kaiser Health News|KFF Health News
StatePoint
PR Newswire
Business Wire
GlobeNewswire
`;

const NEWSROOMS = `
BBC|BBC News|بي بي سي|Би-би-си|Би-Би-Си|BBC News Türkçe|BBC Türkçe|BBC Arabic|BBC Russian|BBC Mundo
CNN|سي إن إن|سي ان ان|CNN International|CNN Türk|CNN Arabic
Al Jazeera|Aljazeera|الجزيرة|الجزيرة نت|Аль-Джазира|El Cezire
Al Arabiya|العربية|العربية نت|العربية.نت|Аль-Арабия
Sky News Arabia|سكاي نيوز عربية
Sky News
RT|Russia Today|RT Arabic|RT Türkçe|آر تي|روسيا اليوم|آر تي عربي|RT на русском
Deutsche Welle|DW|دويتشه فيله|Немецкая волна
France 24|France24|فرانس 24|فرانس24
RFI|Radio France Internationale|مونت كارلو الدولية|РФИ
Radio Free Europe/Radio Liberty|RFE/RL|RFERL|Радио Свобода|Радіо Свобода|Радио Свободная Европа
VOA|Voice of America|Голос Америки|صوت أمريكا|Amerika'nın Sesi
The New York Times|New York Times|NYT|نيويورك تايمز|Нью-Йорк таймс
The Washington Post|Washington Post|WaPo|واشنطن بوست
The Wall Street Journal|Wall Street Journal|WSJ|وول ستريت جورنال
Financial Times|FT|فايننشال تايمز
The Guardian|Guardian|الغارديان|الجارديان
The Times
The Telegraph|Daily Telegraph|The Daily Telegraph
The Independent|Independent|Independent Türkçe|Independent Arabia|إندبندنت عربية
The National|ذا ناشيونال
The Economist
Middle East Eye|MEE|ميدل إيست آي
Middle East Monitor|MEMO
Al-Monitor|المونيتور
Arab News|عرب نيوز
Asharq Al-Awsat|الشرق الأوسط|Aawsat
Gulf News
Khaleej Times
Al-Ahram|الأهرام|Ahram Online
The New Arab|العربي الجديد|Al-Araby Al-Jadeed
Haaretz|هآرتس
The Jerusalem Post|Jerusalem Post
The Times of Israel|Times of Israel
Daily Sabah|Sabah
Hürriyet|Hurriyet Daily News|Hürriyet Daily News
TRT World|TRT|TRT Haber|تي آر تي
Le Monde|لوموند
Le Figaro|لوفيغارو
Libération
Der Spiegel|Spiegel|SPIEGEL ONLINE|Шпигель
Die Zeit
Süddeutsche Zeitung|SZ
Frankfurter Allgemeine Zeitung|FAZ
Die Welt|WELT
Bild
El País|El Pais
El Mundo
La Repubblica
Corriere della Sera
Politico
Axios
Foreign Policy
The Hill
Fox News
NBC News|NBC
CBS News|CBS
ABC News
NPR
PBS
USA Today
Los Angeles Times|LA Times
ProPublica
The Conversation
Global Voices
Project Syndicate
openDemocracy
Bellingcat
Meduza|Медуза
Kommersant|Коммерсантъ|Коммерсант
Vedomosti|Ведомости
Izvestia|Известия
RBC|РБК
Lenta.ru|Лента.ру
Gazeta.ru|Газета.Ru
Novaya Gazeta|Новая газета
The Moscow Times
Kyiv Independent
Ukrainska Pravda|Українська правда|Украинская правда
South China Morning Post|SCMP
Global Times|环球时报
China Daily|中国日报
People's Daily|人民日报|人民网
CGTN
NHK
The Japan Times
The Hindu
The Indian Express
Times of India
Dawn
The Libya Observer
Libya Herald
Al-Masdar News
Press TV
Anadolu English
Al Mayadeen|الميادين
Al-Manar|المنار
CBC
ABC Australia
SBS
Radio New Zealand|RNZ
EUobserver
Euronews|يورونيوز|Евроньюс
Balkan Insight|BIRN
`;

/** Domains under which one outlet publishes, its name first: only they bear it, whoever else calls himself so. */
const DOMAINS = `
BBC|bbc.com|bbc.co.uk
AP|apnews.com|ap.org
AFP|afp.com
Reuters|reuters.com|reutersagency.com|thomsonreuters.com
dpa|dpa.com|dpa-international.com
TASS|tass.ru|tass.com
RIA Novosti|ria.ru
Xinhua|xinhuanet.com|news.cn
Al Jazeera|aljazeera.com|aljazeera.net
Al Arabiya|alarabiya.net
RT|rt.com
Deutsche Welle|dw.com|dw.de
France 24|france24.com
VOA|voanews.com|golosameriki.com
CNN|cnn.com
The New York Times|nytimes.com
The Washington Post|washingtonpost.com
The Guardian|theguardian.com|guardian.co.uk
Le Monde|lemonde.fr
Der Spiegel|spiegel.de
Die Welt|welt.de
Bild|bild.de
Frankfurter Allgemeine Zeitung|faz.net
Süddeutsche Zeitung|sueddeutsche.de
`;

const domains = new Map<string, string>();
const domained = new Set<string>();
for (const line of DOMAINS.split('\n')) {
  const [name, ...own] = line.split('|').filter(Boolean);
  if (!name) continue;
  domained.add(name);
  for (const domain of own) domains.set(domain, name);
}

/** The known outlet that publishes under a registrable domain, by its usual name; null where the list does not know. */
export function outletAt(domain: string): string | null {
  return domains.get(domain) ?? null;
}

/** Whether a page under this domain may call itself so: a known outlet's name belongs to its own domains, where the list has them. */
export function mayBear(name: string, domain: string): boolean {
  const known = knownOutlet(name);
  return known === null || !domained.has(known.name) || domains.get(domain) === known.name;
}

const table = new Map<string, KnownOutlet>();
function fill(list: string, kind: KnownOutlet['kind']): void {
  for (const line of list.split('\n')) {
    const [name, ...aliases] = line.split('|').filter(Boolean);
    if (!name) continue;
    const outlet: KnownOutlet = { name, kind };
    for (const alias of [name, ...aliases]) {
      const key = outletKey(alias);
      if (key !== '' && !table.has(key)) table.set(key, outlet);
    }
  }
}
fill(AGENCIES, 'agency');
fill(NEWSROOMS, 'newsroom');

/** The outlet that a credit line's name stands for, or null where the list does not know it. */
export function knownOutlet(name: string): KnownOutlet | null {
  const key = outletKey(name);
  if (key === '') return null;
  return (
    table.get(key) ??
    table.get(key.replace(/(?:newsagency|newswire|news|agency|ajansi|haberajansi|agentur)$/, '')) ??
    null
  );
}

/** Do two names stand for one outlet? By the list where it knows one of them, else by their keys. */
export function sameOutlet(a: string, b: string): boolean {
  const ka = outletKey(knownOutlet(a)?.name ?? a);
  const kb = outletKey(knownOutlet(b)?.name ?? b);
  return ka !== '' && ka === kb;
}
