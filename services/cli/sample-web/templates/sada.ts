import { addressOf } from '../outlets.ts';
import { body, clock, creditHtml, dayFirst, escapeXml, maybe, type Template } from './parts.ts';

const frame = [
  'We value your privacy. This site uses cookies to personalise content.',
  'شارك الخبر',
  'اشترك في النشرة البريدية',
  'جميع الحقوق محفوظة لموقع صدى المشرق',
] as const;

/** An Arabic paper, right to left, with a consent notice in English and microdata on the date. */
export const sada: Template = {
  frame,
  page(article, outlet) {
    return `<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<title>${escapeXml(article.title)} | ${outlet.name}</title>
<link rel="canonical" href="${addressOf(article)}">
<meta property="og:site_name" content="${outlet.name}">
<meta property="og:locale" content="ar_AR">
</head>
<body>
<section class="privacy"><button>X</button><p>${frame[0]}</p></section>
<header><a href="/">${outlet.name}</a><ul><li>سياسة</li><li>اقتصاد</li><li>رأي</li></ul></header>
<section class="story" itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">${escapeXml(article.title)}</h1>
<p class="meta">${maybe(article.byline, (name) => `<span itemprop="author">${escapeXml(name)}</span> `)}<time itemprop="datePublished" content="${article.published}" datetime="${article.published}">${dayFirst(article.published, '/')} ${clock(article.published)}</time></p>
<div class="share"><span>${frame[1]}</span><a href="#">فيسبوك</a><a href="#">واتساب</a><span>58</span></div>
${maybe(article.photo, (photo) => `<figure><img src="/m/1.jpg"><figcaption>${escapeXml(photo.caption)} ${escapeXml(photo.credit)}</figcaption></figure>`)}
<div itemprop="articleBody">
${body(
  article,
  (html) => `<p>${html}</p>`,
  maybe(
    article.readMore,
    (more) => `<p class="also">${escapeXml(more.label)} <a href="/news/2">${escapeXml(more.headline)}</a></p>`,
  ),
)}
${maybe(article.credit, (credit) => `<p>${creditHtml(credit)}</p>`)}
</div>
</section>
<aside>${(article.related ?? []).map((title) => `<h4><a href="/news/3">${escapeXml(title)}</a></h4>`).join('')}<p>${frame[2]}</p></aside>
<footer>${frame[3]}</footer>
</body>
</html>`;
  },
};
