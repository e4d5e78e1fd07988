import { body, clock, creditHtml, dayFirst, escapeXml, maybe, type Template } from './parts.ts';

const frame = [
  'Поделиться в социальных сетях',
  'Версия для печати',
  'Новости партнёров',
  'При перепечатке ссылка на издание обязательна',
] as const;

/** An old site: tables in tables, fonts, no semantic element, an 8-bit charset. */
export const primor: Template = {
  frame,
  page(article, outlet) {
    return `<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${outlet.pageCharset}">
<title>${outlet.name} :: ${escapeXml(article.title)}</title>
<meta property="og:site_name" content="${outlet.name}">
</head>
<body bgcolor="#ffffff">
<table width="980" cellpadding="4"><tr><td colspan="3"><font size="5"><a href="/">${outlet.name}</a></font></td></tr>
<tr><td width="160" valign="top"><a href="/politika">Политика</a><br><a href="/ekonomika">Экономика</a><br><a href="/more">Море</a></td>
<td width="600" valign="top">
<table width="100%"><tr><td><font size="4"><b>${escapeXml(article.title)}</b></font></td></tr>
<tr><td><font size="1">Опубликовано: ${dayFirst(article.published, '.')}, ${clock(article.published)}${maybe(article.updated, (updated) => ` Обновлено: ${dayFirst(updated, '.')}, ${clock(updated)}`)} ${maybe(article.byline, (name) => `Автор: ${escapeXml(name)}`)}</font></td></tr>
${maybe(article.photo, (photo) => `<tr><td align="center"><img src="/pic/1.jpg"><br><font size="1">${escapeXml(photo.caption)} ${escapeXml(photo.credit)}</font></td></tr>`)}
<tr><td>
${body(
  article,
  (html) => `<p>${html}</p>`,
  maybe(
    article.readMore,
    (more) =>
      `<table border="1"><tr><td>${escapeXml(more.label)} <a href="/n/2">${escapeXml(more.headline)}</a></td></tr></table>`,
  ),
)}
${maybe(article.credit, (credit) => `<p><i>${creditHtml(credit)}</i></p>`)}
</td></tr>
<tr><td><font size="1">${frame[0]} | <a href="?print">${frame[1]}</a> | Просмотров: 214</font></td></tr></table>
</td>
<td width="200" valign="top"><b>${frame[2]}</b><br>${(article.related ?? []).map((title) => `<a href="/n/3">${escapeXml(title)}</a><br><br>`).join('')}</td></tr>
<tr><td colspan="3"><font size="1">${frame[3]}</font></td></tr></table>
</body>
</html>`;
  },
};
