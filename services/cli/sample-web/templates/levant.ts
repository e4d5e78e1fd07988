import { body, clock, creditHtml, dayFirst, escapeXml, maybe, type Template } from './parts.ts';

const frame = [
  'Nous utilisons des cookies pour améliorer votre expérience. En poursuivant, vous acceptez leur utilisation.',
  'Tout accepter',
  'Follow Levant Monitor on our channel',
  'Tweet this',
  'Trending now',
  'All rights reserved. Reproduction needs the written consent of the publisher.',
] as const;

/** Divisions without a name and text broken by `<br>`: nothing on the page says where the article is. */
export const levant: Template = {
  frame,
  page(article, outlet) {
    const zone = (iso: string) => `${dayFirst(iso, '/')} ${clock(iso)}`;
    const dates =
      article.pageDate === false
        ? ''
        : `Published: ${zone(article.published)}${maybe(article.updated, (updated) => ` | Updated: ${zone(updated)}`)}`;
    return `<html>
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>${outlet.name} | ${escapeXml(article.title)}</title>
<meta property="og:site_name" content="${outlet.name}">
</head>
<body>
<div id="ck"><div>X</div><div>${frame[0]}</div><div>${frame[1]}</div></div>
<div class="a1"><div class="a2"><a href="/">${outlet.name}</a></div><div class="a3"><a href="/politics">Politics</a><a href="/economy">Economy</a><a href="/weather">Weather</a></div></div>
<div class="b1"><div class="b2">
<div class="c1">${escapeXml(article.title)}</div>
<div class="c2">${maybe(article.byline, (name) => `${escapeXml(name)} | `)}${dates}</div>
<div class="c3"><a href="#">${frame[3]}</a> <a href="#">Share</a> <span>0</span> <span>23</span> <a href="#">A+</a> <a href="#">A-</a></div>
${maybe(article.photo, (photo) => `<div class="c4"><img src="/i/p.jpg"><div>${escapeXml(photo.caption)}</div><div>${escapeXml(photo.credit)}</div></div>`)}
<div class="c7">${maybe(article.opening, (text) => `${escapeXml(text)}<br><br>\n`)}${body(
      article,
      (html) => `${html}<br><br>`,
      maybe(
        article.readMore,
        (more) => `<div class="c8">${escapeXml(more.label)} <a href="/story/x">${escapeXml(more.headline)}</a></div>`,
      ),
    )}${maybe(article.closing, (text) => `\n${escapeXml(text)}<br><br>`)}${maybe(article.credit, (credit) => `\n${creditHtml(credit)}<br><br>`)}</div>
<div class="c9">${frame[2]}</div>
</div>
<div class="b3"><div>${frame[4]}</div>${(article.related ?? []).map((title) => `<div><a href="/story/y">${escapeXml(title)}</a></div>`).join('')}</div></div>
<div class="d1">${frame[5]}</div>
</body>
</html>`;
  },
};
