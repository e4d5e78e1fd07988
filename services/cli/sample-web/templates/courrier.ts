import { addressOf } from '../outlets.ts';
import { body, clock, creditHtml, dayFirst, escapeXml, maybe, type Template } from './parts.ts';

const frame = [
  'Écouter cet article (3 min)',
  'Partager sur les réseaux',
  'Recevez chaque matin notre lettre du large',
  'Signaler une erreur',
  'Voir les commentaires (0)',
] as const;

/** A French paper: microdata, a graph of JSON-LD with the site before the article, "read also" in mid-text. */
export const courrier: Template = {
  frame,
  page(article, outlet) {
    const graph = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: outlet.name, url: `http://${outlet.host}/` },
        {
          '@type': ['NewsArticle', 'Article'],
          headline: article.title,
          datePublished: article.published,
          ...(article.updated ? { dateModified: article.updated } : {}),
          author: article.byline
            ? { '@type': 'Person', name: article.byline }
            : { '@type': 'Organization', name: outlet.name },
          publisher: { '@type': 'Organization', name: outlet.name },
        },
      ],
    };
    return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>${escapeXml(article.title)} - ${outlet.name}</title>
<link rel="canonical" href="${addressOf(article)}">
<meta property="og:site_name" content="${outlet.name}">
<script type="application/ld+json">${JSON.stringify(graph).replaceAll('<', '\\u003c')}</script>
</head>
<body>
<header class="bandeau"><a href="/">${outlet.name}</a><nav><a href="/monde">Monde</a><a href="/ports">Ports</a><a href="/culture">Culture</a></nav></header>
<main id="contenu">
<p class="fil">Accueil &gt; Monde &gt; ${escapeXml(article.title)}</p>
<h1>${escapeXml(article.title)}</h1>
<p class="signature">${maybe(article.byline, (name) => `Par ${escapeXml(name)} — `)}Publié le ${dayFirst(article.published, '/')} à ${clock(article.published).replace(':', 'h')}${maybe(article.updated, (updated) => `, mis à jour le ${dayFirst(updated, '/')} à ${clock(updated).replace(':', 'h')}`)}</p>
<p class="abo">${frame[0]}</p>
${maybe(article.photo, (photo) => `<figure><img src="/photos/1.jpg" alt=""><figcaption>${escapeXml(photo.caption)}</figcaption><cite>${escapeXml(photo.credit)}</cite></figure>`)}
<div class="corps-article">
${body(
  article,
  (html) => `<p>${html}</p>`,
  maybe(
    article.readMore,
    (more) =>
      `<p class="lire-aussi"><b>${escapeXml(more.label)} :</b> <a href="/monde/autre">${escapeXml(more.headline)}</a></p>`,
  ),
)}
${maybe(article.credit, (credit) => `<p class="source">${creditHtml(credit)}</p>`)}
</div>
<div class="partage">${frame[1]} <a href="#">Facebook</a> <a href="#">Courriel</a></div>
<ul class="a-lire">${(article.related ?? []).map((title) => `<li><a href="/monde/r">${escapeXml(title)}</a></li>`).join('')}</ul>
<p>${frame[3]}</p><p>${frame[4]}</p>
</main>
<footer>${frame[2]}</footer>
</body>
</html>`;
  },
};
