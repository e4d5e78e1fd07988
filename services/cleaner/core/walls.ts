/** What stands before a text instead of it, by what it says; tried on the whole page's text. */
const WALLS: readonly { what: string; pattern: RegExp }[] = [
  {
    what: 'a bot wall',
    pattern:
      /(?:checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|just a moment\.\.\.|attention required!? \| cloudflare|ddos protection by|enable javascript and cookies to continue|access denied|request unsuccessful\. incapsula|pardon our interruption|unusual traffic from your|press & hold|please complete the security check|bot(?:s)? detect|captcha|проверка браузера|подтвердите, что вы не робот|robot olmadığınızı|bestätigen sie, dass sie kein roboter|vérifiez que vous êtes (?:un )?humain)/iu,
  },
  {
    what: 'a consent wall',
    pattern:
      /(?:before you continue to|consent to (?:the use of )?cookies to|accept (?:all )?cookies (?:and|to) (?:continue|read)|mit werbung (?:weiter|und tracking)|zustimmen und weiter|continuer sans accepter|accepter et continuer|accetta e continua|aceptar y continuar|werbefrei (?:lesen|mit))/iu,
  },
  {
    what: 'a paywall stub',
    pattern:
      /(?:subscribe (?:now )?to (?:continue|keep|read|unlock)|(?:log|sign) in to (?:continue|read)|this (?:article|content|story) is (?:for|only (?:available )?(?:for|to)|reserved for) (?:subscribers|members|registered)|subscribers? only|already a subscriber\?|you(?:['’]ve| have) reached your (?:article|monthly|free)|unlock (?:this|the) (?:article|story)|weiterlesen mit|diesen artikel (?:weiter|jetzt) lesen|jetzt (?:abonnieren|testen) und|nur für abonnenten|exklusiv für abonnenten|article réservé aux abonnés|réservé à nos abonnés|il vous reste \d+|contenido exclusivo para suscriptores|exclusivo para (?:suscriptores|assinantes)|contenuto riservato|abonnés? uniquement|материал доступен только|только для подписчиков|abonelere özel|للمشتركين فقط)/iu,
  },
];

/** The wall that a page's words speak of, or null. */
export function wallIn(text: string): string | null {
  for (const { what, pattern } of WALLS) {
    const match = pattern.exec(text);
    if (match) return `${what}: "${match[0].slice(0, 80)}"`;
  }
  return null;
}
