import { CAPITAL, type Scan } from '../scan.ts';

/** The small words of a language that say how its verbs stand; all folded. */
interface SmallWords {
  /** Before a noun. */
  nouns: ReadonlySet<string>;
  /** Opens what is not told as so. */
  conditions: ReadonlySet<string>;
  not: ReadonlySet<string>;
  /** What is meant, wished or to come. */
  intended: ReadonlySet<string>;
  passive: ReadonlySet<string>;
  /** Before the one who does it, in the passive and after a noun. */
  by: ReadonlySet<string>;
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const NONE: ReadonlySet<string> = new Set();

const SMALL: Readonly<Record<string, SmallWords>> = {
  fr: {
    nouns: set(
      'le la les l un une des de du d au aux ce cet cette ces son sa ses leur leurs en par pour sur contre apres avant nouvelle nouveau',
    ),
    conditions: set('si comment pourquoi'),
    not: set('ne n pas jamais sans'),
    intended: set(
      'pourrait pourraient devrait devraient veut veulent souhaite souhaitent compte prevoit envisage envisagent va vont doit doivent',
    ),
    passive: set('ete est sont fut furent'),
    by: set('par'),
  },
  de: {
    nouns: NONE,
    conditions: set('wenn falls ob sofern warum'),
    not: set('nicht kein keine keinen keiner nie ohne'),
    intended: set(
      'will wollen wolle wollten wollte soll sollen solle konnte konnten wird plant planen planten erwagt mochte mochten',
    ),
    passive: set('wurde wurden worden werde werden'),
    by: set('von vom durch'),
  },
  es: {
    nouns: set('el la los las un una unos unas de del al su sus este esta estos estas en por para sobre contra tras'),
    conditions: set('si'),
    not: set('no nunca sin ni'),
    intended: set('podria podrian deberia quiere quieren preve planea va van debe deben'),
    passive: set('fue fueron sido es son'),
    by: set('por'),
  },
  ru: {
    nouns: NONE,
    conditions: set('если бы'),
    not: set('не ни без'),
    intended: set(
      'может могут намерен намерена намерены планирует планируют собирается готов готова хочет хотят будет будут',
    ),
    passive: NONE,
    by: NONE,
  },
  tr: {
    nouns: NONE,
    conditions: set('eger'),
    not: set('degil'),
    intended: NONE,
    passive: NONE,
    by: NONE,
  },
  zh: {
    nouns: NONE,
    conditions: set('如果 若 是否 为何 为什么 要是 一旦'),
    not: set('不 未 没有 并未 尚未 未能 不会 不再 不愿 无法'),
    intended: set('将 拟 计划 打算 准备 有意 考虑 即将 有望 可能 或将 预计 或'),
    passive: set('被 遭 遭到 受到'),
    by: set('被 由 遭 遭到 受到'),
  },
};

/** How a word that tells an event stands in a sentence of a language whose syntax is not read. */
export interface Stance {
  noun: boolean;
  /** Under a condition, in a question, or negated. */
  untold: boolean;
  intended: boolean;
  passive: boolean;
}

/** Verbs of what is to come, as written: "retirará" and not "retirara", "livrera" and not "libéra". */
const FUTURE: Readonly<Record<string, RegExp>> = {
  es: /(?:[aei]rá|[aei]rán|drá|drán)$/,
  fr: /(?:era|eront|iront|dra|dront)$/,
};

/** How far before a word its small words are looked for. */
const NEAR = 6;
const NEGATED_WITHIN = 3;

/** Reads the small words before the words `from` to `to` of the sentence that begins at `start`, and in German those after, too. */
export function stanceOf(scanned: Scan, language: string, from: number, start: number, stop: number): Stance {
  const small = SMALL[language];
  if (!small) return { noun: false, untold: false, intended: false, passive: false };
  const german = language === 'de';
  const near = scanned.key.slice(Math.max(start, from - NEAR), from);
  // A German verb stands at the end of its clause, its auxiliary before or after it.
  const about = german ? [...near, ...scanned.key.slice(from + 1, Math.min(stop, from + 3))] : near;
  const has = (words: readonly string[], kind: ReadonlySet<string>) => words.some((w) => kind.has(w));
  return {
    noun: german
      ? from > start && (scanned.shape[from] as number) >= CAPITAL
      : small.nouns.has(scanned.key[from - 1] ?? ''),
    untold: has(near, small.conditions) || has(near.slice(-NEGATED_WITHIN), small.not),
    intended:
      has(about, small.intended) ||
      (FUTURE[language]?.test(
        scanned.text.slice(scanned.start[from], scanned.end[from]).normalize('NFC').toLowerCase(),
      ) ??
        false),
    passive: has(about, small.passive) || (german && has(verbEnd(scanned, from, stop), PARTICIPLES)),
  };
}

/** "zu zwölf Jahren Haft verurteilt worden": the end of a German clause shows the passive. */
const PARTICIPLES = set('worden wurde wurden');
const VERB_END_WITHIN = 8;

/** The words behind `from` up to the end of its clause. */
function verbEnd(scanned: Scan, from: number, stop: number): string[] {
  const last = Math.min(stop, from + VERB_END_WITHIN);
  let i = from + 1;
  while (i < last && !/[,;:.]/.test(scanned.text.slice(scanned.end[i - 1], scanned.start[i]))) i += 1;
  return scanned.key.slice(from + 1, i);
}

/** Whether the word before names the one who does it. */
export function isBy(scanned: Scan, language: string, at: number): boolean {
  const by = SMALL[language]?.by;
  if (!by) return false;
  return by.has(scanned.key[at - 1] ?? '') || by.has(scanned.key[at - 2] ?? '');
}
