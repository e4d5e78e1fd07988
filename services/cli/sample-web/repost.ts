/** The text without its last `count` paragraphs. */
export function cut(text: readonly string[], count: number): string[] {
  return text.slice(0, -count);
}

/** The paragraphs in another order; `order` lists the old positions. Throws if it is no permutation. */
export function reorder(text: readonly string[], order: readonly number[]): string[] {
  if (order.length !== text.length || new Set(order).size !== order.length) throw new Error('order is no permutation');
  return order.map((position) => {
    const paragraph = text[position];
    if (paragraph === undefined) throw new Error(`no paragraph ${position}`);
    return paragraph;
  });
}

/** The text with words and figures changed. Throws where a change finds nothing: an edit that does nothing is a slip. */
export function edit(text: readonly string[], changes: Readonly<Record<string, string>>): string[] {
  let joined = text.join('\n');
  for (const [from, to] of Object.entries(changes)) {
    if (!joined.includes(from)) throw new Error(`nothing to edit: ${from}`);
    joined = joined.replaceAll(from, to);
  }
  return joined.split('\n');
}
