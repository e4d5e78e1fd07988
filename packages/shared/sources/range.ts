/** How many: one number where `min` and `max` are the same. */
export interface Range {
  min: number;
  max: number;
}

/**
 * How few and how many different owners some texts can have, where each has one of several.
 * @param choices for each text the keys of those who may stand behind it; none of the lists is empty
 */
export function distinctOwners(choices: readonly (readonly string[])[]): Range {
  return { min: fewest(choices), max: most(choices) };
}

/** The most: a maximum matching of texts and owners, by augmenting paths. */
function most(choices: readonly (readonly string[])[]): number {
  const holder = new Map<string, number>();
  const settle = (text: number, tried: Set<string>): boolean => {
    for (const key of choices[text]!) {
      if (tried.has(key)) continue;
      tried.add(key);
      const held = holder.get(key);
      if (held === undefined || settle(held, tried)) {
        holder.set(key, text);
        return true;
      }
    }
    return false;
  };
  for (let text = 0; text < choices.length; text += 1) settle(text, new Set());
  return holder.size;
}

/** The fewest: those without choice are settled; then whoever stands for most of the rest. Two or three contested texts are the rule, where this is exact. */
function fewest(choices: readonly (readonly string[])[]): number {
  const taken = new Set(choices.filter(({ length }) => length === 1).map(([key]) => key!));
  let open = choices.filter((keys) => !keys.some((key) => taken.has(key)));
  while (open.length > 0) {
    const counts = new Map<string, number>();
    for (const key of open.flat()) counts.set(key, (counts.get(key) ?? 0) + 1);
    const [best] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
    taken.add(best);
    open = open.filter((keys) => !keys.includes(best));
  }
  return taken.size;
}
