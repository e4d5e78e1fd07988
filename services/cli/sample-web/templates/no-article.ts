import type { SampleArticle } from '../article.ts';
import type { SampleOutlet } from '../outlets.ts';
import { escapeXml } from './parts.ts';

/** The page of an address that is not, or no longer, there. */
export function missing(outlet: SampleOutlet): string {
  return `<!doctype html><html lang="${outlet.language}"><head><meta charset="${outlet.pageCharset}"><title>404</title></head>
<body><h1>404</h1><p><a href="/">${escapeXml(outlet.name)}</a></p></body></html>`;
}

/** A challenge that lets browsers through and nobody else. */
export function botWall(outlet: SampleOutlet): string {
  return `<!doctype html><html lang="en"><head><meta charset="${outlet.pageCharset}"><title>Just a moment...</title>
<meta name="robots" content="noindex"></head><body><h1>${outlet.host}</h1>
<h2>Checking that you are human. This may take a few seconds.</h2>
<p>${outlet.host} looks at the safety of your connection before it lets you through.</p>
<noscript><p>Please turn on JavaScript and cookies to go on</p></noscript>
<form id="challenge-form" action="/cdn/challenge" method="POST"><input type="hidden" name="r" value="9f31"></form>
<p>Ray ID: 8c1f0e77a2d94b30</p></body></html>`;
}

/** A page of videos: headlines, lengths and view counts, and no article. */
export function listing(article: SampleArticle, outlet: SampleOutlet): string {
  const clips = (article.related ?? []).map(
    (title, index) => `<li class="clip"><a href="/video/${index + 1}"><img src="/v/${index + 1}.jpg" alt=""></a>
<a href="/video/${index + 1}">${escapeXml(title)}</a> <span>0${index + 1}:${17 + index * 5}</span> <span>${index * 311 + 96} views</span></li>`,
  );
  return `<!doctype html><html lang="${article.language}"><head><meta charset="${outlet.pageCharset}">
<title>${escapeXml(article.title)}</title><meta property="og:type" content="website"></head>
<body><h1>${escapeXml(article.title)}</h1><div class="player" data-src="/v/live.m3u8"></div><ul>${clips.join('\n')}</ul>
<div><a href="/video?page=2">2</a> <a href="/video?page=3">3</a> <a href="/video?page=4">4</a></div></body></html>`;
}
