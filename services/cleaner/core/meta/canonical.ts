/** The address that a page calls its own, absolute and without fragment, or null where it names none that is usable. */
export function canonicalUrl(candidates: readonly (string | null | undefined)[], pageUrl: string): string | null {
  for (const candidate of candidates) {
    if (!candidate) continue;
    const url = absolute(candidate.trim(), pageUrl);
    // A canonical that points to a site's front page is a template's fault, not an article's address.
    if (url && (url.pathname !== '/' || url.search !== '') && !isItsSection(url, pageUrl)) {
      url.hash = '';
      return url.href;
    }
  }
  return null;
}

/** What may follow an article's own address: a form of the same page. */
const SAME_PAGE = /^(?:amp|print|all|single|full|index\.\w+|(?:page[-/]?|p)?\d{1,3}|comments?|feed|share|mobile|m)$/i;

/** Does it name a folder above the page, whose last part is one word: the front of the article's section, a template's fault too? */
function isItsSection({ hostname, pathname }: URL, pageUrl: string): boolean {
  const page = absolute(pageUrl, pageUrl);
  const folder = pathname.replace(/(?<!\/)\/*$/, '/');
  if (!page || page.hostname !== hostname || !page.pathname.startsWith(folder)) return false;
  const rest = page.pathname.slice(folder.length).replace(/(?<!\/)\/+$/, '');
  const last = folder.split('/').at(-2) ?? '';
  return rest !== '' && !SAME_PAGE.test(rest) && /^\p{L}+$/u.test(decoded(last));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function absolute(href: string, base: string): URL | null {
  try {
    const url = new URL(href, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}
