/** What stands before a text instead of it. */
export interface Wall {
  reason: string;
  /** A text of fewer words than these stands behind the wall; a longer one was served all the same. */
  below: number;
}

/** By what it says; tried on the whole page's text. */
const WALLS: readonly { what: string; below: number; pattern: RegExp }[] = [
  {
    what: 'a bot wall',
    below: 60,
    pattern:
      /(?:checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|just a moment\.\.\.|attention required!? \| cloudflare|ddos protection by|enable javascript and cookies to continue|access denied|request unsuccessful\. incapsula|pardon our interruption|unusual traffic from your|press & hold|please complete the security check|bot(?:s)? detect|captcha|проверка браузера|подтвердите, что вы не робот|robot olmadığınızı|bestätigen sie, dass sie kein roboter|vérifiez que vous êtes (?:un )?humain)/iu,
  },
  {
    what: 'a consent wall',
    below: 100,
    pattern:
      /(?:before you continue to|consent to (?:the use of )?cookies to|accept (?:all )?cookies (?:and|to) (?:continue|read)|mit werbung (?:weiter|und tracking)|zustimmen und weiter|continuer sans accepter|accepter et continuer|accetta e continua|aceptar y continuar|werbefrei (?:lesen|mit))/iu,
  },
  {
    what: 'a paywall stub',
    below: 120,
    pattern:
      /(?:subscribe (?:now )?to (?:continue|keep|read|unlock)|(?:log|sign) in to (?:continue|read)|this (?:article|content|story) is (?:for|only (?:available )?(?:for|to)|reserved for) (?:subscribers|members|registered)|you(?:['’]ve| have) reached your (?:article|monthly|free)|unlock (?:this|the) (?:article|story)|weiterlesen mit|diesen artikel (?:weiter|jetzt) lesen|jetzt (?:abonnieren|testen) und|nur für abonnenten|exklusiv für abonnenten|article réservé aux abonnés|réservé à nos abonnés|il vous reste \d+|contenido exclusivo para suscriptores|exclusivo para (?:suscriptores|assinantes)|contenuto riservato|abonnés? uniquement|материал доступен только|только для подписчиков|abonelere özel|للمشتركين فقط)/iu,
  },
];

/** The wall that a page's words speak of, or null. */
export function wallIn(text: string): Wall | null {
  for (const { what, below, pattern } of WALLS) {
    const match = pattern.exec(text);
    if (match) return { reason: `${what}: "${match[0].slice(0, 80)}"`, below };
  }
  return null;
}
