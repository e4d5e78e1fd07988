import type { OutletId } from './article.ts';

/** One outlet of the sample web. */
export interface SampleOutlet {
  id: OutletId;
  name: string;
  host: string;
  language: string;
  /** The section that the feed's title names after the outlet, where it names one. */
  section?: string;
  feed: { path: string; form: 'rss' | 'atom' | 'json'; charset: string; bareAmpersands?: true };
  /** The charset in which the pages are served. */
  pageCharset: string;
  /** Paths that the outlet's robots.txt keeps from everyone. */
  disallow?: readonly string[];
}

const utf8 = 'utf-8';

/** The outlets by id. The hosts stand under the reserved `.example`, so no name of them can ever resolve. */
export const OUTLETS: Readonly<Record<OutletId, SampleOutlet>> = {
  meridian: {
    id: 'meridian',
    name: 'Meridian Wire',
    host: 'meridianwire.example',
    language: 'en',
    feed: { path: '/feeds/world.atom', form: 'atom', charset: utf8 },
    pageCharset: utf8,
  },
  harbour: {
    id: 'harbour',
    name: 'Harbour Gazette',
    host: 'www.harbourgazette.example',
    language: 'en',
    section: 'World',
    feed: { path: '/feed/', form: 'rss', charset: utf8 },
    pageCharset: utf8,
    disallow: ['/members/', '/wp-admin/'],
  },
  hub: {
    id: 'hub',
    name: 'World Brief Hub',
    host: 'worldbriefhub.example',
    language: 'en',
    feed: { path: '/rss', form: 'rss', charset: utf8 },
    pageCharset: utf8,
  },
  digest: {
    id: 'digest',
    name: 'Globus Digest',
    host: 'globusdigest.example',
    language: 'en',
    feed: { path: '/latest.atom', form: 'atom', charset: utf8 },
    pageCharset: utf8,
  },
  levant: {
    id: 'levant',
    name: 'Levant Monitor',
    host: 'levantmonitor.example',
    language: 'en',
    feed: { path: '/feed.json', form: 'json', charset: utf8 },
    pageCharset: utf8,
  },
  bogaz: {
    id: 'bogaz',
    name: 'Boğaz Postası',
    host: 'www.bogazpostasi.example',
    language: 'tr',
    feed: { path: '/rss/dunya.xml', form: 'rss', charset: 'windows-1254' },
    pageCharset: utf8,
  },
  sada: {
    id: 'sada',
    name: 'صدى المشرق',
    host: 'sadamashriq.example',
    language: 'ar',
    feed: { path: '/feed/ar.xml', form: 'rss', charset: utf8 },
    pageCharset: utf8,
  },
  primor: {
    id: 'primor',
    name: 'Приморский обозреватель',
    host: 'primobozrevatel.example',
    language: 'ru',
    feed: { path: '/export/rss.xml', form: 'rss', charset: 'windows-1251' },
    pageCharset: 'windows-1251',
  },
  courrier: {
    id: 'courrier',
    name: 'Le Courrier du Littoral',
    host: 'courrierdulittoral.example',
    language: 'fr',
    feed: { path: '/flux.json', form: 'json', charset: utf8 },
    pageCharset: utf8,
  },
  rheinblick: {
    id: 'rheinblick',
    name: 'Rheinblick',
    host: 'rheinblick.example',
    language: 'de',
    feed: { path: '/ausland.atom', form: 'atom', charset: utf8 },
    pageCharset: utf8,
  },
  poniente: {
    id: 'poniente',
    name: 'Diario de Poniente',
    host: 'diariodeponiente.example',
    language: 'es',
    section: 'Internacional',
    feed: { path: '/rss/internacional', form: 'rss', charset: utf8, bareAmpersands: true },
    pageCharset: utf8,
  },
  haidong: {
    id: 'haidong',
    name: '海东时报',
    host: 'haidongtimes.example',
    language: 'zh',
    feed: { path: '/rss.xml', form: 'rss', charset: utf8 },
    pageCharset: utf8,
  },
};

/** The outlet of an article. */
export function outletOf(article: { outlet: OutletId }): SampleOutlet {
  return OUTLETS[article.outlet];
}

/** The public address of an article or any path of an outlet: no port, for a resolver leads the host to the server. */
export function addressOf(of: { outlet: OutletId; path: string }): string {
  return `http://${OUTLETS[of.outlet].host}${of.path}`;
}

/** The address of an outlet's feed. */
export function feedAddress(outlet: SampleOutlet): string {
  return `http://${outlet.host}${outlet.feed.path}`;
}
