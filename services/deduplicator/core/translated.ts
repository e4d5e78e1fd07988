/** Pairs of quotation marks that a language's own desks write; what is not listed is judged by the other signs alone. */
const NATIVE: Readonly<Record<string, string>> = {
  en: '“”‘’""',
  de: '„“»«""',
  nl: '“”„‘’""',
  fr: '«»“”""',
  es: '«»“”""',
  it: '«»“”""',
  pt: '«»“”""',
  ru: '«»„“""',
  uk: '«»„“""',
  pl: '„”«»""',
  tr: '“”""',
  ar: '«»“”""',
  fa: '«»""',
  zh: '“”「」『』《》',
  ja: '「」『』',
};
const MARKS = /[„“”‟«»「」『』]|<<|>>|,,|''|``/gu;
/** So often a sign must stand in a text, all kinds together, before it says anything: a slip of the pen is no translation. */
const LEAST_SIGNS = 2;

const SIGNS: readonly [string, RegExp][] = [
  ['spaces inside quotation marks', /(?<=\s)["“„] \p{L}[^"”“\n]{1,200} ["”“](?=[\s.,;]|$)/gu],
  ['spaces before full stops and commas', /(?<=\p{L}) [.,](?=\s|$)/gu],
  ['words that stand twice', /(?<![\p{L}\p{M}])(\p{L}{2,}) \1(?![\p{L}\p{M}])/giu],
  ['words of another script', /(?<=\p{Ll} )\p{Script=Cyrillic}{3,}(?= \p{Script=Latin})/gu],
  ['marks doubled', /""\p{L}|[“„]{2}|[”]{2}/gu],
];

/** Characters that are read: a machine's hand shows at once. */
const READ = 20_000;

/**
 * What in a text looks as a machine's translation does: quotation marks that the language does not have or of several kinds at once,
 * odd spacing and wording. A weak hint, for some newsrooms write so; null where there is too little of it.
 */
export function translationSigns(whole: string, language: string | null): string | null {
  const text = whole.slice(0, READ);
  const found: string[] = [];
  let count = 0;
  const foreign = foreignMarks(text, language);
  if (foreign.length > 0) {
    found.push(`quotation marks of other languages (${[...new Set(foreign)].slice(0, 3).join(' ')})`);
    count += foreign.length;
  }
  for (const [name, pattern] of SIGNS) {
    const times = text.match(pattern)?.length ?? 0;
    if (times === 0) continue;
    found.push(name);
    count += times;
  }
  return count >= LEAST_SIGNS ? found.join(', ') : null;
}

function foreignMarks(text: string, language: string | null): string[] {
  const native = NATIVE[language ?? ''];
  if (native === undefined) return [];
  return (text.match(MARKS) ?? []).filter((mark) => !native.includes(mark));
}
