interface Node<T> {
  next: Map<string, Node<T>> | null;
  values: T[] | null;
}

/** A trie over folded words: all phrases that start at a word are found in one walk. */
export class TokenTrie<T> {
  readonly root: Node<T> = { next: null, values: null };

  add(words: readonly string[], value: T): void {
    let node = this.root;
    for (const word of words) {
      node.next ??= new Map();
      let child = node.next.get(word);
      if (!child) {
        child = { next: null, values: null };
        node.next.set(word, child);
      }
      node = child;
    }
    if (node.values) node.values.push(value);
    else node.values = [value];
  }

  /** The longest phrase that starts at word `from` and lies before `to`: its values and the word after it; null where none does. */
  longest(words: readonly string[], from: number, to: number): { values: T[]; end: number } | null {
    let node: Node<T> | undefined = this.root;
    let best: { values: T[]; end: number } | null = null;
    for (let i = from; i < to; i += 1) {
      node = node.next?.get(words[i] as string);
      if (!node) break;
      if (node.values) best = { values: node.values, end: i + 1 };
    }
    return best;
  }
}
