/** What can stand before a text instead of it. */
export type WallKind = 'bot' | 'consent' | 'paywall';

export interface WallPhrase {
  kind: WallKind;
  /** The words that say so, cut at 80 characters. */
  words: string;
}

/**
 * What walls say, as kinds of sentence. They mean a wall only where little else stands on the page: an article that tells of one has the
 * phrase too. Every pattern takes time that grows with the text's length and no faster.
 */
const PHRASES: readonly { kind: WallKind; language: string; pattern: RegExp }[] = [
  {
    kind: 'bot',
    language: 'en',
    pattern:
      /(verify|confirm|prove|make sure)( that)? you( a|')re (a )?(human|not a (ro)?bot)|are you a (ro)?bot|checking (your browser|if the site connection is secure)|enable javascript and cookies|unusual (traffic|activity) from your|automated (access|requests?|traffic) (has|have|was|were|to|from)|press (and|&) hold|just a moment\.{3}|access (to this (page|site) )?(has been |is |was )?(denied|blocked)|request (was )?(blocked|unsuccessful)/i,
  },
  {
    kind: 'bot',
    language: 'de',
    pattern:
      /(bestätigen sie|beweisen sie|stellen sie sicher), dass sie (ein mensch|kein(e)? (ro)?bot)|ungewöhnliche(r|n)? (datenverkehr|aktivität)|zugriff (wurde )?(verweigert|gesperrt|blockiert)|ihr browser wird (überprüft|geprüft)/i,
  },
  {
    kind: 'bot',
    language: 'fr',
    pattern:
      /(vérifi(ez|er|ons)|confirm(ez|er)|prouv(ez|er)) que vous (êtes (un )?humain|n['’]êtes pas un robot)|trafic inhabituel|accès (refusé|bloqué)|vérification de votre navigateur/i,
  },
  {
    kind: 'bot',
    language: 'es',
    pattern:
      /(verifi(que|ca|car)|confirm(e|a|ar)|demuestr(e|a)) que (eres|es|usted es) (un )?humano|no (eres|es|soy) un robot|tráfico inusual|acceso (denegado|bloqueado)/i,
  },
  {
    kind: 'bot',
    language: 'it',
    pattern:
      /(verifica|conferma|dimostra)(re)? (che|di) (sei|essere|non sei) (un )?(essere umano|umano|robot)|traffico (insolito|anomalo)|accesso (negato|bloccato)/i,
  },
  {
    kind: 'bot',
    language: 'pt',
    pattern:
      /(verifique|confirme|comprove) que (você )?(é|não é) (um )?(humano|robô)|tráfego (incomum|invulgar)|acesso (negado|bloqueado)/i,
  },
  {
    kind: 'bot',
    language: 'nl',
    pattern:
      /(bevestig|controleer|bewijs) dat (je|u) (een mens|geen robot)|ongebruikelijk verkeer|toegang (geweigerd|geblokkeerd)/i,
  },
  {
    kind: 'bot',
    language: 'pl',
    pattern:
      /(potwierdź|zweryfikuj|udowodnij),? że (jesteś człowiekiem|nie jesteś (ro)?botem)|nietypowy ruch|odmowa dostępu|dostęp zablokowany/i,
  },
  {
    kind: 'bot',
    language: 'tr',
    pattern:
      /(insan|robot) ol(duğunuzu|madığınızı) (doğrula|kanıtla|onayla)|olağan ?dışı trafik|erişim (engellendi|reddedildi)/i,
  },
  {
    kind: 'bot',
    language: 'ru',
    pattern:
      /(подтвердите|докажите),? что (вы )?(не робот|человек)|необычный трафик|подозрительн(ый|ого) трафик|доступ (запрещ[её]н|ограничен|заблокирован)|проверка (вашего )?браузера/i,
  },
  {
    kind: 'bot',
    language: 'uk',
    pattern: /(підтвердьте|доведіть),? що (ви )?(не робот|людина)|доступ (заборонено|обмежено|заблоковано)/i,
  },
  {
    kind: 'bot',
    language: 'ar',
    pattern:
      /(تحقق|تأكد|أثبت)\S{0,12} (من )?(أنك|أنّك) (إنسان|لست روبوت)|حركة (مرور|بيانات) غير (عادية|معتادة)|تم (رفض|حظر) (الوصول|الدخول)/,
  },
  {
    kind: 'bot',
    language: 'fa',
    pattern: /(تأیید|ثابت) کنید که (شما )?(ربات نیستید|انسان هستید)|دسترسی (شما )?(مسدود|محدود|غیرمجاز)/,
  },
  {
    kind: 'bot',
    language: 'zh',
    pattern:
      /(验证|驗證|确认|確認)(您|你)?(是|不是)?(真人|人类|人類|机器人|機器人)|异常流量|異常流量|访问(被)?(拒绝|受限)|存取(被)?拒/,
  },
  {
    kind: 'bot',
    language: 'ja',
    pattern: /(ロボットではありません|人間であることを(確認|証明))|通常と異なるトラフィック|アクセスが(拒否|ブロック)/,
  },
  {
    kind: 'bot',
    language: 'ko',
    pattern: /(로봇이 아닙니다|사람인지 확인)|비정상적인 트래픽|(접근|액세스)이? ?(거부|차단)/,
  },
  {
    kind: 'bot',
    language: 'any',
    pattern:
      /(?:checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|just a moment\.\.\.|attention required!? \| cloudflare|ddos protection by|enable javascript and cookies to continue|access denied|request unsuccessful\. incapsula|pardon our interruption|unusual traffic from your|press & hold|please complete the security check|bot(?:s)? detect|captcha|проверка браузера|подтвердите, что вы не робот|robot olmadığınızı|bestätigen sie, dass sie kein roboter|vérifiez que vous êtes (?:un )?humain)/iu,
  },
  {
    kind: 'consent',
    language: 'any',
    pattern:
      /(?:before you continue to|consent to (?:the use of )?cookies to|accept (?:all )?cookies (?:and|to) (?:continue|read)|mit werbung (?:weiter|und tracking)|zustimmen und weiter|continuer sans accepter|accepter et continuer|accetta e continua|aceptar y continuar|werbefrei (?:lesen|mit))/iu,
  },
  {
    kind: 'paywall',
    language: 'any',
    pattern:
      /(?:subscribe (?:now )?to (?:continue|keep|read|unlock)|(?:log|sign) in to (?:continue|read)|this (?:article|content|story) is (?:for|only (?:available )?(?:for|to)|reserved for) (?:subscribers|members|registered)|you(?:['’]ve| have) reached your (?:article|monthly|free)|unlock (?:this|the) (?:article|story)|weiterlesen mit|diesen artikel (?:weiter|jetzt) lesen|jetzt (?:abonnieren|testen) und|nur für abonnenten|exklusiv für abonnenten|article réservé aux abonnés|réservé à nos abonnés|il vous reste \d+|contenido exclusivo para suscriptores|exclusivo para (?:suscriptores|assinantes)|contenuto riservato|abonnés? uniquement|материал доступен только|только для подписчиков|abonelere özel|للمشتركين فقط)/iu,
  },
];

/** The first phrase of these kinds in a text, or null. */
export function wallPhraseIn(text: string, kinds: readonly WallKind[]): WallPhrase | null {
  for (const { kind, pattern } of PHRASES) {
    if (!kinds.includes(kind)) continue;
    const match = pattern.exec(text);
    if (match) return { kind, words: match[0].slice(0, 80) };
  }
  return null;
}
