/** Types that are no page whatever the body looks like. */
const OTHER =
  /^(image|audio|video|font|model)\/|^application\/(pdf|json|ld\+json|zip|gzip|msword|vnd\.|rss\+xml|atom\+xml|javascript)|^text\/(css|csv|javascript|calendar)/i;
const HTML = /^(text\/html|application\/xhtml\+xml)/i;

/** Whether a body is an HTML page: by its declared type where that is clear, else by its first bytes. */
export function sniffHtml(contentType: string, body: Uint8Array): boolean {
  const type = contentType.trim();
  if (OTHER.test(type)) return false;
  // Servers send feeds, sitemaps and files under text/html as well; their first bytes give them away.
  const start = new TextDecoder('latin1').decode(body.subarray(0, 1024)).replace(/^(\xef\xbb\xbf)?\s*/, '');
  if (/^(%PDF-|PK\x03\x04|\x89PNG|GIF8|\xff\xd8\xff)/.test(start)) return false;
  if (/^<\?xml/i.test(start) || /^<(rss|feed|rdf:RDF|urlset|sitemapindex)\b/i.test(start)) {
    return /<(!doctype\s+)?html\b/i.test(start);
  }
  if (HTML.test(type)) return true;
  return /<(!doctype\s+html|html|head|body|title|article|meta|div|p)\b/i.test(start);
}
