import type { Block } from '../blocks/block.ts';
import { attribute, type ElementNode, elementsOf, textOf } from '../dom/node.ts';
import type { StructuredArticle } from '../meta/json-ld.ts';
import type { MetaTags } from '../meta/tags.ts';
import type { DateCandidate } from './date-candidate.ts';
import { isOfOthers } from './date-place.ts';
import { PUBLISHED_WORDS, UPDATED_WORDS } from './date-words.ts';
import { dayInAddress } from './day-in-address.ts';
import { datesInText } from './text-dates.ts';

const META_PUBLISHED =
  'article:published_time og:article:published_time article:published og:published_time datepublished date.published parsely-pub-date sailthru.date cxenseparse:recs:publishtime publish-date publish_date publishdate publication_date pubdate pub_date dc.date.issued dc.date.created dcterms.created dcterms.issued dc.created datecreated originalpublicationdate article_date_original prism.publicationdate citation_publication_date citation_date bt:pubdate rnews:datepublished article.published article.created displaydate shareaholic:article_published_time vr:published_time article:post_date'.split(
    ' ',
  );
/** Names that say only "date": many systems stamp them anew at each change, so a date line at the headline is trusted more. */
const META_GENERIC = 'date dc.date dcterms.date cdate creation_date release_date sort_date time'.split(' ');
const GENERIC_WEIGHT = 71;
const META_UPDATED =
  'article:modified_time og:updated_time article:updated og:article:modified_time datemodified last-modified lastmod modificationdate dcterms.modified dc.date.modified revised parsely-modified-date updated_time article:modified'.split(
    ' ',
  );

/** Nodes and characters of an element that are looked at for a date. */
const LOOK = 2000;
/** Elements of the markup that name a date; a page of many comments has some hundred. */
const MAX_EXAMINED = 1000;

export function dateCandidates(
  document: ElementNode,
  blocks: readonly Block[],
  tags: MetaTags,
  article: StructuredArticle | null,
  url: string,
  bodyStart: number,
  textEnd: number,
): DateCandidate[] {
  const found: DateCandidate[] = [];
  if (article?.published) found.push({ raw: article.published, from: 'json-ld', role: 'published', weight: 100 });
  if (article?.modified) found.push({ raw: article.modified, from: 'json-ld', role: 'updated', weight: 100 });
  META_PUBLISHED.forEach((name, i) => {
    const raw = tags.get(name);
    if (raw) found.push({ raw, from: 'meta', role: 'published', weight: 95 - i * 0.2 });
  });
  META_GENERIC.forEach((name, i) => {
    const raw = tags.get(name);
    if (raw) found.push({ raw, from: 'meta', role: 'published', weight: GENERIC_WEIGHT - i * 0.1 });
  });
  META_UPDATED.forEach((name, i) => {
    const raw = tags.get(name);
    if (raw) found.push({ raw, from: 'meta', role: 'updated', weight: 90 - i * 0.2 });
  });
  fromMarkup(document, url, textEnd, found);
  found.push(...datesInText(blocks, bodyStart));
  found.push(...dayInAddress(url));
  return found;
}

function fromMarkup(document: ElementNode, url: string, textEnd: number, found: DateCandidate[]): void {
  let times = 0;
  for (const element of elementsOf(document).filter(namesADate).slice(0, MAX_EXAMINED)) {
    const raw = attribute(element, 'datetime') ?? attribute(element, 'content') ?? textOf(element, LOOK);
    if (!raw || isOfOthers(element, url)) continue;
    const itemprop = attribute(element, 'itemprop')?.toLowerCase() ?? '';
    if (/datepublished|datecreated/.test(itemprop))
      found.push({ raw, from: 'microdata', role: 'published', weight: 93 });
    else if (itemprop.includes('datemodified')) found.push({ raw, from: 'microdata', role: 'updated', weight: 93 });
    else if (element.tag === 'time' && times < 40) {
      times += 1;
      found.push(fromTime(element, raw, times, textEnd));
    }
  }
}

function namesADate(element: ElementNode): boolean {
  if (element.tag === 'time') return true;
  const itemprop = attribute(element, 'itemprop');
  return itemprop?.toLowerCase().includes('date') ?? false;
}

/** @param times how many such elements there were, with this one: the first is likeliest the article's */
function fromTime(element: ElementNode, raw: string, times: number, textEnd: number): DateCandidate {
  const around = `${attribute(element, 'class') ?? ''} ${element.parent ? textOf(element.parent, LOOK).slice(0, 80) : ''} ${attribute(element.parent ?? element, 'class') ?? ''}`;
  const updated = UPDATED_WORDS.test(around) && !/publish|posted/i.test(attribute(element, 'class') ?? '');
  const marked = attribute(element, 'pubdate') !== null || PUBLISHED_WORDS.test(around) || /entry-date/.test(around);
  const away = element.place > textEnd || isAway(element);
  return {
    raw,
    from: 'time',
    role: updated && !marked ? 'updated' : 'published',
    weight: (marked ? 88 : 84) - (away ? AWAY_COSTS : 0) - times * 0.1,
    shown: marked && !updated && !away,
  };
}

/** A time in what may be a list or a sidebar, or behind the text, gives way to the feed's. */
const AWAY_COSTS = 50;
const AWAY =
  /related|sidebar|widget|comment|recent|teaser|footer|latest|popular|trending|recommend|nav|list|card|more/i;

function isAway(element: ElementNode): boolean {
  for (let e: ElementNode | null = element; e; e = e.parent) {
    if (e.tag === 'aside' || e.tag === 'nav' || e.tag === 'footer' || e.tag === 'li') return true;
    if (AWAY.test(attribute(e, 'class') ?? '') && e.tag !== 'body' && e.tag !== 'html') return true;
  }
  return false;
}
