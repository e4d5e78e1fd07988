import type { Credit } from '@wirewatch/shared/contracts/credit.ts';
import { knownOutlet } from '@wirewatch/shared/outlets/known.ts';
import type { Block } from '../blocks/block.ts';
import { Kind } from '../junk/container-kinds.ts';
import { absolute } from '../meta/canonical.ts';

/** Characters of a line that is an address and nothing else. */
const LONGEST = 300;
/** Blocks behind the text's last in which the source's address stands. */
const BEHIND = 2;
const ADDRESS =
  /^(?<open>[\s(（[【<*–—-]*)(?<address>(?:https?:\/\/)?(?:www\.)?(?<host>(?:[\p{L}\d-]{1,60}\.){1,4}\p{L}{2,10})(?<path>\/[^\s)）\]】>]*)?)[\s)）\]】>.]*$/u;
const BRACKET = /[(（[【<]/;
/** An address that is an article's: with a year, or ending in a slug of three words, a number, a page's ending. */
const ARTICLE = /\/(?:19|20)\d{2}\/|\/[^/]*(?:[\p{L}\d]-[\p{L}\d%]+-[\p{L}\d]|\d{4}|\.s?html?|\.php)[^/]*\/?$/u;
/** A recording, a picture or a paper, and hosts of offices and universities: what is told of, and not where it was told. */
const NO_ARTICLE = /\.(?:mp3|mp4|m4a|wav|pdf|jpe?g|png|webp|gif|docx?|xlsx?|zip)$/iu;
const OFFICE = /(?:^|\.)(?:gov|gob|gouv|edu|mil|ac|int)(?:\.\p{L}{2})?$/iu;
/** Places where a site is followed, and not where its texts are from. */
const FOLLOWED =
  /(?:^|\.)(?:facebook|twitter|x|instagram|youtube|youtu|tiktok|linkedin|whatsapp|wa|t|telegram|vk|ok|threads|bit|goo)\.\p{L}{2,3}$/iu;
const ELSEWHERE =
  Kind.nav | Kind.footer | Kind.related | Kind.share | Kind.author | Kind.aside | Kind.comments | Kind.caption;

/**
 * The source that a text ends with as an address alone in its line. It has to be an article's, a known outlet's or stand in brackets:
 * the front of somebody's site is where readers learn more. Several addresses are a list, and one behind a colon is what was announced.
 * @param isOwn is a name the page's own outlet?
 */
export function bareAddress(
  blocks: readonly Block[],
  text: readonly Block[],
  pageUrl: string,
  isOwn: (name: string) => boolean,
): { credit: Credit; line: Block } | null {
  const last = text.at(-1)?.index ?? -1;
  const found = blocks
    .slice(Math.max(0, last), last + 1 + BEHIND)
    .filter((b) => b.text.length <= LONGEST && !(b.kinds & ELSEWHERE) && ADDRESS.test(b.text));
  const line = found.length === 1 ? (found[0] as Block) : null;
  const parts = line && ADDRESS.exec(line.text)?.groups;
  if (!line || !parts?.host || /[:：]\s*$/.test(blocks[line.index - 1]?.text ?? '')) return null;
  const { host, open, path, address } = parts as Record<'host' | 'open' | 'path' | 'address', string | undefined>;
  const known = knownOutlet(host as string);
  const source = known?.name ?? (host as string);
  if (NO_ARTICLE.test(path ?? '') || OFFICE.test(host as string)) return null;
  const says = known !== null || BRACKET.test(open ?? '') || ARTICLE.test(path ?? '');
  if (!says || FOLLOWED.test(host as string) || isOwn(source) || isOwn(host as string)) return null;
  const link = line.links[0]?.href ?? (address?.startsWith('http') ? address : undefined);
  const url = link === undefined ? null : (absolute(link, pageUrl)?.href ?? null);
  return { credit: { source, kind: 'whole', url, evidence: line.text }, line };
}
