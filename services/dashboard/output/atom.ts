import type { Story } from '../reads/stories-of.ts';
import { contentOf, type Entry, type Notice, updatedOf } from './story-content.ts';

/** What a feed says of itself. Addresses are absolute. */
export interface FeedHead {
  title: string;
  self: string;
  /** The same search for people. */
  page: string;
  articlePage: (id: string) => string;
  now: number;
}

/** Stories as an Atom 1.0 document (RFC 4287): each once, with all who carried it. */
export function writeAtom(head: FeedHead, stories: readonly Entry[]): string {
  const updated = stories.map((story) => updatedOf(story)).sort();
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${xml(head.self)}</id>
<title>${xml(head.title)}</title>
<updated>${updated.at(-1) ?? new Date(head.now).toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${xml(head.self)}"/>
<link rel="alternate" type="text/html" href="${xml(head.page)}"/>
<generator>wirewatch</generator>
${stories.map((one) => ('notice' in one ? noticeEntry(one) : entry(head, one))).join('')}</feed>
`;
}

function noticeEntry(one: Notice): string {
  return `<entry>
<id>urn:wirewatch:${xml(one.notice)}</id>
<title>${xml(one.title)}</title>
<link rel="alternate" type="text/html" href="${xml(one.page)}"/>
<author><name>wirewatch</name></author>
<updated>${updatedOf(one)}</updated>
<content type="text">${xml(one.text)}</content>
</entry>
`;
}

function entry(head: FeedHead, story: Story): string {
  const { record, carriers } = story;
  const lang = record.language && record.language !== 'und' ? ` xml:lang="${xml(record.language)}"` : '';
  const published = instant(record.publishedAt);
  return `<entry${lang}>
<id>urn:wirewatch:${xml(record.id)}</id>
<title>${xml(record.title ?? record.url)}</title>
<link rel="alternate" href="${xml(record.url)}"/>
<link rel="related" type="text/html" title="wirewatch" href="${xml(head.articlePage(record.id))}"/>
${carriers.map((line) => `<link rel="related" title="${xml(line.outlet)}" href="${xml(line.url)}"/>\n`).join('')}<author><name>${xml(record.outlet.name)}</name></author>
${published ? `<published>${published}</published>\n` : ''}<updated>${updatedOf(story)}</updated>
${record.topics.map((topic) => `<category term="${xml(topic.code)}" label="${xml(topic.label)}"/>\n`).join('')}<content type="html">${xml(contentOf(story))}</content>
</entry>
`;
}

/** Atom wants an instant; a day alone, or a time without a zone, is none. */
function instant(written: string | null): string | null {
  if (written === null || !/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(written)) return null;
  const at = Date.parse(written);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
