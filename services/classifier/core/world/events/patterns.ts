import { lemma } from './lemma.ts';

/** One kind of event and the phrases that tell it, as lists/events-LANGUAGE.json holds it. */
export interface EventRule {
  /** PLOVER's 2021 class. */
  class: string;
  cameo: string;
  mode: string | null;
  /** How surely the phrases tell the class; only the order of weights matters. */
  weight: number;
  /**
   * Phrases over lemmas: `a|b` alternatives, `~3` up to three words between (`~1-3` at least one), `-a|b` none of these may follow.
   */
  patterns: string[];
}

interface Step {
  words: Set<string>;
  /** Words that must and that may stand before this one. */
  least: number;
  gap: number;
}

interface Pattern {
  rule: EventRule;
  steps: Step[];
  not: Set<string> | null;
}

/** A phrase found: words `from` (inclusive) to `to` (exclusive). */
export interface PatternHit {
  rule: EventRule;
  from: number;
  to: number;
  /** Words of the pattern; longer ones say more. */
  length: number;
}

/** How far after a phrase its forbidden words are looked for. */
const NOT_REACH = 6;

/** Compiled rules, by the first word of their patterns. */
export type PatternIndex = Map<string, Pattern[]>;

/** Compiles rules once. Throws on a pattern without words. */
export function compileRules(rules: readonly EventRule[]): PatternIndex {
  const index: PatternIndex = new Map();
  for (const rule of rules) {
    for (const text of rule.patterns) {
      for (const variant of variants(text)) add(index, rule, variant);
    }
  }
  return index;
}

/** A scan parts hyphened words, so `cease-fire` as an alternative becomes a pattern of its own with two words. */
function variants(text: string): string[] {
  const parts = text.split(' ');
  const at = parts.findIndex((p) => p.includes('-', 1) && !p.startsWith('-') && !p.startsWith('~'));
  if (at < 0) return [text];
  const alternatives = (parts[at] as string).split('|');
  const plain = alternatives.filter((a) => !a.includes('-'));
  const forms = alternatives.filter((a) => a.includes('-')).map((a) => a.replaceAll('-', ' '));
  if (plain.length > 0) forms.push(plain.join('|'));
  return forms.flatMap((form) => variants([...parts.slice(0, at), form, ...parts.slice(at + 1)].join(' ')));
}

function add(index: PatternIndex, rule: EventRule, text: string): void {
  const steps: Step[] = [];
  let not: Set<string> | null = null;
  let gap = 0;
  let least = 0;
  for (const part of text.split(' ')) {
    if (part === '' || part === '-') continue;
    if (part.startsWith('~')) {
      const [low, high] = part.slice(1).split('-');
      least = high === undefined ? 0 : Number(low);
      gap = Number(high ?? low);
    } else if (part.startsWith('-')) not = new Set(part.slice(1).split('|').map(lemma));
    else {
      steps.push({ words: new Set(part.split('|').map(lemma)), least, gap });
      gap = 0;
      least = 0;
    }
  }
  const first = steps[0];
  if (!first) throw new Error(`an event pattern without words: "${text}"`);
  for (const word of first.words) {
    const list = index.get(word);
    if (list) list.push({ rule, steps, not });
    else index.set(word, [{ rule, steps, not }]);
  }
}

/** All phrases that start at word `i` and end before `stop`. */
export function matchAt(index: PatternIndex, lemmas: readonly string[], i: number, stop: number): PatternHit[] {
  const patterns = index.get(lemmas[i] as string);
  if (!patterns) return [];
  const hits: PatternHit[] = [];
  for (const pattern of patterns) {
    const to = run(pattern, lemmas, i, stop);
    if (to > 0) hits.push({ rule: pattern.rule, from: i, to, length: pattern.steps.length });
  }
  return hits;
}

function run({ steps, not }: Pattern, lemmas: readonly string[], from: number, stop: number): number {
  let at = from + 1;
  for (let n = 1; n < steps.length; n++) {
    const step = steps[n] as Step;
    let j = at + step.least;
    const last = Math.min(stop - 1, at + step.gap);
    while (j <= last && !step.words.has(lemmas[j] as string)) j++;
    if (j > last) return 0;
    at = j + 1;
  }
  if (not) {
    for (let j = at; j < Math.min(stop, at + NOT_REACH); j++) if (not.has(lemmas[j] as string)) return 0;
  }
  return at;
}
