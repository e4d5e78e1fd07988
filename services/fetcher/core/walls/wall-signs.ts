/** Traces that challenge services leave in the pages that they put before others. */
export const CHALLENGE_MARKERS: ReadonlyArray<{ name: string; pattern: RegExp }> = [
  { name: 'Cloudflare challenge', pattern: /\/cdn-cgi\/challenge-platform\/|_cf_chl_opt|cf-browser-verification/ },
  { name: 'DataDome', pattern: /captcha-delivery\.com|geo\.captcha-delivery/ },
  { name: 'PerimeterX', pattern: /px-captcha|_pxAppId|\/px\/captcha/ },
  { name: 'Imperva', pattern: /_Incapsula_Resource|Incapsula incident ID/i },
  { name: 'AWS WAF', pattern: /awswaf\.com|AwsWafIntegration|gokuProps/ },
  { name: 'Akamai', pattern: /errors\.edgesuite\.net|\/_sec\/cp_challenge\// },
  { name: 'Kasada', pattern: /\/ips\.js\?|KPSDK/ },
  { name: 'captcha', pattern: /class=["'][^"']{0,1000}\b(g-recaptcha|h-captcha|cf-turnstile)\b/ },
  { name: 'DDoS-Guard', pattern: /ddos-guard/i },
  { name: 'Sucuri', pattern: /sucuri_cloudproxy_js|Sucuri WebSite Firewall/i },
];

/** Traces of pages that are nothing but a consent dialogue. */
export const CONSENT_MARKERS: ReadonlyArray<{ name: string; pattern: RegExp }> = [
  {
    name: 'consent form',
    pattern: /<form\b[^<>]{0,2000}\baction=["'][^"']{0,1000}\b(consent|collectConsent|cookie-?consent)\b/i,
  },
  {
    name: 'consent page title',
    pattern:
      /<title>[^<]{0,300}\b(cookie|consent|privacy (settings|choices)|datenschutz|zustimmung|consentement|consentimiento|consenso|çerez)\b[^<]{0,300}<\/title>/i,
  },
];
