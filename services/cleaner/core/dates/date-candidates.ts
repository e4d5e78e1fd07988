import type { DateSource } from '@wirewatch/shared/contracts/clean.ts';
import type { Block } from '../blocks/block.ts';
import { attribute, type ElementNode, elementsOf, textOf } from '../dom/node.ts';
import { Kind } from '../junk/container-kinds.ts';
import type { StructuredArticle } from '../meta/json-ld.ts';
import type { MetaTags } from '../meta/tags.ts';

/** One place of the page that names a date. */
export interface DateCandidate {
  raw: string;
  from: DateSource;
  role: 'published' | 'updated' | 'unknown';
  /** Higher is trusted more; only orders candidates. */
  weight: number;
}

const META_PUBLISHED =
  'article:published_time og:article:published_time article:published og:published_time datepublished date.published parsely-pub-date sailthru.date cxenseparse:recs:publishtime publish-date publish_date publishdate publication_date pubdate pub_date dc.date.issued dc.date.created dcterms.created dcterms.issued dc.date dcterms.date dc.created datecreated originalpublicationdate article_date_original prism.publicationdate citation_publication_date citation_date bt:pubdate rnews:datepublished sort_date cdate creation_date release_date article.published article.created displaydate shareaholic:article_published_time vr:published_time date article:post_date time'.split(
    ' ',
  );
const META_UPDATED =
  'article:modified_time og:updated_time article:updated og:article:modified_time datemodified last-modified lastmod modificationdate dcterms.modified dc.date.modified revised parsely-modified-date updated_time article:modified'.split(
    ' ',
  );

/** Nodes and characters of an element that are looked at for a date. */
const LOOK = 2000;
/** Elements of the markup that name a date; a page of many comments has some hundred. */
const MAX_EXAMINED = 1000;

/** Words before a date that say what it is, by stem, in the languages of the labelled and expected pages. */
const PUBLISHED_WORDS =
  /publish|posted|erstellt|veröffentlicht|publicad|publié|pubblicat|publicat|gepubliceerd|geplaatst|opublikowan|zveřejněn|publikov|objavljen|опубликован|опубліков|публик|yayın|eklenme|giriş|oluştur|نشر|منشور|انتشار|प्रकाशित|প্রকাশ|掲載|公開|发布|發布|发表|등록|입력|승인|đăng|dipublikasi|diterbitkan|terbit|julkaistu|publicerad|publisert|udgivet|offentliggjort|közzé|megjelen|δημοσ|created|creado|criado|créé|stand|vom\b/iu;
const UPDATED_WORDS =
  /updat|modif|aktualis|aktualiz|aggiornat|actualiz|atualiz|mis à jour|mise à jour|bijgewerkt|güncelle|обновл|оновл|измен|تحديث|بروز|به‌روز|更新|수정|cập nhật|diperbarui|päivitetty|uppdaterad|oppdatert|opdateret|frissít|ενημ|last edited|geändert|revised|edited/iu;

export function dateCandidates(
  document: ElementNode,
  blocks: readonly Block[],
  tags: MetaTags,
  article: StructuredArticle | null,
  url: string,
  bodyStart: number,
): DateCandidate[] {
  const found: DateCandidate[] = [];
  if (article?.published) found.push({ raw: article.published, from: 'json-ld', role: 'published', weight: 100 });
  if (article?.modified) found.push({ raw: article.modified, from: 'json-ld', role: 'updated', weight: 100 });
  META_PUBLISHED.forEach((name, i) => {
    const raw = tags.get(name);
    if (raw) found.push({ raw, from: 'meta', role: 'published', weight: 95 - i * 0.2 });
  });
  META_UPDATED.forEach((name, i) => {
    const raw = tags.get(name);
    if (raw) found.push({ raw, from: 'meta', role: 'updated', weight: 90 - i * 0.2 });
  });
  fromMarkup(document, found);
  fromText(blocks, bodyStart, found);
  const inUrl = fromUrl(url);
  if (inUrl) found.push({ raw: inUrl, from: 'url', role: 'published', weight: 70 });
  return found;
}

