/** Locales whose month names are read; names come from the runtime's own CLDR data. */
const LOCALES =
  'en de fr es it pt nl sv da nb fi et lv lt pl cs sk sl hr sr sr-Latn bs hu ro bg mk ru uk be kk tr az el sq ar ar-EG ar-SY ar-MA fa he hi bn ta te ur id ms fil sw vi th ka hy ca gl eu is ga mt af lb mn ky uz am'.split(
    ' ',
  );

let table: Map<string, number> | null = null;
let pattern: string | null = null;

function build(): Map<string, number> {
  const names = new Map<string, number>();
  const put = (name: string, month: number): void => {
    const key = foldMonth(name);
    if (key.length >= 2 && !/^\d/.test(key) && !names.has(key)) names.set(key, month);
  };
  for (const locale of LOCALES) {
    for (const style of ['long', 'short'] as const) {
      const inDate = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, {
        month: style,
        day: 'numeric',
        timeZone: 'UTC',
      });
      const alone = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { month: style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month += 1) {
        const day = new Date(Date.UTC(2021, month, 15));
        put(alone.format(day), month + 1);
        const part = inDate.formatToParts(day).find((p) => p.type === 'month');
        if (part) put(part.value, month + 1);
      }
    }
  }
  put('sept', 9);
  return names;
}

export function foldMonth(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('\u0307', '')
    .replace(/\.|\u200c|\u200d|\u200e|\u200f/g, '')
    .trim();
}

/** The month (1 to 12) of a name in any of the locales, or null. Abbreviation points do not count. */
export function monthOf(name: string): number | null {
  table ??= build();
  return table.get(foldMonth(name)) ?? null;
}

/** All month names as a regular expression's alternatives, longest first. */
export function monthPattern(): string {
  table ??= build();
  pattern ??= [...table.keys()]
    .sort((a, b) => b.length - a.length)
    .map((n) => n.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  return pattern;
}
