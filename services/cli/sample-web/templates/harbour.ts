import { addressOf } from '../outlets.ts';
import { body, clock, creditHtml, dayFirst, escapeXml, maybe, type Template } from './parts.ts';

const frame = [
  '[vc_row full_width="stretch_row"][vc_column width="2/3"]',
  '[/vc_column_text][/vc_column][/vc_row]',
  'Share this:',
  'Click to share on Facebook (Opens in new window)',
  'Click to email a link to a friend (Opens in new window)',
  'Your email address will not be published. Required fields are marked *',
] as const;

/** A WordPress paper: short-codes left in the text, sharing buttons, related posts, headlines of the neighbours. */
export const harbour: Template = {
  frame,
  page(article, outlet) {
    const paragraph = (html: string) => `<p>${html}</p>`;
    return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="UTF-8" />
<title>${escapeXml(article.title)} &#8211; ${outlet.name}</title>
<link rel="canonical" href="${addressOf(article)}" />
<meta property="og:site_name" content="${outlet.name}" />
<meta property="og:title" content="${escapeXml(article.title)}" />
${article.pageDate === false ? '' : `<meta property="article:published_time" content="${article.published}" />`}
${maybe(article.updated, (updated) => `<meta property="article:modified_time" content="${updated}" />`)}
<meta name="generator" content="WordPress 6.8" />
</head>
<body class="post-template-default single single-post">
<div id="page" class="site">
<header id="masthead"><p class="site-title"><a href="/">${outlet.name}</a></p><div class="menu"><a href="/world/">World</a> <a href="/trade/">Trade</a> <a href="/shipping/">Shipping</a></div></header>
<div id="content"><div id="primary"><main id="main">
<article class="post type-post hentry">
<header class="entry-header"><h1 class="entry-title">${escapeXml(article.title)}</h1>
<div class="entry-meta">${article.pageDate === false ? '' : `<span class="posted-on">Posted on <time class="entry-date published" datetime="${article.published}">${dayFirst(article.published, '/')}</time></span>`} ${maybe(article.byline, (name) => `<span class="byline">by <span class="author vcard"><a class="url fn n" href="/author/x/">${escapeXml(name)}</a></span></span>`)}</div></header>
<div class="entry-content">
<p>${frame[0]}[vc_column_text]</p>
${maybe(article.photo, (photo) => `<p>[caption id="attachment_4471" align="aligncenter" width="780"]<img src="/wp-content/uploads/lead.jpg" alt="" /> ${escapeXml(photo.caption)} ${escapeXml(photo.credit)}[/caption]</p>`)}
<h2>${escapeXml(article.title)}</h2>
${maybe(article.opening, (text) => paragraph(`<em>${escapeXml(text)}</em>`))}
${body(
  article,
  paragraph,
  maybe(
    article.readMore,
    (more) =>
      `<p><strong>${escapeXml(more.label)} <a href="/world/other/">${escapeXml(more.headline)}</a></strong></p>`,
  ),
)}
${maybe(article.closing, (text) => paragraph(escapeXml(text)))}
${maybe(article.credit, (credit) => paragraph(`<em>${creditHtml(credit)}</em>`))}
<p>${frame[1]}</p>
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">${frame[2]}</h3><ul><li><a href="#">${frame[3]}</a></li><li><a href="#">${frame[4]}</a></li></ul></div>
<div class="jp-relatedposts"><h3><em>Related</em></h3>${(article.related ?? []).map((title) => `<p><a href="/world/r/">${escapeXml(title)}</a></p>`).join('')}</div>
</div>
<footer class="entry-footer">Posted in <a href="/world/">World</a>. Last edited at ${clock(article.updated ?? article.published)}</footer>
</article>
<nav class="post-navigation">${maybe(article.previous, (title) => `<div class="nav-previous">PREV <a href="/p/">${escapeXml(title)}</a></div>`)}${maybe(article.next, (title) => `<div class="nav-next">NEXT <a href="/n/">${escapeXml(title)}</a></div>`)}</nav>
<div id="respond"><h3>Leave a Reply</h3><p>${frame[5]}</p></div>
</main></div></div>
</div>
</body>
</html>`;
  },
};
