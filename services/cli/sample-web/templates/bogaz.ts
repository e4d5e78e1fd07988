import { body, clock, creditHtml, dayFirst, escapeXml, maybe, type Template } from './parts.ts';

const frame = [
  'Haberi Paylaş',
  'Yorumlarınız editör onayından sonra yayımlanır.',
  'ÇOK OKUNANLAR',
  'Bizi sosyal medyada takip edin',
] as const;

/** A Turkish paper: article body in nameless divisions, day-first dates with dots, counters between text and photo. */
export const bogaz: Template = {
  frame,
  page(article, outlet) {
    const when = (iso: string) => `${dayFirst(iso, '.')} - ${clock(iso)}`;
    return `<!DOCTYPE html>
<html lang="tr">
<head>
<meta charset="utf-8">
<title>${escapeXml(article.title)} - ${outlet.name}</title>
<meta property="og:site_name" content="${outlet.name}">
<meta name="datePublished" content="${article.published}">
</head>
<body>
<div class="ust"><a href="/">${outlet.name}</a> <a href="/gundem">Gündem</a> <a href="/dunya">Dünya</a> <a href="/ekonomi">Ekonomi</a></div>
<div class="icerik"><div class="sol">
<div class="haber-baslik"><h1>${escapeXml(article.title)}</h1></div>
<div class="haber-tarih">Yayınlanma: ${when(article.published)}${maybe(article.updated, (updated) => ` Güncelleme: ${when(updated)}`)}</div>
<div class="paylas"><b>${frame[0]}</b> <span>Facebook</span><span>12</span><span>X</span><span>4</span></div>
${maybe(article.photo, (photo) => `<div class="foto"><img src="/foto/1.jpg"><span>${escapeXml(photo.caption)}</span><em>${escapeXml(photo.credit)}</em></div>`)}
<div class="haber-metni">
${maybe(article.opening, (text) => `<p>${escapeXml(text)}</p>`)}
${body(
  article,
  (html) => `<p>${html}</p>`,
  maybe(
    article.readMore,
    (more) =>
      `<div class="oneri"><span>${escapeXml(more.label)}</span><a href="/dunya/2">${escapeXml(more.headline)}</a></div>`,
  ),
)}
${maybe(article.credit, (credit) => `<p>${creditHtml(credit)}</p>`)}
</div>
<div class="yorum">${frame[1]}</div>
</div>
<div class="sag"><div class="bas">${frame[2]}</div>${(article.related ?? []).map((title, index) => `<div><i>${index + 1}</i> <a href="/h">${escapeXml(title)}</a></div>`).join('')}</div></div>
<div class="alt">${frame[3]}</div>
</body>
</html>`;
  },
};
