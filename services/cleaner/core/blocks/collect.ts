import { attribute, type ElementNode, type LightNode, TextNode } from '../dom/node.ts';
import { Kind, kindsOf } from '../junk/container-kinds.ts';
import type { Block, BlockLink } from './block.ts';
import { textSize } from './text-size.ts';

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr strong'.split(
    ' ',
  ),
);
const SKIPPED = new Set([
  'script',
  'style',
  'template',
  'svg',
  'iframe',
  'select',
  'textarea',
  'input',
  'option',
  'head',
  'title',
]);
const IMAGES = new Set(['img', 'picture', 'video', 'audio', 'iframe', 'amp-img', 'embed']);
const STRONG = new Set(['b', 'strong', 'em', 'i', 'u']);

/** An inline tag that its own style sets as a block. */
function isSetAsBlock(node: ElementNode): boolean {
  const style = attribute(node, 'style');
  return style !== null && /display\s*:\s*(?:block|flex|grid|list-item|table)\b/i.test(style.slice(0, 1000));
}

interface Context {
  block: ElementNode;
  kinds: number;
  own: number;
  near: number;
  depth: number;
  link: boolean;
  strong: boolean;
}

const WHITE = /\s+/g;

/** Each run of white space as one blank. Most texts have none to collapse: a look at each character then is all. */
function collapsed(text: string): string {
  // What stands between two tags of an indented source: a third of all texts.
  if (text.charCodeAt(0) <= 32 && text.trim() === '') return text === '' ? '' : ' ';
  let white = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === 32) {
      if (white) return text.replace(WHITE, ' ');
      white = true;
    } else if ((c <= 13 && c >= 9) || (c >= 0xa0 && isWhite(c))) return text.replace(WHITE, ' ');
    else white = false;
  }
  return text;
}

/** Is the character, beyond ASCII, one that `\s` stands for? */
function isWhite(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x3000 ||
    code === 0x1680 ||
    (code >= 0x2000 && (code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f))
  );
}

/** The block's text from collapsed pieces; line breaks stand without blanks beside them, and not at its ends. */
function joined(parts: readonly string[]): string {
  const text = parts.length === 1 ? (parts[0] as string) : parts.join('');
  if (text.includes('\n'))
    return text
      .replace(/ +/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/^\n+|(?<!\n)\n+$/g, '')
      .trim();
  return (text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text).trim();
}

/** Blocks that are read, times the room; the longest of 983 real pages has 2,733. Each costs some 20 us of judgement. */
export const MAX_BLOCKS = 20_000;

/**
 * The page's blocks in document order: text that a reader sees as a unit, with what stands around it.
 * @param most blocks that are read at most
 */
export function collectBlocks(body: ElementNode, most = MAX_BLOCKS): Block[] {
  const blocks: Block[] = [];
  let parts: string[] = [];
  let links: BlockLink[] = [];
  let linkChars = 0;
  let strongChars = 0;
  let breaks = 0;
  let chars = 0;
  let image = false;
  let inlineKinds: { mask: number; chars: number }[] = [];

  function flush(context: Context): void {
    if (parts.length > 0) {
      const text = joined(parts);
      if (text !== '' && blocks.length < most) {
        // A span that holds most of a block names it as well as a div round it would.
        let named = 0;
        for (const inline of inlineKinds) if (inline.chars >= chars * 0.6) named |= inline.mask;
        blocks.push({
          text,
          size: textSize(text),
          line: undefined,
          tag: context.block.tag,
          element: context.block,
          kinds: context.kinds | named,
          nearKinds: context.own | context.near | named,
          linkChars,
          strongChars,
          links,
          afterImage: image,
          depth: context.depth,
          index: blocks.length,
        });
        image = false;
      }
      parts = [];
      links = [];
      linkChars = 0;
      strongChars = 0;
      chars = 0;
      inlineKinds = [];
    }
    breaks = 0;
  }

  function visit(node: LightNode, context: Context): void {
    if (blocks.length >= most) return;
    if (node instanceof TextNode) {
      const text = collapsed(node.value);
      if (text === ' ' || text === '') {
        if (parts.length > 0) parts.push(' ');
        return;
      }
      breaks = 0;
      parts.push(text);
      let visible = text.length;
      if (text.charCodeAt(0) === 32) visible -= 1;
      if (text.charCodeAt(text.length - 1) === 32) visible -= 1;
      chars += visible;
      if (context.link) linkChars += visible;
      if (context.strong) strongChars += visible;
      return;
    }
    if (IMAGES.has(node.tag)) image = true;
    if (SKIPPED.has(node.tag)) return;
    if (node.tag === 'br' || node.tag === 'hr') {
      breaks += 1;
      if (breaks >= 2 || node.tag === 'hr') flush(context);
      else if (parts.length > 0) parts.push('\n');
      return;
    }
    const own = kindsOf(node);
    if (INLINE.has(node.tag) && !isSetAsBlock(node)) {
      if (own & Kind.hidden && !(own & Kind.body)) return;
      let inner = context;
      if (node.tag === 'a') {
        const href = attribute(node, 'href');
        inner = { ...context, link: context.link || href !== null, kinds: context.kinds | own };
        const before = linkChars;
        const start = parts.length;
        for (const child of node.children) visit(child, inner);
        if (href !== null && linkChars >= before) {
          links.push({ href, text: collapsed(parts.slice(start).join('')).trim() });
        }
        if (own !== 0) inlineKinds.push({ mask: own, chars: linkChars - before });
        return;
      }
      if (STRONG.has(node.tag)) inner = { ...context, strong: true };
      const before = chars;
      for (const child of node.children) visit(child, inner);
      if (own !== 0 && chars > before) inlineKinds.push({ mask: own, chars: chars - before });
      return;
    }
    flush(context);
    const inner: Context = {
      block: node,
      kinds: context.kinds | own,
      own,
      near: context.own,
      depth: context.depth + 1,
      link: context.link,
      strong: context.strong,
    };
    for (const child of node.children) visit(child, inner);
    flush(inner);
  }

  const root: Context = { block: body, kinds: 0, own: 0, near: 0, depth: 0, link: false, strong: false };
  const own = kindsOf(body);
  for (const child of body.children) visit(child, { ...root, kinds: own });
  flush(root);
  return blocks;
}
