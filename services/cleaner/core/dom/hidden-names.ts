import { hidesWords } from './hiding-style.ts';

/** A class or an id alone, or behind a tag's name. */
const ALONE = /^(?:[a-z][a-z0-9]*)?([.#])(-?[_a-z][\w-]*)$/i;
const NAME_GOES_ON = /[\w-]/;
/** A rule that fades its elements in. */
const FADES = /opacity\s*:\s*0/i;
const SHOWS = /(?:^|;)\s*(?:display\s*:\s*(?!none)|visibility\s*:\s*visible)/i;
/** What a rule that hides has at least: most have none of it. */
const HIDES =
  /:\s*none|:\s*hidden|:\s*collapse|font(?:-size)?\s*:\s*0|:\s*-\d{3}|clip|(?:width|height)\s*:\s*[01](?:px)?\b|transparent|scale/i;
/** The same for a colour on its own ground. */
const COLOURED = /(?:^|;)\s*color\s*:/i;
/** Characters of a page's styles that are read, and names that are kept: real pages hide some dozen. */
const MAX_STYLE = 400_000;
const MAX_NAMES = 300;

/**
 * Classes (`.x`) and ids (`#x`) that the page's own styles hide and nothing on the page shows again: no other rule, no script
 * that names them. What unfolds (an answer below its question) is text and not hidden.
 * @param styles contents of the page's `<style>` elements
 * @param scripts contents of its scripts; asked for only where a name is hidden
 */
export function hiddenNames(styles: readonly string[], scripts: () => string): ReadonlySet<string> {
  const hidden = new Set<string>();
  const css = styles.join('\n').slice(0, MAX_STYLE);
  for (const { selectors, declarations } of rulesOf(withoutNested(css))) {
    // Most rules are for something within something: their declarations need not be read.
    const names = loneNames(selectors);
    if (names.length === 0) continue;
    const may = HIDES.test(declarations) || (declarations.includes('background') && COLOURED.test(declarations));
    if (!may || !hidesWords(declarations) || FADES.test(declarations)) continue;
    for (const name of names) if (hidden.size < MAX_NAMES) hidden.add(name);
  }
  if (hidden.size === 0) return hidden;
  for (const name of hidden) if (isShown(name, css)) hidden.delete(name);
  const script = hidden.size === 0 ? '' : scripts();
  return new Set([...hidden].filter((name) => !script.includes(name.slice(1))));
}

/** The classes and ids that stand alone among a rule's selectors. */
function loneNames(selectors: string): string[] {
  const names: string[] = [];
  if (!selectors.includes('.') && !selectors.includes('#')) return names;
  for (const selector of selectors.split(',')) {
    const alone = ALONE.exec(selector.trim());
    if (alone) names.push(`${alone[1]}${alone[2]}`);
  }
  return names;
}

/** Does some width of the screen or some state show what has this name, wherever its rule stands? */
function isShown(name: string, css: string): boolean {
  for (let at = css.indexOf(name); at >= 0; at = css.indexOf(name, at + 1)) {
    if (NAME_GOES_ON.test(css[at + name.length] ?? '')) continue;
    const open = css.indexOf('{', at);
    if (open < 0) return false;
    const between = css.slice(at, open);
    if (between.includes(';') || between.includes('}')) continue;
    const close = css.indexOf('}', open);
    if (close < 0) return false;
    const declarations = css.slice(open + 1, close);
    if (!declarations.includes('{') && SHOWS.test(declarations)) return true;
  }
  return false;
}

/** The innermost rules, in one pass. */
function rulesOf(css: string): { selectors: string; declarations: string }[] {
  const rules: { selectors: string; declarations: string }[] = [];
  let from = 0;
  let open = css.indexOf('{');
  while (open >= 0) {
    const close = css.indexOf('}', open);
    if (close < 0) break;
    const next = css.indexOf('{', open + 1);
    if (next >= 0 && next < close) from = open + 1;
    else {
      // `@import …;` and `@charset …;` end before the first selector.
      const selectors = css.slice(from, open).split(';').at(-1) as string;
      rules.push({ selectors, declarations: css.slice(open + 1, close) });
      from = close + 1;
    }
    open = next;
  }
  return rules;
}

/** Rules inside `@media` and the like hold somewhere else (on paper, on small screens): they and keyframes are left out. */
function withoutNested(css: string): string {
  const kept: string[] = [];
  let from = 0;
  let at = css.indexOf('@');
  while (at >= 0) {
    const open = css.indexOf('{', at);
    if (open < 0) break;
    const ends = css.indexOf(';', at);
    if (ends >= 0 && ends < open) {
      at = css.indexOf('@', ends);
      continue;
    }
    kept.push(css.slice(from, at));
    from = endOf(css, open);
    at = css.indexOf('@', from);
  }
  kept.push(css.slice(from));
  return kept.join(' ');
}

/** Behind the brace that closes the one at `open`. */
function endOf(css: string, open: number): number {
  let depth = 1;
  let i = open + 1;
  let next = css.indexOf('{', i);
  while (depth > 0) {
    const close = css.indexOf('}', i);
    if (close < 0) return css.length;
    if (next >= 0 && next < close) {
      depth += 1;
      i = next + 1;
      next = css.indexOf('{', i);
    } else {
      depth -= 1;
      i = close + 1;
    }
  }
  return i;
}
