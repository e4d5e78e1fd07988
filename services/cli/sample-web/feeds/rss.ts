import type { SampleOutlet } from '../outlets.ts';
import { escapeXml } from '../templates/parts.ts';
import type { FeedEntry } from './entry.ts';

/** An RSS 2.0 document, as text; the caller encodes it in the outlet's charset, which the declaration names. */
export function rss(outlet: SampleOutlet, title: string, entries: readonly FeedEntry[]): string {
  // Feeds of hand-made systems often escapeXml the brackets and leave `&` as it stands: not well-formed, and common.
  const text = (value: string) =>
    outlet.feed.bareAmpersands ? escapeXml(value).replaceAll('&amp;', '&').replaceAll('&quot;', '"') : escapeXml(value);
  const items = entries.map(
    (entry) => `<item>
<title>${text(entry.title)}</title>
<link>${text(entry.link)}</link>
<guid isPermaLink="true">${text(entry.guid)}</guid>
<pubDate>${rfc822(entry.published)}</pubDate>
${entry.byline === null ? '' : `<dc:creator>${text(entry.byline)}</dc:creator>\n`}${entry.updated === entry.published ? '' : `<dcterms:modified>${entry.updated}</dcterms:modified>\n`}<description>${text(entry.summary)}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="${outlet.feed.charset}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<channel>
<title>${text(title)}</title>
<link>http://${outlet.host}/</link>
<description>${text(title)}</description>
<language>${outlet.language}</language>
<ttl>15</ttl>
${items.join('\n')}
</channel>
</rss>
`;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO date as RFC 822 writes it, in its own zone: `Mon, 12 Oct 2026 08:40:00 +0300`. */
export function rfc822(iso: string): string {
  const local = new Date(`${iso.slice(0, 19)}Z`);
  const zone = iso.slice(19) === 'Z' ? '+0000' : iso.slice(19).replace(':', '');
  const day = `${DAYS[local.getUTCDay()]}, ${String(local.getUTCDate()).padStart(2, '0')}`;
  return `${day} ${MONTHS[local.getUTCMonth()]} ${local.getUTCFullYear()} ${iso.slice(11, 19)} ${zone}`;
}
