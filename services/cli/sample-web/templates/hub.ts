import { body, clock, creditHtml, dayFirst, escapeXml, maybe, type Template } from './parts.ts';

const frame = [
  'Sayfalarımızda rahat gezinebilmeniz için çerezlerden yararlanıyoruz.',
  'Tercihinizi istediğiniz an tarayıcınızın gizlilik bölümünden yenileyebilirsiniz.',
  'Share on WhatsApp',
  'Share on Telegram',
  '1.4K SHARES',
  'İlgili Haberler',
  'مقالات ذات صلة',
  'Related Articles',
  'World Brief Hub is not responsible for the content of external sites.',
] as const;

/** The aggregator: a consent notice in a language that is not the text's, counters, related headings in three languages. */
export const hub: Template = {
  frame,
  page(article, outlet) {
    const when = `${dayFirst(article.published, '.')} - ${clock(article.published)}`;
    const paragraph = (html: string) => `<p>${html}</p>`;
    return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<title>${escapeXml(article.title)} - ${outlet.name}</title>
<meta property="og:site_name" content="${outlet.name}">
${maybe(article.canonical, (address) => `<link rel="canonical" href="${escapeXml(address)}">`)}
<meta property="og:title" content="${escapeXml(article.title)}">
</head>
<body>
<div class="top"><a href="/">${outlet.name}</a><a href="/world">WORLD</a><a href="/mideast">MIDEAST</a><a href="/europe">EUROPE</a></div>
<div class="wrap"><div class="news-detail">
<div class="cdn">X</div><div class="cdt">${frame[0]} ${frame[1]}</div>
<h1 class="nt">${escapeXml(article.title)}</h1>
<div class="inf">${article.pageDate === false ? '' : `Published: ${when}`} ${maybe(article.updated, (updated) => `Updated: ${dayFirst(updated, '.')} - ${clock(updated)}`)}</div>
<div class="shr"><span>SHARE</span><span>${frame[4]}</span><a href="#">${frame[2]}</a><a href="#">${frame[3]}</a><span>17</span><span>302</span></div>
<div class="txt">
<p><strong>${escapeXml(article.title)}</strong></p>
${maybe(article.photo, (photo) => `<p><img src="/u/1.jpg"></p><p>${escapeXml(photo.caption)}</p><p>${escapeXml(photo.credit)}</p>`)}
${maybe(article.opening, (text) => paragraph(escapeXml(text)))}
${body(
  article,
  paragraph,
  maybe(
    article.readMore,
    (more) => `<p>${escapeXml(more.label)}</p><p><a href="/w/2">${escapeXml(more.headline)}</a></p>`,
  ),
)}
${maybe(article.closing, (text) => paragraph(escapeXml(text)))}
${maybe(article.credit, (credit) => paragraph(creditHtml(credit)))}
</div>
<div class="shr2"><span>SHARE</span><a href="#">${frame[2]}</a><a href="#">${frame[3]}</a></div>
<div class="pn">${maybe(article.previous, (title) => `<div>PREV</div><div><a href="/p">${escapeXml(title)}</a></div>`)}${maybe(article.next, (title) => `<div>NEXT</div><div><a href="/n">${escapeXml(title)}</a></div>`)}</div>
<h4>${frame[5]}</h4><h4>${frame[6]}</h4><h4>${frame[7]}</h4>
<div class="rel">${(article.related ?? []).map((title) => `<a href="/r">${escapeXml(title)}</a>`).join(' ')}</div>
</div></div>
<div class="bot">${frame[8]}</div>
</body>
</html>`;
  },
};
