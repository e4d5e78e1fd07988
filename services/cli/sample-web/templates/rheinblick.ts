import { addressOf } from '../outlets.ts';
import { body, clock, creditHtml, dayFirst, escapeXml, maybe, type Template } from './parts.ts';

const frame = [
  'Mehr zum Thema',
  'Artikel teilen und verschenken',
  'Jetzt Newsletter bestellen: Der Abendblick',
  'Die Kommentarfunktion ist geschlossen.',
] as const;

/** A German magazine: BEM classes, the standfirst apart from the text, the article cut in two by a teaser box. */
export const rheinblick: Template = {
  frame,
  page(article, outlet) {
    const [lead = '', ...rest] = article.paragraphs;
    return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>${escapeXml(article.title)} | ${outlet.name}</title>
<link rel="canonical" href="${addressOf(article)}">
<meta property="og:site_name" content="${outlet.name}">
<meta name="date" content="${article.published}">
${maybe(article.updated, (updated) => `<meta name="last-modified" content="${updated}">`)}
</head>
<body>
<div class="page-header"><a class="page-header__logo" href="/">${outlet.name}</a><div class="page-header__nav"><a href="/ausland">Ausland</a><a href="/wirtschaft">Wirtschaft</a></div></div>
<main class="article">
<div class="article__head"><span class="article__kicker">Ausland</span><h1 class="article__title">${escapeXml(article.title)}</h1>
<div class="article__meta">${maybe(article.byline, (name) => `<span class="article__author">Von ${escapeXml(name)}</span> `)}<time datetime="${article.published}">${dayFirst(article.published, '.')}, ${clock(article.published)} Uhr</time></div></div>
${maybe(article.photo, (photo) => `<div class="article__media"><img src="/bild/1.jpg" alt=""><div class="article__caption">${escapeXml(photo.caption)}</div><div class="article__copyright">${escapeXml(photo.credit)}</div></div>`)}
<p class="article__intro">${escapeXml(lead)}</p>
<div class="article__tools">${frame[1]} <span>7</span></div>
<div class="article__body">
${body(
  { ...article, paragraphs: rest },
  (html) => `<p class="article__text">${html}</p>`,
  maybe(
    article.readMore,
    (more) =>
      `<div class="teaser"><span class="teaser__label">${escapeXml(more.label)}</span><a class="teaser__link" href="/ausland/2">${escapeXml(more.headline)}</a></div>`,
  ),
)}
${maybe(article.credit, (credit) => `<p class="article__source">${creditHtml(credit)}</p>`)}
</div>
<div class="article__related"><h3>${frame[0]}</h3>${(article.related ?? []).map((title) => `<a href="/ausland/3">${escapeXml(title)}</a>`).join('')}</div>
<div class="article__comments">${frame[3]}</div>
</main>
<div class="page-footer">${frame[2]}</div>
</body>
</html>`;
  },
};
