/** The address that a page calls its own, absolute and without fragment, or null where it names none that is usable. */
export function canonicalUrl(candidates: readonly (string | null | undefined)[], pageUrl: string): string | null {
  for (const candidate of candidates) {
    if (!candidate) continue;
    const url = absolute(candidate.trim(), pageUrl);
    // A canonical that points to a site's front page is a template's fault, not an article's address.
    if (url && (url.pathname !== '/' || url.search !== '')) {
      url.hash = '';
      return url.href;
    }
  }
  return null;
}

export function absolute(href: string, base: string): URL | null {
  try {
    const url = new URL(href, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}
