import { type Block, isHeading, linkDensity } from './block.ts';
import type { BlockFacts } from './block-facts.ts';

/** A line of so many characters may be a date, a name with a date, a time of day. */
const MAX_STAMP = 90;
const STAMP = /(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}:\d{2}(?!\d)/;
const BROKEN_OFF = /(?:\.{3}|…)["”»)\]]*$/;
/** A linked block of so many characters reads like another article's headline. */
const HEADLINE = 25;
/** Weight of a block that is running text, and of one that speaks for the page's subject. */
const RUNNING = 40;
const SUBJECT = 80;
/** Letters of a word's head, and the least letters of a word that says something. */
const HEAD = 6;
const LONG = 5;
/** From here on a character is a word in itself. */
const DENSE_FROM = 0x2e80;
/** Further away is the same as nowhere. */
const FAR = 30;

/** What a template slot's blocks have together. */
interface SlotSigns {
  count: number;
  broken: number;
  stamps: number;
}

/**
 * What lies between each block and the headline, how near dates, teasers and running text are, and how much it speaks of what
 * the rest speaks of: numbers in a fixed order, a row a block. Nothing of this is a name that a site gave.
 * @param headline the headline's block, -1 where there is none
 * @param total the page's prose by weight
 * @param asked the blocks that a model is asked about; the others get no row
 */
export function pageContext(
  blocks: readonly Block[],
  facts: readonly BlockFacts[],
  headline: number,
  total: number,
  asked: readonly boolean[],
): (number[] | null)[] {
  const stamps = blocks.map((b) => b.text.length < MAX_STAMP && b.text.length > 3 && STAMP.test(b.text));
  const teasers = facts.map((f) => f.density > 0.8 && f.chars >= HEADLINE);
  const running = facts.map((f) => f.prose >= RUNNING);
  const broken = blocks.map((b) => BROKEN_OFF.test(b.text.slice(-6)));
  const slots = new Map<number, SlotSigns>();
  facts.forEach(({ slot }, i) => {
    const signs = slots.get(slot) ?? { count: 0, broken: 0, stamps: 0 };
    signs.count += 1;
    if (broken[i]) signs.broken += 1;
    if (stamps[i]) signs.stamps += 1;
    slots.set(slot, signs);
  });
  const [beforeTeaser, afterTeaser] = distances(teasers);
  const [beforeRunning, afterRunning] = distances(running);
  const [beforeStamp, afterStamp] = distances(stamps);
  const subject = subjectShares(facts);
  const since = { headings: 0, stamps: 0, teasers: 0, prose: 0 };
  let heading: Block | null = null;
  return blocks.map((block, i) => {
    const fact = facts[i] as BlockFacts;
    if (i === headline) Object.assign(since, { headings: 0, stamps: 0, teasers: 0, prose: 0 });
    if (isHeading(block)) heading = block;
    const signs = slots.get(fact.slot) as SlotSigns;
    const row = asked[i]
      ? [
          Math.min(5, since.headings),
          Math.min(20, since.stamps),
          Math.min(30, since.teasers),
          since.prose / Math.max(1, total),
          beforeTeaser[i] as number,
          afterTeaser[i] as number,
          beforeRunning[i] as number,
          afterRunning[i] as number,
          beforeStamp[i] as number,
          afterStamp[i] as number,
          stamps[i] ? 1 : 0,
          broken[i] ? 1 : 0,
          signs.broken / signs.count,
          signs.stamps,
          heading ? linkDensity(heading) : 0,
          heading ? Number((heading as Block).tag[1]) : 0,
          subject.shares[i] as number,
          Math.min(50, subject.blocks),
        ]
      : null;
    if (block.tag === 'h1' && i !== headline) since.headings += 1;
    if (stamps[i]) since.stamps += 1;
    if (teasers[i]) since.teasers += 1;
    since.prose += fact.prose;
    return row;
  });
}

/** Blocks from each one back to the last of a kind, and on to the next. */
function distances(is: readonly boolean[]): [Uint8Array, Uint8Array] {
  const before = new Uint8Array(is.length).fill(FAR);
  const after = new Uint8Array(is.length).fill(FAR);
  for (let i = 1; i < is.length; i += 1) before[i] = is[i - 1] ? 1 : Math.min(FAR, (before[i - 1] as number) + 1);
  for (let i = is.length - 2; i >= 0; i -= 1) after[i] = is[i + 1] ? 1 : Math.min(FAR, (after[i + 1] as number) + 1);
  return [before, after];
}

/** Of each block of prose the share of its longer words that others of some weight have too, by their heads; -1 where it has too few. */
function subjectShares(facts: readonly BlockFacts[]): { shares: number[]; blocks: number } {
  const uses = new Map<string, number>();
  let blocks = 0;
  const heads = facts.map((fact) => {
    if (fact.prose <= 0) return null;
    const own = new Set<string>();
    for (const token of fact.tokens)
      if (token.length >= LONG || token.charCodeAt(0) >= DENSE_FROM) own.add(token.slice(0, HEAD));
    if (fact.prose >= SUBJECT) {
      blocks += 1;
      for (const head of own) uses.set(head, (uses.get(head) ?? 0) + 1);
    }
    return own;
  });
  const shares = heads.map((own, i) => {
    if (own === null || own.size < 3) return -1;
    const itself = (facts[i] as BlockFacts).prose >= SUBJECT ? 1 : 0;
    let shared = 0;
    for (const head of own) if ((uses.get(head) ?? 0) > itself) shared += 1;
    return shared / own.size;
  });
  return { shares, blocks };
}
