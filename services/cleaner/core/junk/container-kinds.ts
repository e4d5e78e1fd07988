import { hidesWords } from '../dom/hiding-style.ts';
import type { ElementNode } from '../dom/node.ts';
import { Remembered } from '../remembered.ts';
import { wordsOf } from './name-words.ts';

/**
 * What the containers around a block say that it is: one bit a kind, so that a block carries the kinds of all its
 * ancestors in one number.
 */
export const Kind = {
  hidden: 1 << 0,
  nav: 1 << 1,
  aside: 1 << 2,
  footer: 1 << 3,
  header: 1 << 4,
  form: 1 << 5,
  figure: 1 << 6,
  caption: 1 << 7,
  share: 1 << 8,
  related: 1 << 9,
  newsletter: 1 << 10,
  ad: 1 << 11,
  comments: 1 << 12,
  author: 1 << 13,
  meta: 1 << 14,
  consent: 1 << 15,
  paywall: 1 << 16,
  tags: 1 << 17,
  widget: 1 << 18,
  media: 1 << 19,
  title: 1 << 20,
  standfirst: 1 << 21,
  body: 1 << 22,
  article: 1 << 23,
  table: 1 << 24,
  list: 1 << 25,
  quote: 1 << 26,
  credit: 1 << 27,
  embed: 1 << 28,
  infobox: 1 << 29,
} as const;

export type KindName = keyof typeof Kind;

const KINDS = Object.entries(Kind) as [KindName, number][];

/** The names of the kinds in a mask, for reasons in words. */
export function kindNames(mask: number): KindName[] {
  return mask === 0 ? [] : KINDS.filter(([, bit]) => (mask & bit) !== 0).map(([name]) => name);
}

const BY_TAG: Record<string, number> = {
  nav: Kind.nav,
  menu: Kind.nav,
  aside: Kind.aside,
  footer: Kind.footer,
  header: Kind.header,
  form: Kind.form,
  button: Kind.form,
  label: Kind.form,
  dialog: Kind.consent,
  figure: Kind.figure,
  figcaption: Kind.caption,
  h1: Kind.title,
  article: Kind.article,
  main: Kind.article,
  table: Kind.table,
  ul: Kind.list,
  ol: Kind.list,
  dl: Kind.list,
  blockquote: Kind.quote,
  q: Kind.quote,
  audio: Kind.media,
  video: Kind.media,
  address: Kind.author,
  time: Kind.meta,
};

const BY_ROLE: Record<string, number> = {
  navigation: Kind.nav,
  menu: Kind.nav,
  menubar: Kind.nav,
  tablist: Kind.nav,
  complementary: Kind.aside,
  contentinfo: Kind.footer,
  banner: Kind.footer,
  search: Kind.form,
  dialog: Kind.consent,
  alertdialog: Kind.consent,
  button: Kind.form,
  main: Kind.article,
  article: Kind.article,
};

/** Words of class and id attributes, by the kind of container that they name. Words are what is left after splitting at case, `-` and `_`. */
const WORDS: Partial<Record<KindName, string>> = {
  nav: 'nav navi navbar navigation menu submenu breadcrumb breadcrumbs crumb crumbs pagination pager paging pagenav prevnext prev skip skiplink masthead topbar toc sitemap offcanvas drawer hamburger',
  aside: 'sidebar side aside rail sidecol rightcol sidepanel marginalia seitenleiste',
  footer: 'footer foot fuss copyright colophon legal imprint impressum',
  form: 'form search login signin register input feedback poll quiz survey umfrage',
  caption: 'caption captions figcaption bildunterschrift legende cutline imgcaption photocaption bildtext legend',
  credit: 'credit credits photographer fotograf fotocredit photocredit copyrights bildnachweis',
  share:
    'share shares sharing sharebar sharer sharedaddy social socials socialmedia addthis addtoany a2a follow followus follows bookmark bookmarks whatsapp telegram facebook twitter pinterest linkedin teilen partager compartir paylas podeli likes reactions reaction',
  related:
    'related relate relateds recommended recommendation recommendations recirc recirculation similar more readmore seealso morefrom morestories trending popular mostread mostpopular latest headlines outbrain taboola zergnet jp yarpp teaser teasers promo promos promoted promobox crosslink upnext next onward also ranking topstories bestof linkbox storylink relatedlinks breaking breakingnews aufmacher weiterlesen ilgili benzer',
  newsletter:
    'newsletter newsletters subscribe subscription subscriptions signup optin mailchimp mc4wp abo abonnement abonnieren leadgen mailinglist',
  ad: 'ad ads adv advert adverts advertisement advertising adbox adslot adsense adunit dfp gpt sponsor sponsored sponsors banner banners anzeige werbung publicidad publicite pubblicita reklam reklama commercial affiliate partner ecommerce shop shopping buy product',
  comments:
    'comment comments commentlist disqus respond replies reply kommentare kommentar commentaires comentarios yorum yorumlar discussion responses livefyre',
  author:
    'author authors authorbox bio biography byline bylines writer autor autoren autore auteur yazar contributor contributors profile vcard staff redaktion journalist reporter',
  meta: 'meta metadata postmeta entrymeta date dates dateline datetime timestamp time published pubdate updated posted info infos details kicker eyebrow overline category categories rubrik section ressort readingtime lesezeit duration views counter stats views',
  consent:
    'cookie cookies consent gdpr cmp onetrust didomi cookiebar cookiebanner privacy usercentrics quantcast dsgvo modal popup overlay lightbox interstitial toast',
  paywall: 'paywall piano regwall premium locked subscriber barrier meter metered',
  tags: 'tag tags taglist keywords keyword topic topics hashtags schlagworte stichworte etiquetas',
  widget:
    'widget widgets tool tools toolbar toolbox print printer actions action options controls control button buttons btn cta notice notification alert disclaimer donate donation support spenden app apps download weather ticker livescore stocks notif toggle skiplinks accessibility correction corrections rating ratings vote votes',
  media:
    'player video videos audio podcast podcasts gallery galleries slideshow slider carousel swiper slick image images img photo photos picture pictures media thumbnail thumb jwplayer brightcove',
  title: 'headline title titel titulo titre headlines entrytitle posttitle articletitle',
  standfirst:
    'standfirst dek deck subtitle subhead subheadline subheading subtitulo lead lede leadtext intro introduction summary abstract excerpt teasertext vorspann chapo description perex ingress spot sapo',
  body: 'articlebody entrycontent postcontent articlecontent articletext storybody storycontent storytext bodytext contentbody postbody articlecopy articlemain newstext articlefulltext textbody fulltext richtext bodycopy mainarticle articlebodytext storycopy',
  article: 'article story post entry news hentry content text artikel articulo',
  embed: 'embed embedded tweet instagram tiktok iframe oembed',
  infobox:
    'infobox factbox infokasten box sidebarbox faktbox timeline keypoints highlights glossary explainer background facts pullquote',
  hidden: 'hidden hide invisible visuallyhidden sronly screenreader nodisplay a11y displaynone dnone',
};

