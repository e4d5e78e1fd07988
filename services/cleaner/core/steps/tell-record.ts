import type { CleanInput, CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { linkDensity } from '../blocks/block.ts';
import { isWithin, rootOf } from '../blocks/region.ts';
import type { Selection } from '../blocks/select.ts';
import { readDates } from '../dates/read-dates.ts';
import { type ElementNode, elementsOf } from '../dom/node.ts';
import { withoutTags } from '../dom/tags-out.ts';
import { teasersIn } from '../gate/listing.ts';
import { noArticleByName } from '../gate/page-kind.ts';
import { readLanguage } from '../meta/languages.ts';
import { type Judgement, judge } from '../quality.ts';
import { isPaid } from '../unseen/unseen-text.ts';
import { wallIn } from '../walls.ts';
import type { OpenedPage } from './open-page.ts';
import type { PrunedText } from './prune-text.ts';
import type { ReadPage } from './read-page.ts';

/** What the steps before found, for the record to tell. */
export interface Walk {
  input: CleanInput;
  opened: OpenedPage;
  read: ReadPage;
  chosen: Selection;
  pruned: PrunedText;
  /** Milliseconds since 1970; null: no clock is known. */
  now: number | null;
}

type Dates = ReturnType<typeof readDates>;

/** Fifth step: the record. Dates and language, whether this is an article at all and how sure that is, with the reasons. */
export function tellRecord(walk: Walk): CleanResult {
  const { page } = walk.opened;
  const { tags, blockBound, title, byline, siteName } = walk.read;
  const { text, credit, canonical, cuts, keys } = walk.pruned;
  const language = readLanguage(text, page.lang, tags.get('og:locale'));
  const dates = datesOf(walk, language);
  const judgement = judgementOf(walk, dates);
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
    credit,
    quality: {
      score: judgement.score,
      reasons: [
        ...judgement.reasons,
        ...(walk.chosen.likeliest ? ['read by what is likeliest: far more is found by it'] : []),
        ...(blockBound === null ? [] : [`only the first ${blockBound} blocks were read`]),
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

function datesOf({ input, opened, read, chosen, now }: Walk, language: string): Dates {
  const { blocks, region, tags, data } = read;
  return readDates({
    page: opened.page,
    source: opened.source,
    url: input.url,
    blocks,
    tags,
    article: data.article,
    bodyStart: blocks.find((b) => isWithin(b.element, region.element))?.index ?? 0,
    textEnd: endOf(chosen.kept.at(-1)?.element ?? null, opened.page.document),
    language,
    feedPublished: input.feed?.published ?? null,
    now,
  });
}

/** The place of the last element below one of the document; Infinity for one of another tree. */
function endOf(element: ElementNode | null, document: ElementNode): number {
  if (element === null || rootOf(element) !== rootOf(document)) return Number.POSITIVE_INFINITY;
  return element.place + elementsOf(element).length - 1;
}

function judgementOf({ input, opened, read, chosen, pruned }: Walk, dates: Dates): Judgement {
  const { tags, data, blocks, blockBound, region, shown, byline } = read;
  const { paragraphs, text, words, cuts } = pruned;
  const hasDate = dates.publishedAt !== null;
  return judge({
    paragraphs,
    title: shown,
    hasDate,
    hasHeadline: blocks.some((b) => b.tag === 'h1' && shown !== null && b.text.includes(shown.slice(0, 40))),
    hasByline: byline.length > 0,
    regionShare: region.total === 0 ? 0 : (region.prose[region.element.place] as number) / region.total,
    linkBlocks: blocks.filter((b) => linkDensity(b) > 0.7).length,
    allBlocks: blocks.length,
    blockBound,
    pageSize: blocks.reduce((total, b) => total + b.size, 0),
    bodyAgreement: agreement(data.article?.body ?? null, text, 60),
    feedAgreement: agreement(input.feed?.summary ?? null, text, 8),
    types: data.types,
    ogType: tags.get('og:type'),
    path: /^https?:\/\/[^/?#]+([^?#]*)/i.exec(input.url)?.[1] ?? '/x',
    wall: wallIn(tags.title?.slice(0, 1000) ?? '', blocks, chosen.kept, words, isPaid(opened.page.jsonLd)),
    teasers: teasersIn(blocks, chosen.kept, input.url),
    named: noArticleByName({
      title: shown,
      tabTitle: tags.title ?? null,
      url: input.url,
      types: data.types,
      words,
      hasDate,
    }),
    half: pruned.half,
    cuts: cuts.length,
  });
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
