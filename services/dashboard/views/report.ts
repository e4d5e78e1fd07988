import type { SourceCount } from '@wirewatch/shared/sources/count.ts';
import type { Text } from '@wirewatch/shared/sources/texts.ts';
import { headSentence } from '@wirewatch/shared/sources/words.ts';
import { raw } from 'hono/html';
import type { Spread } from '../core/spread.ts';
import type { Evidence } from '../reads/story-evidence.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { coverage, instant, percent, span } from './parts.ts';
import { countFigures, definition, doubtsView } from './source-list.ts';
import { spreadView } from './spread.ts';
import { timesOf } from './tellings.ts';

/** A story as a document of its own: no asset and no script, links lead to the publishers. */
export function reportView(report: {
  /** Where the story stands in the desk that made it. */
  address: string;
  count: SourceCount;
  spread: Spread | null;
  evidence: ReadonlyMap<string, Evidence>;
  style: string;
  now: number;
}): Html {
  const { address, count, spread, evidence, style, now } = report;
  const { root } = count.sources[0]!.texts[0]!;
  const title = root.title ?? root.url;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · how many sources</title>
<style>${raw(style)}</style></head>
<body class="report"><main>
<p class="meta">How many sources is this really? Made by wirewatch ${instant(now)} of ${address}</p>
<h1 dir="auto"${langOf(root.language)}>${title}</h1>
<p class="lead" dir="auto">${headSentence(count)}</p>
${countFigures(count)}
${spread === null ? '' : html`<h2>How it spread</h2>${spreadView(spread, () => null)}`}
${doubtsView(count)}
<h2>Evidence</h2>
${count.sources.flatMap(({ texts, owner, inStore }) => texts.map((text) => textEvidence(text, owner.name, inStore, evidence)))}
<h2>How to read this</h2>
${definition(true)}
<p class="aside">“of this” is the share of an article's words that stand in the text it is compared with. A hash of the page is the SHA-256 of the bytes as its server sent them; a hash of the text is that of its folded words. A WARC record holds the whole answer with its headers; it is named where an archive was kept. Extracts are quoted as evidence.</p>
</main></body></html>`;
}

function textEvidence(text: Text, owner: string, inStore: boolean, evidence: ReadonlyMap<string, Evidence>): Html {
  return html`<section class="told"><h3 dir="auto">${owner}${inStore ? '' : html` <small>its own page was not seen</small>`}</h3>
${text.carriers.map(({ article }) => {
  const found = evidence.get(article.id);
  return found ? articleEvidence(found, text) : '';
})}</section>`;
}

function articleEvidence(evidence: Evidence, text: Text): Html {
  const { carrier, rawHash, warc, contentHash, fetchedAt, credit, versions, extract } = evidence;
  const { article, how } = carrier;
  const { title, url, language, outlet, lagSeconds, coverage: share, basis, confidence, reason } = article;
  const lag =
    how === 'own' || lagSeconds === null ? '' : `, ${span(lagSeconds * 1000)} ${lagSeconds < 0 ? 'earlier' : 'later'}`;
  const other = extract === null ? undefined : text.carriers.find((each) => each.article.id === extract.of);
  return html`<article class="link">
<p><b dir="auto">${outlet}</b>: <span dir="auto"${langOf(language)}>${title ?? ''}</span><br>${linkTo(url)}</p>
<p class="meta">${timesOf(article)} <span>${how}${lag}</span> ${share === null ? '' : html`<span>of this ${coverage(share)}</span>`} ${how === 'own' ? '' : html`<span>confidence ${percent(confidence)}</span>`} ${basis.length === 0 ? '' : html`<span>by ${basis.join(', ')}</span>`}</p>
<p class="reason" dir="auto">${reason}${credit === null ? '' : html`; its page says “${credit}”`}</p>
${extract === null ? '' : html`<div class="beside"><blockquote dir="auto">${extract.there}<footer>${other?.article.outlet ?? 'the other'}</footer></blockquote><blockquote dir="auto"${langOf(language)}>${extract.here}<footer>${outlet}</footer></blockquote></div>`}
<p class="hashes"><small>fetched ${instant(fetchedAt)}; page ${rawHash ?? 'not kept'}${warc === null ? '' : html`, WARC record ${warc.record} in ${warc.file}`}; text ${contentHash ?? 'too short for a hash'}; made by ${versions}</small></p>
</article>`;
}

/** Only http(s) addresses become links: others could run something. */
function linkTo(url: string): Html {
  return /^https?:\/\//i.test(url) ? html`<a href="${url}" rel="noreferrer noopener">${url}</a>` : html`${url}`;
}
