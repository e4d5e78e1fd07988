import { attribute, type ElementNode, type LightNode, TextNode } from '../dom/node.ts';
import { Kind, kindsOf } from '../junk/container-kinds.ts';
import { lineKind } from '../junk/line-kind.ts';
import { withoutShortCodes } from '../junk/short-codes.ts';
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
/** A block this long is no line of furniture, also when its short-codes are taken out. */
const LONGEST_CODED = 5000;
const IMAGES = new Set(['img', 'picture', 'video', 'audio', 'iframe', 'amp-img', 'embed']);
const STRONG = new Set(['b', 'strong', 'em', 'i', 'u']);

interface Context {
  block: ElementNode;
  kinds: number;
  own: number;
  near: number;
  depth: number;
  link: boolean;
  strong: boolean;
}

/** Blocks that are read; the longest of 983 real pages has 2,733. Each costs some 20 us of judgement. */
export const MAX_BLOCKS = 20_000;

/** The page's blocks in document order: text that a reader sees as a unit, with what stands around it. */
export function collectBlocks(body: ElementNode): Block[] {
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
      const text = parts
        .join('')
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .replace(/^\n+|\n+$/g, '')
        .trim();
      if (text !== '' && blocks.length < MAX_BLOCKS) {
        // A span that holds most of a block names it as well as a div round it would.
        let named = 0;
        for (const inline of inlineKinds) if (inline.chars >= chars * 0.6) named |= inline.mask;
        blocks.push({
          text,
          size: textSize(text),
          line: text.length > LONGEST_CODED ? null : lineKind(withoutShortCodes(text)),
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
    if (blocks.length >= MAX_BLOCKS) return;
    if (node instanceof TextNode) {
      if (node.value.trim() === '') {
        if (parts.length > 0) parts.push(' ');
        return;
      }
      breaks = 0;
      const text = node.value.replace(/\s+/g, ' ');
      parts.push(text);
      const visible = text.trim().length;
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
    if (INLINE.has(node.tag)) {
      if (own & Kind.hidden && !(own & Kind.body)) return;
      let inner = context;
      if (node.tag === 'a') {
        const href = attribute(node, 'href');
        inner = { ...context, link: context.link || href !== null, kinds: context.kinds | own };
        const before = linkChars;
        const start = parts.length;
        for (const child of node.children) visit(child, inner);
        if (href !== null && linkChars >= before) {
          links.push({ href, text: parts.slice(start).join('').replace(/\s+/g, ' ').trim() });
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
