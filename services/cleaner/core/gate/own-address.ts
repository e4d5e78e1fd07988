/** Where a link at a text's end leads: nowhere but here, to the article's next page, to another host, to another page of the site. */
export type Target = 'here' | 'next-page' | 'elsewhere' | 'another';

/** A page's number in a path behind the article's own, or in a query. */
const PAGE_IN_PATH = /^(?:[-_/,.](?:page|seite|pagina|página|sayfa|strona|part|p|s)?[-_/]?)([2-9]|[1-9]\d)$/i;
const PAGE_IN_QUERY = /(?:^|&)(?:page|p|pg|pagenum|seite|pagina|sayfa|strona|part)=([2-9]|[1-9]\d)(?=&|$)/i;

/** What a link's address is to the page's own. An address that cannot be read leads nowhere. */
export function leadsTo(href: string, pageUrl: string): Target {
  if (href === '' || /^(?:#|javascript:|mailto:|tel:)/i.test(href)) return 'here';
  let target: URL;
  let own: URL;
  try {
    own = new URL(pageUrl);
    target = new URL(href, own);
  } catch {
    return 'here';
  }
  if (hostOf(target) !== hostOf(own)) return 'elsewhere';
  const path = bare(target.pathname);
  const ownPath = bare(own.pathname);
  if (path === ownPath) {
    const page = PAGE_IN_QUERY.exec(target.search.slice(1))?.[0];
    return page !== undefined && !own.search.includes(page.replace('&', '')) ? 'next-page' : 'here';
  }
  if (ownPath.length > 1 && path.startsWith(ownPath) && PAGE_IN_PATH.test(path.slice(ownPath.length)))
    return 'next-page';
  return 'another';
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^(?:www|m|amp)\./, '');
}

/** A path without its ending and a last slash. */
function bare(path: string): string {
  return path.replace(/\.(?:html?|php|aspx?|shtml)$/i, '').replace(/(?<!\/)\/+$/, '');
}
