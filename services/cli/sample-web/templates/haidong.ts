import { addressOf } from '../outlets.ts';
import { body, clock, creditHtml, escapeXml, maybe, type Template } from './parts.ts';

const frame = ['分享到微博', '责任编辑:林知夏', '扫描二维码关注本报', '网友评论仅供其表达个人看法'] as const;

/** A Chinese paper: ideographic indents, and the paper's own name after "source" beside the date, which credits nobody. */
export const haidong: Template = {
  frame,
  page(article, outlet) {
    const [year, month, day] = article.published.slice(0, 10).split('-');
    return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeXml(article.title)}_${outlet.name}</title>
<link rel="canonical" href="${addressOf(article)}">
<meta property="og:site_name" content="${outlet.name}">
</head>
<body>
<div class="top"><a href="/">${outlet.name}</a> <a href="/guoji">国际</a> <a href="/caijing">财经</a></div>
<div class="main-left">
<h1 id="title">${escapeXml(article.title)}</h1>
<div class="info">${year}年${month}月${day}日 ${clock(article.published)} 来源:${outlet.name} ${frame[0]} 评论 <em>6</em></div>
${maybe(article.photo, (photo) => `<div class="pic"><img src="/t/1.jpg"><p>${escapeXml(photo.caption)} ${escapeXml(photo.credit)}</p></div>`)}
<div id="artibody">
${body(
  article,
  (html) => `<p>  ${html}</p>`,
  maybe(
    article.readMore,
    (more) => `<p>  ${escapeXml(more.label)}<a href="/guoji/2">${escapeXml(more.headline)}</a></p>`,
  ),
)}
${maybe(article.credit, (credit) => `<p>  ${creditHtml(credit)}</p>`)}
</div>
<p class="editor">${frame[1]}</p>
<div class="tj">相关新闻 ${(article.related ?? []).map((title) => `<a href="/guoji/3">${escapeXml(title)}</a>`).join(' ')}</div>
<div class="qr">${frame[2]}</div><div class="cm">${frame[3]}</div>
</div>
</body>
</html>`;
  },
};
