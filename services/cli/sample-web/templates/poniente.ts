import { body, clock, creditHtml, dayFirst, escapeXml, maybe, type Template } from './parts.ts';

const frame = [
  'Compartir en Facebook',
  'Compartir en WhatsApp',
  'Te puede interesar',
  'Suscríbase y navegue sin publicidad',
] as const;

/** A Spanish paper that names itself nowhere on the page: only its feed's title does. Text in sections, share bar between. */
export const poniente: Template = {
  frame,
  page(article) {
    return `<!DOCTYPE html>
<html lang="es">
<head>
<meta charset="utf-8">
<title>${escapeXml(article.title)}</title>
<meta property="og:title" content="${escapeXml(article.title)}">
<meta property="article:published_time" content="${article.published}">
</head>
<body>
<nav class="menu"><a href="/">Portada</a><a href="/internacional">Internacional</a><a href="/mar">Mar</a></nav>
<div class="nota">
<h1>${escapeXml(article.title)}</h1>
<div class="firma">${maybe(article.byline, (name) => `Por ${escapeXml(name)} · `)}${dayFirst(article.published, '/')} ${clock(article.published)} h${maybe(article.updated, (updated) => ` · Actualizado ${dayFirst(updated, '/')} ${clock(updated)} h`)}</div>
<div class="redes"><a href="#">${frame[0]}</a><a href="#">${frame[1]}</a><span>31</span></div>
${maybe(article.photo, (photo) => `<div class="imagen"><img src="/f/1.jpg"><p class="pie">${escapeXml(photo.caption)}</p><p class="credito">${escapeXml(photo.credit)}</p></div>`)}
<section class="cuerpo">
${maybe(article.opening, (text) => `<p>${escapeXml(text)}</p>`)}
${body(
  article,
  (html) => `<p>${html}</p>`,
  maybe(
    article.readMore,
    (more) =>
      `</section><div class="interes"><p>${escapeXml(more.label)}</p><a href="/nota?id=2">${escapeXml(more.headline)}</a></div><section class="cuerpo">`,
  ),
)}
${maybe(article.credit, (credit) => `<p>${creditHtml(credit)}</p>`)}
</section>
<div class="paginas">${maybe(article.previous, (title) => `<span>ANTERIOR</span> <a href="/a">${escapeXml(title)}</a> `)}${maybe(article.next, (title) => `<span>SIGUIENTE</span> <a href="/s">${escapeXml(title)}</a>`)}</div>
<div class="mas"><h4>${frame[2]}</h4>${(article.related ?? []).map((title) => `<p><a href="/r">${escapeXml(title)}</a></p>`).join('')}</div>
</div>
<div class="pie-pagina">${frame[3]}</div>
</body>
</html>`;
  },
};
