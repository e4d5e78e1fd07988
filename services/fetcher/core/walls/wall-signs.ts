/** Traces that challenge services leave in the pages that they put before others. */
export const CHALLENGE_MARKERS: ReadonlyArray<{ name: string; pattern: RegExp }> = [
  { name: 'Cloudflare challenge', pattern: /\/cdn-cgi\/challenge-platform\/|_cf_chl_opt|cf-browser-verification/ },
  { name: 'DataDome', pattern: /captcha-delivery\.com|geo\.captcha-delivery/ },
  { name: 'PerimeterX', pattern: /px-captcha|_pxAppId|\/px\/captcha/ },
  { name: 'Imperva', pattern: /_Incapsula_Resource|Incapsula incident ID/i },
  { name: 'AWS WAF', pattern: /awswaf\.com|AwsWafIntegration|gokuProps/ },
  { name: 'Akamai', pattern: /errors\.edgesuite\.net|\/_sec\/cp_challenge\// },
  { name: 'Kasada', pattern: /\/ips\.js\?|KPSDK/ },
  { name: 'captcha', pattern: /class=["'][^"']*\b(g-recaptcha|h-captcha|cf-turnstile)\b/ },
  { name: 'DDoS-Guard', pattern: /ddos-guard/i },
  { name: 'Sucuri', pattern: /sucuri_cloudproxy_js|Sucuri WebSite Firewall/i },
];

/** Traces of pages that are nothing but a consent dialogue. */
export const CONSENT_MARKERS: ReadonlyArray<{ name: string; pattern: RegExp }> = [
  { name: 'consent form', pattern: /<form\b[^>]*\baction=["'][^"']*\b(consent|collectConsent|cookie-?consent)\b/i },
  {
    name: 'consent page title',
    pattern:
      /<title>[^<]*\b(cookie|consent|privacy (settings|choices)|datenschutz|zustimmung|consentement|consentimiento|consenso|çerez)\b[^<]*<\/title>/i,
  },
];

/** What walls say, as kinds of sentence and by language; only looked for in pages of few words. */
export const WALL_PHRASES: ReadonlyArray<{ language: string; pattern: RegExp }> = [
  {
    language: 'en',
    pattern:
      /(verify|confirm|prove|make sure)( that)? you( a|')re (a )?(human|not a (ro)?bot)|are you a (ro)?bot|checking (your browser|if the site connection is secure)|enable javascript and cookies|unusual (traffic|activity) from your|automated (access|requests?|traffic) (has|have|was|were|to|from)|press (and|&) hold|just a moment\.{3}|access (to this (page|site) )?(has been |is |was )?(denied|blocked)|request (was )?(blocked|unsuccessful)/i,
  },
  {
    language: 'de',
    pattern:
      /(bestätigen sie|beweisen sie|stellen sie sicher), dass sie (ein mensch|kein(e)? (ro)?bot)|ungewöhnliche(r|n)? (datenverkehr|aktivität)|zugriff (wurde )?(verweigert|gesperrt|blockiert)|ihr browser wird (überprüft|geprüft)/i,
  },
  {
    language: 'fr',
    pattern:
      /(vérifi(ez|er|ons)|confirm(ez|er)|prouv(ez|er)) que vous (êtes (un )?humain|n['’]êtes pas un robot)|trafic inhabituel|accès (refusé|bloqué)|vérification de votre navigateur/i,
  },
  {
    language: 'es',
    pattern:
      /(verifi(que|ca|car)|confirm(e|a|ar)|demuestr(e|a)) que (eres|es|usted es) (un )?humano|no (eres|es|soy) un robot|tráfico inusual|acceso (denegado|bloqueado)/i,
  },
  {
    language: 'it',
    pattern:
      /(verifica|conferma|dimostra)(re)? (che|di) (sei|essere|non sei) (un )?(essere umano|umano|robot)|traffico (insolito|anomalo)|accesso (negato|bloccato)/i,
  },
  {
    language: 'pt',
    pattern:
      /(verifique|confirme|comprove) que (você )?(é|não é) (um )?(humano|robô)|tráfego (incomum|invulgar)|acesso (negado|bloqueado)/i,
  },
  {
    language: 'nl',
    pattern:
      /(bevestig|controleer|bewijs) dat (je|u) (een mens|geen robot)|ongebruikelijk verkeer|toegang (geweigerd|geblokkeerd)/i,
  },
  {
    language: 'pl',
    pattern:
      /(potwierdź|zweryfikuj|udowodnij),? że (jesteś człowiekiem|nie jesteś (ro)?botem)|nietypowy ruch|odmowa dostępu|dostęp zablokowany/i,
  },
  {
    language: 'tr',
    pattern:
      /(insan|robot) ol(duğunuzu|madığınızı) (doğrula|kanıtla|onayla)|olağan ?dışı trafik|erişim (engellendi|reddedildi)/i,
  },
  {
    language: 'ru',
    pattern:
      /(подтвердите|докажите),? что (вы )?(не робот|человек)|необычный трафик|подозрительн(ый|ого) трафик|доступ (запрещ[её]н|ограничен|заблокирован)|проверка (вашего )?браузера/i,
  },
  {
    language: 'uk',
    pattern: /(підтвердьте|доведіть),? що (ви )?(не робот|людина)|доступ (заборонено|обмежено|заблоковано)/i,
  },
  {
    language: 'ar',
    pattern:
      /(تحقق|تأكد|أثبت)\S* (من )?(أنك|أنّك) (إنسان|لست روبوت)|حركة (مرور|بيانات) غير (عادية|معتادة)|تم (رفض|حظر) (الوصول|الدخول)/,
  },
  {
    language: 'fa',
    pattern: /(تأیید|ثابت) کنید که (شما )?(ربات نیستید|انسان هستید)|دسترسی (شما )?(مسدود|محدود|غیرمجاز)/,
  },
  {
    language: 'zh',
    pattern:
      /(验证|驗證|确认|確認)(您|你)?(是|不是)?(真人|人类|人類|机器人|機器人)|异常流量|異常流量|访问(被)?(拒绝|受限)|存取(被)?拒/,
  },
  {
    language: 'ja',
    pattern: /(ロボットではありません|人間であることを(確認|証明))|通常と異なるトラフィック|アクセスが(拒否|ブロック)/,
  },
  { language: 'ko', pattern: /(로봇이 아닙니다|사람인지 확인)|비정상적인 트래픽|(접근|액세스)이? ?(거부|차단)/ },
];
