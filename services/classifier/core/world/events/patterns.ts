import { foldWord } from '../fold.ts';
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
  /** Beginnings of words (`meet*`), for languages whose endings no rule here cuts. */
  stems: string[];
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

/** Compiled rules, by the first word of their patterns, or the first letters of its stem. */
export interface PatternIndex {
  byWord: Map<string, Pattern[]>;
  /** By as many first letters of a stem as it has, up to {@link MOST_KEY}. */
  byStem: Map<string, { stem: string; patterns: Pattern[] }[]>;
}

/** Letters of a stem that the index goes by at least and at most; no stem is shorter. */
const LEAST_KEY = 2;
const MOST_KEY = 4;

/** Compiles rules once; `normal` makes words of the patterns what {@link matchAt} will be given. Throws on a pattern without words. */
export function compileRules(rules: readonly EventRule[], normal: (word: string) => string): PatternIndex {
  const index: PatternIndex = { byWord: new Map(), byStem: new Map() };
  for (const rule of rules) {
    for (const text of rule.patterns) {
      for (const variant of variants(text)) add(index, rule, variant, normal);
    }
  }
  return index;
}

/** The first rule whose pattern begins with a word. */
export function ruleOf(index: PatternIndex, word: string, cameo?: string): EventRule | undefined {
  return index.byWord.get(lemma(word))?.find((p) => cameo === undefined || p.rule.cameo === cameo)?.rule;
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

function add(index: PatternIndex, rule: EventRule, text: string, normal: (word: string) => string): void {
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
    } else if (part.startsWith('-')) not = new Set(part.slice(1).split('|').map(normal));
    else {
      const words = part.split('|');
      const whole = words.filter((w) => !w.endsWith('*')).map(normal);
      const stems = words.filter((w) => w.endsWith('*')).map((w) => foldWord(w.slice(0, -1)));
      steps.push({ words: new Set(whole), stems, least, gap });
      gap = 0;
      least = 0;
    }
  }
  const first = steps[0];
  if (!first) throw new Error(`an event pattern without words: "${text}"`);
  const pattern = { rule, steps, not };
  for (const word of first.words) put(index.byWord, word, pattern);
  for (const stem of first.stems) {
    const key = stem.slice(0, MOST_KEY);
    const held = index.byStem.get(key) ?? [];
    index.byStem.set(key, held);
    const same = held.find((other) => other.stem === stem);
    if (same) same.patterns.push(pattern);
    else held.push({ stem, patterns: [pattern] });
  }
}

function put(map: Map<string, Pattern[]>, key: string, pattern: Pattern): void {
  const list = map.get(key);
  if (list) list.push(pattern);
  else map.set(key, [pattern]);
}

function fits(step: Step, word: string): boolean {
  return step.words.has(word) || step.stems.some((stem) => word.startsWith(stem));
}

/** All phrases that start at word `i` and end before `stop`. */
export function matchAt(index: PatternIndex, lemmas: readonly string[], i: number, stop: number): PatternHit[] {
  const word = lemmas[i] as string;
  const hits: PatternHit[] = [];
  const whole = index.byWord.get(word);
  if (whole) collect(hits, whole, lemmas, i, stop);
  if (index.byStem.size === 0) return hits;
  for (let letters = LEAST_KEY; letters <= MOST_KEY && letters <= word.length; letters += 1)
    for (const { stem, patterns } of index.byStem.get(word.slice(0, letters)) ?? NONE)
      if (word.startsWith(stem)) collect(hits, patterns, lemmas, i, stop);
  return hits;
}

const NONE: readonly { stem: string; patterns: Pattern[] }[] = [];

function collect(
  hits: PatternHit[],
  patterns: readonly Pattern[],
  lemmas: readonly string[],
  from: number,
  stop: number,
): void {
  for (const pattern of patterns) {
    const to = run(pattern, lemmas, from, stop);
    if (to > 0) hits.push({ rule: pattern.rule, from, to, length: pattern.steps.length });
  }
}

function run({ steps, not }: Pattern, lemmas: readonly string[], from: number, stop: number): number {
  let at = from + 1;
  for (let n = 1; n < steps.length; n += 1) {
    const step = steps[n] as Step;
    let j = at + step.least;
    const last = Math.min(stop - 1, at + step.gap);
    while (j <= last && !fits(step, lemmas[j] as string)) j++;
    if (j > last) return 0;
    at = j + 1;
  }
  if (not) {
    for (let j = at; j < Math.min(stop, at + NOT_REACH); j += 1) if (not.has(lemmas[j] as string)) return 0;
  }
  return at;
}