function fromMarkup(document: ElementNode, found: DateCandidate[]): void {
  let times = 0;
  let examined = 0;
  for (const element of elementsOf(document)) {
    const itemprop = attribute(element, 'itemprop')?.toLowerCase() ?? '';
    const isTime = element.tag === 'time';
    if (!isTime && !itemprop.includes('date')) continue;
    examined += 1;
    if (examined > MAX_EXAMINED) break;
    const raw = attribute(element, 'datetime') ?? attribute(element, 'content') ?? textOf(element, LOOK);
    if (!raw) continue;
    if (/datepublished|datecreated/.test(itemprop))
      found.push({ raw, from: 'microdata', role: 'published', weight: 93 });
    else if (itemprop.includes('datemodified')) found.push({ raw, from: 'microdata', role: 'updated', weight: 93 });
    else if (isTime && times < 40) {
      times += 1;
      const around = `${attribute(element, 'class') ?? ''} ${element.parent ? textOf(element.parent, LOOK).slice(0, 80) : ''} ${attribute(element.parent ?? element, 'class') ?? ''}`;
      const updated = UPDATED_WORDS.test(around) && !/publish|posted/i.test(attribute(element, 'class') ?? '');
      const marked =
        attribute(element, 'pubdate') !== null || PUBLISHED_WORDS.test(around) || /entry-date/.test(around);
      const away = isAway(element);
      found.push({
        raw,
        from: 'time',
        role: updated && !marked ? 'updated' : 'published',
        weight: (marked ? 88 : 84) - (away ? 40 : 0) - times * 0.1,
      });
    }
  }
}

const AWAY =
  /related|sidebar|widget|comment|recent|teaser|footer|latest|popular|trending|recommend|nav|list|card|more/i;

function isAway(element: ElementNode): boolean {
  for (let e: ElementNode | null = element; e; e = e.parent) {
    if (e.tag === 'aside' || e.tag === 'nav' || e.tag === 'footer' || e.tag === 'li') return true;
    if (AWAY.test(attribute(e, 'class') ?? '') && e.tag !== 'body' && e.tag !== 'html') return true;
  }
  return false;
}

const DATE_LIKE = /\d/;
const OPENING_DATE = /^\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}\b/;

function fromText(blocks: readonly Block[], bodyStart: number, found: DateCandidate[]): void {
  const heading = blocks.findIndex((b) => b.element.tag === 'h1');
  for (const block of blocks) {
    if (!DATE_LIKE.test(block.text)) continue;
    if (block.text.length > 220) {
      // "27.1.2022 - At the memorial …": a date that opens the text.
      if (OPENING_DATE.test(block.text) && block.index >= bodyStart && block.index < bodyStart + 8)
        found.push({ raw: block.text.slice(0, 24), from: 'text', role: 'published', weight: 45 });
      continue;
    }
    const away = block.kinds & (Kind.related | Kind.comments | Kind.footer | Kind.nav | Kind.aside);
    const near = heading >= 0 ? Math.abs(block.index - heading) : Math.abs(block.index - bodyStart);
    const published = PUBLISHED_WORDS.exec(block.text);
    const updated = UPDATED_WORDS.exec(block.text);
    let weight = 60 - Math.min(30, near) * 0.5;
    if (published) weight += 12;
    if (block.kinds & Kind.meta) weight += 6;
    if (block.text.length > 90 && !published) weight -= 20;
    if (away) weight -= 30;
    if (heading >= 0 && block.index < heading - 6) weight -= 12;
    if (updated && (!published || updated.index < published.index)) {
      found.push({ raw: block.text.slice(updated.index), from: 'text', role: 'updated', weight });
      if (published) found.push({ raw: block.text.slice(published.index), from: 'text', role: 'published', weight });
      continue;
    }
    found.push({
      raw: published ? block.text.slice(published.index) : block.text,
      from: 'text',
      role: 'published',
      weight,
    });
    if (updated) found.push({ raw: block.text.slice(updated.index), from: 'text', role: 'updated', weight });
  }
}

const URL_DATE =
  /[/_-](?<y>(?:19|20)\d{2})[/_-]?(?<m>0[1-9]|1[0-2]|(?<=[/_-])[1-9](?=[/_-]))[/_-]?(?<d>0[1-9]|[12]\d|3[01]|(?<=[/_-])[1-9](?=[/_-]))(?!\d)/;

const IN_SCRIPT =
  /\\?"(?:datePublished|publishedDate|publishDate|publicationDate|published_at|publishedAt|pubDate|createdAt|created_at|dateCreated)\\?"\s*:\s*\\?"(\d{4}-\d\d-\d\d[^"\\]{0,20})/;

/** The first publication date in JSON-LD that could not be read as JSON, or in the state of a page that builds itself. */
export function dateInScripts(source: string, brokenJsonLd: boolean): DateCandidate | null {
  const match = IN_SCRIPT.exec(source);
  return match ? { raw: match[1] as string, from: 'json-ld', role: 'published', weight: brokenJsonLd ? 92 : 35 } : null;
}

/** A day in a URL's path, as `YYYY-MM-DD`. */
function fromUrl(url: string): string | null {
  const match = URL_DATE.exec(url.replace(/^https?:\/\/[^/]+/, ''));
  return match?.groups
    ? `${match.groups.y}-${match.groups.m?.padStart(2, '0')}-${match.groups.d?.padStart(2, '0')}`
    : null;
}
