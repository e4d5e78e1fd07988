import type { CleanInput, CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import { decodeBytes } from '@wirewatch/shared/text/charset.ts';
import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { linkDensity } from './blocks/block.ts';
import { MAX_BLOCKS } from './blocks/collect.ts';
import { blockFeatures } from './blocks/features.ts';
import storedModel from './blocks/model.json' with { type: 'json' };
import { type BlockModel, loadModel } from './blocks/model.ts';
import { isWithin } from './blocks/region.ts';
import { type Cut, selectBlocks } from './blocks/select.ts';
import { creditInFrame } from './credit/credit-in-frame.ts';
import { isOwnName, readCredit } from './credit/read-credit.ts';
import { readDates } from './dates/read-dates.ts';
import { type ElementNode, elementsOf } from './dom/node.ts';
import { type Page, parsePage } from './dom/parse.ts';
import { withoutTags } from './dom/tags-out.ts';
import { TreeBound } from './dom/tree-adapter.ts';
import { failed } from './failed.ts';
import { type FrameKeys, frameBlocks } from './frame/frame-memory.ts';
import { isReposters } from './frame/reposter/reposter-frame.ts';
import { teasersIn } from './gate/listing.ts';
import { noArticleByName } from './gate/page-kind.ts';
import { canonicalUrl } from './meta/canonical.ts';
import { readLanguage } from './meta/languages.ts';
import { paragraphsOf, withoutSiteFrame } from './paragraphs.ts';
import { countWords, judge } from './quality.ts';
import { readPage } from './read-page.ts';
import { isPaid, unseenText } from './unseen/unseen-text.ts';
import { wallIn } from './walls.ts';

export interface CleanOptions {
  /** Another block model than the shipped one: for training and measuring. */
  model?: BlockModel;
  /** What is known of the outlet's frame; blocks with these keys are cut. */
  frame?: FrameKeys | null;
  /** Milliseconds since 1970: dates more than a day later are refused. */
  now?: number | null;
  /** The slow reference extractor: page source and URL to the article's HTML, or null. Asked where the light result is doubted. */
  reference?: ((html: string, url: string) => string | null) | null;
}

/** Characters of decoded source; a real article page has under 3 million, and ten times the work is no page. */
export const MAX_CHARACTERS = 12_000_000;
let model: BlockModel | null = null;
function shippedModel(): BlockModel {
  model ??= loadModel(storedModel);
  return model;
}

/** A result below this score asks the reference. */
const DOUBT = 45;

/**
 * One page to its clean record. Pure: no clock, no network; never throws on any input.
 * The charset is decided from the bytes; a string is taken as it is.
 */
export function cleanPage(input: CleanInput, options: CleanOptions = {}): CleanResult {
  const size = input.body.length;
  if (size > MAX_CHARACTERS) return failed('too-large', `the page has ${size} bytes, more than ${MAX_CHARACTERS}`);
  const source =
    typeof input.body === 'string'
      ? input.body
      : decodeBytes(input.body, { contentType: input.contentType ?? null, kind: 'html' }).text;
  const foreign = notHtml(source, input.contentType ?? null);
  if (foreign) return failed('not-an-article', foreign);
  if (source.trim() === '') return failed('empty', 'the response has no content');
  let page: Page;
  try {
    page = parsePage(source);
  } catch (error) {
    if (error instanceof TreeBound) return failed('too-large', `the page of ${size} characters has ${error.message}`);
    throw error;
  }
  const light = fromTree(page, page.body, source, input, options);
  const unseen = light.outcome === 'blocked' ? null : unseenText(page, light.text);
  if (unseen) {
    const whole = fromTree(page, parsePage(unseen.html).body, source, input, options);
    if (countWords(whole.text) > countWords(light.text))
      return { ...whole, quality: { ...whole.quality, reasons: [unseen.reason, ...whole.quality.reasons] } };
  }
  if (options.reference && light.quality.score < DOUBT && light.outcome !== 'blocked' && isLight(page)) {
    const html = options.reference(source, input.url);
    if (html) {
      const inner = parsePage(html);
      const other = fromTree(page, inner.body, source, input, options);
      if (other.quality.score > light.quality.score) return other;
    }
  }
  return light;
}

/** Elements of a page that the reference may be asked about: it takes seconds for a few times as many. */
const MAX_FOR_REFERENCE = 20_000;

/** Nested no deeper than pages are, and small enough for the slow extractor. */
function isLight(page: Page): boolean {
  return page.repaired.length === 0 && elementsOf(page.document).length <= MAX_FOR_REFERENCE;
}

function fromTree(
  page: Page,
  body: ElementNode,
  source: string,
  input: CleanInput,
  options: CleanOptions,
): CleanResult {
  const { tags, data, siteName, blocks, region, title, shown, byline, evidence } = readPage(page, body, input);
  const selection = selectBlocks(
    blocks,
    blockFeatures(blocks, region, evidence),
    region,
    shown,
    options.model ?? shippedModel(),
  );
  const canonical = canonicalUrl([tags.canonical, tags.get('og:url'), data.article?.url], input.url);
  const bodyStart = blocks.find((b) => isWithin(b.element, region.element))?.index ?? 0;
  const own = [siteName, data.article?.publisher].filter((n): n is string => !!n);
  const credit = readCredit({
    blocks,
    text: selection.kept,
    byline,
    title: shown,
    structured: data.article?.basedOn ?? null,
    canonicalUrl: canonical,
    pageUrl: input.url,
    own,
    isReposters,
  });
  const cuts: Cut[] = selection.cut;
  const { texts, reposted } = paragraphsOf(selection.kept, credit.lines, own, cuts);
  const keys = frameBlocks(texts, shown);
  const paragraphs = withoutSiteFrame(texts, keys, options.frame ?? null, cuts);
  const text = paragraphs.join('\n\n');
  const words = countWords(text);
  const language = readLanguage(text, page.lang, tags.get('og:locale'));
  const dates = readDates({
    page,
    source,
    url: input.url,
    blocks,
    tags,
    article: data.article,
    bodyStart,
    language,
    feedPublished: input.feed?.published ?? null,
    now: options.now ?? null,
  });
  const judgement = judge({
    paragraphs,
    title: shown,
    hasDate: dates.publishedAt !== null,
    hasHeadline: blocks.some((b) => b.tag === 'h1' && shown !== null && b.text.includes(shown.slice(0, 40))),
    hasByline: byline.length > 0,
    regionShare: region.total === 0 ? 0 : (region.prose[region.element.place] as number) / region.total,
    linkBlocks: blocks.filter((b) => linkDensity(b) > 0.7).length,
    allBlocks: blocks.length,
    pageSize: blocks.reduce((total, b) => total + b.size, 0),
    bodyAgreement: agreement(data.article?.body ?? null, text, 60),
    feedAgreement: agreement(input.feed?.summary ?? null, text, 8),
    types: data.types,
    ogType: tags.get('og:type'),
    path: /^https?:\/\/[^/?#]+([^?#]*)/i.exec(input.url)?.[1] ?? '/x',
    wall: wallIn(tags.title?.slice(0, 1000) ?? '', blocks, selection.kept, words, isPaid(page.jsonLd)),
    teasers: teasersIn(blocks, selection.kept, input.url),
    named: noArticleByName({
      title: shown,
      tabTitle: tags.title ?? null,
      url: input.url,
      types: data.types,
      words,
      hasDate: dates.publishedAt !== null,
    }),
    cuts: cuts.length,
  });
  return {
    title,
    byline,
    text,
    language,
    publishedAt: dates.publishedAt,
    publishedFrom: dates.publishedFrom,
    updatedAt: dates.updatedAt,
    canonicalUrl: canonical,
    siteName,
    credit: credit.credit ?? creditInFrame(reposted, (name) => isOwnName(name, own, input.url)),
    quality: {
      score: judgement.score,
      reasons: [
        ...judgement.reasons,
        ...(blocks.length >= MAX_BLOCKS ? [`only the first ${MAX_BLOCKS} blocks were read`] : []),
        ...dates.refused.map((r) => `date refused: ${r}`),
        ...page.repaired,
      ],
    },
    outcome: judgement.outcome,
    reason: judgement.reason,
    cuts,
    frameBlocks: keys,
  };
}

/** Share of a claim's tokens that the text has, or null where the claim is shorter than `least` tokens. */
function agreement(claim: string | null, text: string, least: number): number | null {
  if (!claim) return null;
  const wanted = new Set(tokenize(withoutTags(claim)));
  if (wanted.size < least) return null;
  const have = new Set(tokenize(text));
  let hits = 0;
  for (const token of wanted) if (have.has(token)) hits += 1;
  return hits / wanted.size;
}

function notHtml(source: string, contentType: string | null): string | null {
  const head = source.slice(0, 1024).trimStart();
  if (head.startsWith('%PDF-')) return 'the response is a PDF document';
  if (/^[[{]/.test(head) && !head.includes('<') && /json/i.test(contentType ?? 'json')) {
    try {
      JSON.parse(source);
      return 'the response is JSON';
    } catch {
      return null;
    }
  }
  if (/^(?:PK\u0003\u0004|\u0089PNG|GIF8|ÿØÿ|\ufffdPNG)/.test(head)) return 'the response is a binary file';
  if (/^<\?xml[^>]*>\s*<(?:rss|feed|urlset|sitemapindex)\b|^<(?:rss|feed)\b/i.test(head))
    return 'the response is a feed or site map';
  return null;
}
