import type { CleanInput } from '@wirewatch/shared/contracts/clean.ts';
import type { Block } from '../blocks/block.ts';
import { collectBlocks, MAX_BLOCKS } from '../blocks/collect.ts';
import type { PageEvidence } from '../blocks/features.ts';
import { findRegion, type Region } from '../blocks/region.ts';
import type { ElementNode } from '../dom/node.ts';
import { kindsOf } from '../junk/container-kinds.ts';
import { hideByStyle } from '../junk/hidden-by-style.ts';
import { NEXT, nextArticles } from '../junk/next-articles.ts';
import { othersIn, setApart } from '../junk/others.ts';
import { forgetWrappers } from '../junk/wrappers.ts';
import { readByline } from '../meta/byline.ts';
import { readJsonLd, type StructuredData } from '../meta/json-ld.ts';
import { type MetaTags, readTags } from '../meta/tags.ts';
import { headingTexts, readTitle } from '../meta/title.ts';
import type { OpenedPage } from './open-page.ts';

/** A page read, before anything is judged: its blocks, where the article seems to be, and what the page says of itself. */
export interface ReadPage {
  tags: MetaTags;
  data: StructuredData;
  siteName: string | null;
  blocks: Block[];
  /** Blocks that were read at most, where the page has as many or more; null where all were read. */
  blockBound: number | null;
  /** Blocks of others than the article's author, told by a pattern that repeats, and why. */
  others: ReadonlyMap<Block, string>;
  region: Region;
  title: string | null;
  /** The headline as the page shows it. */
  shown: string | null;
  byline: string[];
  /** The language that the page says it is in, as written. */
  declared: string | null;
  evidence: PageEvidence;
}

/** Second step: what stands on the page and what it says of itself; nothing is judged yet. */
export function readPage({ page, room }: OpenedPage, body: ElementNode, input: CleanInput): ReadPage {
  const tags = readTags(page.document);
  const data = readJsonLd(page.jsonLd);
  const siteName = data.siteName ?? tags.get('og:site_name') ?? null;
  hideByStyle(body, page.hidden);
  forgetWrappers(body);
  const most = MAX_BLOCKS * room;
  const blocks = collectBlocks(body, most);
  const others = othersIn(blocks, input.url);
  const region = findRegion(body, blocks, kindsOf);
  const { title, shown } = readTitle({
    headings: headingTexts(blocks, region.element, tags.title ?? null),
    tags,
    article: data.article,
    siteName,
    feedTitle: input.feed?.title ?? null,
    url: input.url,
  });
  for (const block of nextArticles(blocks, shown)) setApart(block, NEXT, others);
  const byline = readByline(page.document, blocks, tags, data.article, siteName);
  const description =
    data.article?.description ?? tags.get('og:description') ?? tags.get('description') ?? input.feed?.summary ?? null;
  return {
    tags,
    data,
    siteName,
    blocks,
    blockBound: blocks.length >= most ? most : null,
    others,
    region,
    title,
    shown,
    byline,
    declared: page.lang,
    evidence: { title: shown, articleBody: data.article?.body ?? null, description, byline },
  };
}