const KIND_BY_WORD = new Map<string, number>();
for (const [kind, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) KIND_BY_WORD.set(word, (KIND_BY_WORD.get(word) ?? 0) | Kind[kind as KindName]);
}

/** A word before which a kind's word says that something else has it: `has-sidebar`, `no-comments`, `with-ads`. */
const NEGATING = new Set([
  'has',
  'no',
  'non',
  'with',
  'without',
  'is',
  'js',
  'not',
  'below',
  'above',
  'single',
  'wp',
  'lg',
  'md',
  'sm',
  'xs',
  'overflow',
  'label',
  'print',
]);
/** After a word for hiding: where, and so not here. */
const ELSEWHERE = new Set(['print', 'xs', 'sm', 'md', 'lg', 'xl', 'mobile', 'desktop', 'phone', 'tablet']);

/** `d-none d-md-block`: hidden on small screens only. */
const SHOWN_WIDER = /(?<!\S)d-(?:sm|md|lg|xl|xxl|print)-(?!none)/;

/** What names and their parts say: of some forty sites' templates (a page has 50 to 300 of its own). */
const remembered = new Remembered<number>(10_000);

/** The kinds that one class or id value names. */
function kindsOfName(name: string): number {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  let mask = 0;
  if (SHOWN_WIDER.test(name)) name = name.replace(/(?<!\S)d-none(?!\S)/g, ' ');
  for (const part of name.slice(0, 400).split(/\s+/)) {
    if (part === '') continue;
    let ofPart = part === name ? undefined : remembered.get(part);
    if (ofPart === undefined) {
      ofPart = kindsOfPart(part);
      if (part !== name) remembered.set(part, ofPart);
    }
    mask |= ofPart;
  }
  remembered.set(name, mask);
  return mask;
}

function kindsOfPart(part: string): number {
  let mask = 0;
  const words = wordsOf(part);
  const joined = words.join('');
  if (joined.length < 40) mask |= KIND_BY_WORD.get(joined) ?? 0;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as string;
    if (i > 0 && NEGATING.has(words[i - 1] as string) && words[0] !== 'wp') continue;
    const kind = KIND_BY_WORD.get(word) ?? 0;
    if (kind !== Kind.hidden || !ELSEWHERE.has(words[i + 1] as string)) mask |= kind;
    if (i + 1 < words.length) mask |= KIND_BY_WORD.get(word + words[i + 1]) ?? 0;
  }
  return mask;
}

/** The kinds that an element names by its own tag, role, class, id, microdata and visibility (not its ancestors'). */
export function kindsOf(element: ElementNode): number {
  if (element.kinds < 0) element.kinds = readKinds(element);
  return element.kinds;
}

function readKinds(element: ElementNode): number {
  if (element.tag === 'body' || element.tag === 'html') return 0;
  let mask = BY_TAG[element.tag] ?? 0;
  for (const { name, value } of element.attributes) {
    switch (name) {
      case 'class':
      case 'id':
      case 'data-testid':
      case 'data-component':
        mask |= kindsOfName(value);
        break;
      case 'role':
        mask |= BY_ROLE[value.toLowerCase()] ?? 0;
        break;
      case 'itemprop':
        if (/articlebody/i.test(value)) mask |= Kind.body;
        else if (/author|publisher/i.test(value)) mask |= Kind.author;
        else if (/^(?:datePublished|dateModified|dateCreated)$/i.test(value)) mask |= Kind.meta;
        else if (/caption/i.test(value)) mask |= Kind.caption;
        break;
      case 'hidden':
        mask |= Kind.hidden;
        break;
      case 'style':
        if (hidesWords(value)) mask |= Kind.hidden;
        break;
      case 'aria-hidden':
        if (value === 'true') mask |= Kind.hidden;
        break;
    }
  }
  return mask;
}
