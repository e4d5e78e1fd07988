import { addressOf } from '../outlets.ts';
import { body, clock, creditHtml, dayFirst, escapeXml, maybe, type Template } from './parts.ts';

const frame = [
  'Meridian Wire correspondents work in 41 cities. Subscribe for client access.',
  'Sign up for the Morning Dispatch newsletter',
  'Most read this week',
] as const;

/** The agency: semantic elements, JSON-LD with offsets, the tidiest page of the sample web. */
export const meridian: Template = {
  frame,
  page(article, outlet) {
    const data = {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: article.title,
      ...(article.pageDate === false
        ? {}
        : { datePublished: article.published, dateModified: article.updated ?? article.published }),
      author: article.byline ? [{ '@type': 'Person', name: article.byline }] : [],
      publisher: { '@type': 'NewsMediaOrganization', name: outlet.name },
      mainEntityOfPage: addressOf(article),
      inLanguage: article.language,
    };
    return `<!doctype html>
<html lang="${article.language}">
<head>
<meta charset="utf-8">
<title>${escapeXml(article.title)} | ${outlet.name}</title>
<link rel="canonical" href="${addressOf(article)}">
<meta property="og:site_name" content="${outlet.name}">
<meta property="og:type" content="article">
<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
</head>
<body>
<header><a href="/">${outlet.name}</a><nav><ul><li><a href="/world">World</a></li><li><a href="/markets">Markets</a></li><li><a href="/about">About</a></li></ul></nav></header>
<main>
<article>
<header>
<h1>${escapeXml(article.title)}</h1>
<p class="byline">${maybe(article.byline, (name) => `By <span rel="author">${escapeXml(name)}</span>`)}</p>
<p class="dates">Published <time datetime="${article.published}">${dayFirst(article.published, '/')} ${clock(article.published)}</time>${maybe(
      article.updated,
      (updated) => ` Updated <time datetime="${updated}">${dayFirst(updated, '/')} ${clock(updated)}</time>`,
    )}</p>
</header>
${maybe(article.photo, (photo) => `<figure><img src="/img/lead.jpg" alt=""><figcaption>${escapeXml(photo.caption)} <small>${escapeXml(photo.credit)}</small></figcaption></figure>`)}
${body(
  article,
  (html) => `<p>${html}</p>`,
  maybe(
    article.readMore,
    (more) =>
      `<aside class="inline-link"><strong>${escapeXml(more.label)}</strong> <a href="/world/more">${escapeXml(more.headline)}</a></aside>`,
  ),
)}
${maybe(article.credit, (credit) => `<p class="source">${creditHtml(credit)}</p>`)}
</article>
<aside><h2>${frame[2]}</h2><ul>${(article.related ?? []).map((title) => `<li><a href="/world/x">${escapeXml(title)}</a></li>`).join('')}</ul></aside>
<form action="/letters"><p>${frame[1]}</p><input type="email"><button>Join</button></form>
</main>
<footer><p>${frame[0]}</p></footer>
</body>
</html>`;
  },
};
