/** What a site says where a page is missing. A headline of this kind is short; one that tells of such pages is a sentence. */
const MISSING =
  /(?:^|[^\d])404(?:$|[^\d])|(?:page|article|story|content) (?:(?:was|could|can) ?not (?:be )?found|not found|(?:is )?no longer available|does(?: not|n['’]t) exist)|(?:seite|artikel) (?:(?:wurde |konnte )?nicht gefunden|existiert nicht|nicht (?:mehr )?verfügbar)|page (?:introuvable|non trouvée|inexistante)|página no (?:encontrada|existe)|página não (?:encontrada|existe)|pagina (?:non trovata|niet gevonden|nu a fost găsită|no trobada)|sayfa bulunamadı|страниц[аы] не (?:найдена|существует)|сторінк[аи] не (?:знайдена|знайдено|існує)|strona nie (?:została znaleziona|istnieje)|nie znaleziono strony|stránka (?:nebyla )?nenalezena|stránka (?:sa )?nenašla|sidan (?:hittades inte|finns inte)|siden (?:ble|blev|finnes|findes) ikke|sivua ei löy|az oldal nem található|η σελίδα δεν βρέθηκε|страницата не е намерена|stranica nije pronađena|страница није пронађена|halaman tidak ditemukan|không tìm thấy trang|الصفحة غير موجودة|لم يتم العثور على الصفحة|صفحه (?:مورد نظر )?(?:پیدا|یافت) نشد|הדף לא נמצא|ไม่พบหน้า|ページが(?:見つかりません|存在しません)|(?:页面|網頁|頁面|网页)(?:不存在|未找到|找不到)|找不到(?:页面|頁面|网页|網頁)|페이지를 찾을 수 없|पृष्ठ नहीं मिला|पेज नहीं मिला/iu;
const MISSING_LONGEST = 70;

const ITS_OWN =
  "(?:(?:our )?privacy (?:policy|notice|statement)|cookie (?:policy|notice)|terms (?:of (?:use|service)|(?:and|&) conditions)(?: of use)?|legal notice|imprint|about (?:us|this site)|contact(?: us)?|impressum|datenschutz(?:erklärung|hinweise)?|nutzungsbedingungen|über uns|kontakt|mentions légales|politique de (?:confidentialité|cookies)|conditions (?:générales(?: d['’]utilisation)?|d['’]utilisation)|qui sommes-nous(?: [?])?|aviso legal|política de (?:privacidad|privacidade|cookies)|términos y condiciones|condiciones (?:generales|de uso)|condizioni d['’]uso|termos (?:de uso|e condições)|quiénes somos|sobre nosotros|quem somos|note legali|informativa sulla privacy|chi siamo|gizlilik (?:politikası|ilkeleri)|kullanım koşulları|künye|hakkımızda|iletişim|политика конфиденциальности|пользовательское соглашение|о (?:нас|проекте|редакции)|контакты|політика конфіденційності|про нас|polityka prywatności|regulamin|o nas|privacybeleid|colofon|over ons|سياسة الخصوصية|شروط الاستخدام|من نحن|اتصل بنا|حریم خصوصی|درباره ما|隐私政策|隱私權政策|关于我们|關於我們|プライバシーポリシー|利用規約|会社概要|개인정보처리방침|회사소개|log ?in|sign (?:in|up)|register|create (?:an )?account|(?:my |your )?account|anmelden|anmeldung|registrieren|connexion|se connecter|inscription|iniciar sesión|acceder|registrarse|accedi|accesso|registrati|entrar|cadastro|(?:üye )?girişi?|kayıt ol|вход|войти|авторизация|регистрация|вхід|увійти|реєстрація|logowanie|zaloguj się|rejestracja|inloggen|registreren|logga in|تسجيل الدخول|إنشاء حساب|ورود|ثبت نام|התחברות|הרשמה|masuk|लॉग इन|เข้าสู่ระบบ|ログイン|新規登録|会員登録|登录|登入|注册|로그인|회원가입)";
/** Headlines of the pages that a site has about itself, one or two of them, as the whole of the headline. */
const ABOUT_ITSELF = new RegExp(`^${ITS_OWN}(?:\\s(?:and|&|und|et|y|e|en|i|и|ve|و)\\s?${ITS_OWN})?$`, 'iu');

/** Parts of an address behind which a site lists articles. */
const LISTING = new Set(
  'tag tags topic topics thema themen author authors autor autoren auteur autore autores yazar yazarlar etiket etiketa category categories kategorie categorie categoria kategori search suche recherche buscar arama etiqueta etiquetas temas tema tags-archive section rubrik'.split(
    ' ',
  ),
);
/** An article's address ends in a headline of its own: of more words than a subject has. */
const SUBJECT_WORDS = 3;
/** A text of as many words is no list's introduction; teasers are told by their form. */
const LONG = 300;
/** Characters of a type that a page claims to be of. */
const LONGEST_TYPE = 100;
// Sees at most 100 characters.
const ARTICLE_TYPE = /(?:News|Report\w*)Article|BlogPosting|^Article$/;

export interface PageClaims {
  title: string | null;
  /** The page's `<title>`. */
  tabTitle: string | null;
  url: string;
  types: readonly string[];
  /** Words of the text. */
  words: number;
  hasDate: boolean;
}

/** Why a page is none of an article by what it calls itself, or null. */
export function noArticleByName(claims: PageClaims): string | null {
  const { title, tabTitle, types, words } = claims;
  if (words < 200)
    for (const name of [title, tabTitle])
      if (name && name.length <= MISSING_LONGEST && MISSING.test(name)) return `the page is missing: "${name}"`;
  if (types.some((t) => ARTICLE_TYPE.test(t.slice(0, LONGEST_TYPE)))) return null;
  const subject = (title ?? '').replace(/(?<!\s)\s+[|–—-]\s+[^|]{2,40}$/u, '').trim();
  if (ABOUT_ITSELF.test(subject)) return `the site's own page: "${subject}"`;
  return claims.hasDate || words >= LONG ? null : listingByAddress(claims.url);
}

function listingByAddress(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (/[?&](?:s|q|query|search)=/.test(url.search) && url.pathname === '/') return 'the address is a search';
  const parts = url.pathname.toLowerCase().split('/').filter(Boolean);
  const last = parts.at(-1) ?? '';
  if (!LISTING.has(parts.at(-2) ?? '') || last.split(/[-_+]|%20/).length > SUBJECT_WORDS) return null;
  return `the address is a list: /${parts.at(-2)}/${last.slice(0, 60)}`;
}
