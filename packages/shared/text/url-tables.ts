/** Host labels of a device's edition: the same articles as the bare host. */
export const MOBILE_LABELS: ReadonlySet<string> = new Set([
  'm',
  'mobile',
  'mobil',
  'amp',
  'touch',
  'wap',
  'pda',
  '3g',
  'wwwm',
]);

/** Prefixes of whole families of parameters that say how a reader came, never what is shown. */
const TRACKING_PREFIXES: readonly string[] = [
  'utm_', // Google Analytics and all who followed
  'itm_', // the same for links within a site
  'mtm_', // Matomo
  'piwik_',
  'pk_', // Piwik
  'at_', // AT Internet (BBC and French papers)
  'hsa_', // HubSpot ads
  '_hs', // HubSpot mail
  'mc_', // Mailchimp
  'ns_', // comScore
  'sc_', // Salesforce, Sitecore campaigns
  'stm_', // Sailthru
  'vero_',
  'trk_',
  'fb_', // Facebook
  'ga_',
  'wt_', // Webtrends
  'wt.',
  'amp_', // AMP runtime
  'oly_', // Omeda
  'ftag',
  'mkt_',
  'spm_',
];

/** Single names: click identifiers, share buttons, AMP switches, sessions, cache busters. */
const TRACKING_NAMES: ReadonlySet<string> = new Set(
  [
    // click identifiers of advertising and mail networks
    'fbclid gclid gclsrc gbraid wbraid dclid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id mkevt rb_clickid s_cid',
    's_kwcid epik irclickid wickedid vero_id _openstat zanpid gs_l ved usqp _ga _gl _ke _kx mkt_tok mibextid',
    // campaigns and channels of publishers' own link builders
    'trk trkcampaign trkinfo ncid cmpid cmp campaign_id icid intcid nlid smid smtyp ocid cvid guccounter guce_referrer',
    'guce_referrer_sig soc_src soc_trk spm scm xtor echobox taid __twitter_impression __tn__ __xts__ ref_src ref_url referer',
    'referrer source_ref partner_id ceid emc emci emdi rss feed feature sr_share share shared sharetype sfnsn fromrss rssfeed',
    // AMP, print and mobile editions of the same article
    'amp noamp isamp outputtype print printable mobile nomobile',
    // state of the reader, not of the page
    'sid sessionid session_id phpsessid jsessionid aspsessionid cfid cftoken cb cachebuster nocache',
    'replytocom showcomments unapproved moderation-hash',
  ].flatMap((line) => line.split(' ')),
);

/** Names that carry content on some sites and a channel on others: tracking only when their value is a channel. */
const CHANNEL_NAMES: ReadonlySet<string> = new Set(
  'ref source src from via origin output type mode view rel cid medium'.split(' '),
);
/** Names of channels are words; a longer value carries content, and would cost the pattern dear. */
const MAX_CHANNEL = 60;
const CHANNEL_VALUE =
  /^(?:.*[-_.])?(?:rss\d*|feeds?|atom|xml|amp|mobile|twitter|x|facebook|fb|whatsapp|telegram|linkedin|instagram|reddit|email|e-?mail|mail|newsletter|nl|push|share|social|google\w*|gnews|home|homepage|front|frontpage|hp|app|ios|android|direct|flipboard|bing|apple\w*)(?:[-_.].*)?$/;

/** Whether a query parameter (both in lower case) says nothing about which page is shown. */
export function isTrackingParameter(name: string, value: string): boolean {
  if (TRACKING_NAMES.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix))) return true;
  if (name === 'm') return /^[01]$/.test(value); // Blogger's mobile twin
  return CHANNEL_NAMES.has(name) && value.length <= MAX_CHANNEL && CHANNEL_VALUE.test(value);
}

/** The path of the main edition: AMP's marks at either end of a path are gone. */
export function twinPath(path: string): string {
  return path
    .replace(/^\/(?:amp|amphtml)(?=\/.)/i, '')
    .replace(/(?<=.)\/(?:amp|amphtml)(?:\/(?:index\.html?)?)?$/i, '')
    .replace(/(?<=[^/])[._]amp(\.html?|\.php)?$/i, '$1');
}

/** The publisher's address inside an address of an AMP cache, or null: `/c/s/HOST/PATH`, `/v/s/...`, `google.TLD/amp/s/...`. */
export function ampCacheTarget(url: URL): string | null {
  const cache = /(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com)$/.test(url.hostname);
  const viewer = /(?:^|\.)google\.[a-z.]{2,6}$/.test(url.hostname) && url.pathname.startsWith('/amp/');
  if (!cache && !viewer) return null;
  const rest = url.pathname.replace(/^\/(?:amp|[a-z])\//, '');
  const target = /^s\/(.+)$/.exec(rest)?.[1];
  if (target) return `https://${target}${url.search}`;
  return rest.includes('.') ? `http://${rest}${url.search}` : null;
}
