import type { Cut, Selection } from '../blocks/select.ts';
import { creditInFrame } from '../credit/credit-in-frame.ts';
import { type CreditReading, isOwnName, readCredit } from '../credit/read-credit.ts';
import { withinEdges } from '../frame/edges.ts';
import { type FrameBlockKey, frameBlocks } from '../frame/frame-key.ts';
import type { FrameKeys } from '../frame/frame-memory.ts';
import { isReposters } from '../frame/reposter/reposter-frame.ts';
import { halfArticle } from '../gate/half-article.ts';
import { canonicalUrl } from '../meta/canonical.ts';
import { countWords } from '../quality.ts';
import { paragraphsOf, withoutSiteFrame } from './paragraphs.ts';
import type { ReadPage } from './read-page.ts';

/** The article's text, what went from it, and whom it says it is from. */
export interface PrunedText {
  paragraphs: string[];
  text: string;
  words: number;
  credit: CreditReading['credit'];
  canonical: string | null;
  /** Why the text is the first part of an article only; null where it is whole. */
  half: string | null;
  /** Everything that was taken out, the blocks that were not chosen included, each with its reason. */
  cuts: Cut[];
  /** Keys of the blocks at the text's edges, for the memory of the outlet's frame. */
  keys: FrameBlockKey[];
}

/** Fourth step: chosen blocks to paragraphs, without credit lines, the reposter's sentences and the site's frame. */
export function pruneText(
  read: ReadPage,
  chosen: Selection,
  pageUrl: string,
  frame: FrameKeys | null,
  paid: boolean,
): PrunedText {
  const { tags, data, siteName, blocks, shown, byline } = read;
  const canonical = canonicalUrl([tags.canonical, tags.get('og:url'), data.article?.url], pageUrl);
  const own = [siteName, data.article?.publisher].filter((name): name is string => !!name);
  const { credit, lines } = readCredit({
    blocks,
    text: chosen.kept,
    byline,
    title: shown,
    structured: data.article?.basedOn ?? null,
    canonicalUrl: canonical,
    pageUrl,
    own,
    isReposters,
  });
  const cuts = [...chosen.cut];
  const kept = withinEdges(chosen.kept, read.declared, cuts);
  const half = halfArticle(blocks, kept, pageUrl, shown, paid);
  const { texts, reposted } = paragraphsOf(kept, lines, own, cuts, half?.label ?? '');
  const keys = frameBlocks(texts, shown);
  const paragraphs = withoutSiteFrame(texts, keys, frame, cuts);
  const text = paragraphs.join('\n\n');
  return {
    paragraphs,
    text,
    words: countWords(text),
    credit: credit ?? creditInFrame(reposted, (name) => isOwnName(name, own, pageUrl)),
    canonical,
    half: half?.reason ?? null,
    cuts,
    keys,
  };
}
