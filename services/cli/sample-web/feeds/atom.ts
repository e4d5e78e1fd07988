import { feedAddress, type SampleOutlet } from '../outlets.ts';
import { escapeXml } from '../templates/parts.ts';
import type { FeedEntry } from './entry.ts';

/** An Atom document (RFC 4287). */
export function atom(outlet: SampleOutlet, title: string, entries: readonly FeedEntry[]): string {
  const newest = entries.map((entry) => entry.updated).sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? '';
  const items = entries.map(
    (entry) => `<entry>
<id>${escapeXml(entry.guid)}</id>
<title>${escapeXml(entry.title)}</title>
<link rel="alternate" type="text/html" href="${escapeXml(entry.link)}"/>
<published>${entry.published}</published>
<updated>${entry.updated}</updated>
${entry.byline === null ? '' : `<author><name>${escapeXml(entry.byline)}</name></author>\n`}<summary>${escapeXml(entry.summary)}</summary>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}">
<id>${feedAddress(outlet)}</id>
<title>${escapeXml(title)}</title>
<updated>${newest}</updated>
<link rel="self" href="${feedAddress(outlet)}"/>
<link rel="alternate" href="http://${outlet.host}/"/>
<author><name>${escapeXml(outlet.name)}</name></author>
${items.join('\n')}
</feed>
`;
}
