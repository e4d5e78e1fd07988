import { body, creditHtml, escapeXml, maybe, type Template } from './parts.ts';

const frame = [
  'Diese Seite verwendet Cookies. Mehr dazu in der Datenschutzerklärung.',
  'Copy link',
  '3 min read',
  'You may also like',
  'Digest Pro: all stories, no ads',
] as const;

/** The other aggregator: elements with generated names, as script frameworks leave them, and the date only in a data island. */
export const digest: Template = {
  frame,
  page(article, outlet) {
    const island = {
      props: { story: { headline: article.title, publishedAt: article.published, lang: article.language } },
    };
    return `<!DOCTYPE html>
<html lang="${article.language}">
<head>
<meta charset="utf-8">
<title>${escapeXml(article.title)} · ${outlet.name}</title>
<meta property="og:site_name" content="${outlet.name}">
<meta property="article:published_time" content="${article.published}">
</head>
<body>
<div id="__app"><div class="css-1x9k2">
<div class="css-bn7" role="dialog"><span>${frame[0]}</span><button>X</button></div>
<div class="css-77q"><a href="/">${outlet.name}</a><a href="/latest">Latest</a><a href="/topics">Topics</a></div>
<div class="css-0ab">
<h1 class="css-h1z">${escapeXml(article.title)}</h1>
<div class="css-mt4"><span>${frame[2]}</span><button>${frame[1]}</button><button>Share</button><span>9</span></div>
${maybe(article.photo, (photo) => `<div class="css-ph"><img src="/cdn/1.webp"><div>${escapeXml(photo.caption)}</div><div>${escapeXml(photo.credit)}</div></div>`)}
${maybe(article.opening, (text) => `<div class="css-p9"><p>${escapeXml(text)}</p></div>`)}
${body(
  article,
  (html) => `<div class="css-p9"><p>${html}</p></div>`,
  maybe(
    article.readMore,
    (more) =>
      `<div class="css-rm"><span>${escapeXml(more.label)}</span> <a href="/read/2">${escapeXml(more.headline)}</a></div>`,
  ),
)}
${maybe(article.closing, (text) => `<div class="css-p9"><p>${escapeXml(text)}</p></div>`)}
${maybe(article.credit, (credit) => `<div class="css-p9"><p>${creditHtml(credit)}</p></div>`)}
</div>
<div class="css-rl"><h3>${frame[3]}</h3>${(article.related ?? []).map((title) => `<a href="/read/3">${escapeXml(title)}</a>`).join('')}</div>
<div class="css-ft">${frame[4]}</div>
</div></div>
<script id="__data" type="application/json">${JSON.stringify(island).replaceAll('<', '\\u003c')}</script>
</body>
</html>`;
  },
};
