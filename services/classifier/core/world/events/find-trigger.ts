import type { NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import { CAPITAL, LOWER, type Scan } from '../scan.ts';
import { lemma } from './lemma.ts';
import { matchAt, type PatternHit, type PatternIndex, ruleOf } from './patterns.ts';

/** The phrase that tells a sentence's event. */
export interface Trigger {
  hit: PatternHit;
  score: number;
  modality: NewsEvent['modality'];
}

/** Clauses that tell circumstances rather than the news of the sentence. */
const SUBORDINATE = new Set(
  'after following because since while when whose which who where amid despite before until if although though unless whom during over'.split(
    ' ',
  ),
);
const DETERMINERS = new Set(
  'the a an this that these those its his her their our no any some another more further such of for in on by at from against with recent alleged new latest possible one two three several many'.split(
    ' ',
  ),
);
const FUTURE = new Set(
  'will would shall plan planned plans planning want wants hope hopes scheduled due expected expects set intends intend intended may might could should'.split(
    ' ',
  ),
);
const NEGATION = new Set('not never no neither nor'.split(' '));
const FIRST_PERSON = new Set(['i', 'we', 'you']);
const OBLIGATION = new Set(['must', 'should']);
const DENIAL = new Set(['deny', 'denies', 'denied', 'denying']);
const CONTRACTED: Record<string, string> = {
  won: 'will',
  don: 'do',
  didn: 'do',
  doesn: 'do',
  isn: 'be',
  wasn: 'be',
  aren: 'be',
  weren: 'be',
  wouldn: 'would',
  couldn: 'could',
  shouldn: 'should',
  hasn: 'have',
  haven: 'have',
  hadn: 'have',
  can: 'can',
  cannot: 'can',
};
/** What turns into its refusal when negated. */
const FRIENDLY = new Set(['CONSULT', 'AGREE', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT']);

const PAPERS = new Set(
  'report statement letter video document study article poll survey interview text transcript data figures'.split(' '),
);

/** Weights measured on one half of the labelled sentences, checked on the other. */
const LATER_WORD = 0.025;
const IN_SUBORDINATE = 0.5;
const NOUN_LIKE = 0.35;
const GERUND = 0.2;
const INFINITIVE = 0.12;
const VERB_LIKE = 0.17;
const COMPOUND = 0.6;
const AFTER_VERB = 0.12;
const LONGER = 0.08;
const LEAST = 0.55;

/** The lemmas of a scan's words, contractions undone. */
export function lemmas(scanned: Scan): string[] {
  const out: string[] = new Array(scanned.key.length);
  for (let i = 0; i < scanned.key.length; i += 1) {
    const key = scanned.key[i] as string;
    if (key === 't' && i > 0 && CONTRACTED[scanned.key[i - 1] as string]) {
      out[i] = 'not';
      out[i - 1] = CONTRACTED[scanned.key[i - 1] as string] as string;
    } else out[i] = lemma(key);
  }
  return out;
}

/** The phrases that tell what happened in the words from `start` to `stop`, best first, each word's best one only. */
export function findTriggers(
  scanned: Scan,
  words: string[],
  index: PatternIndex,
  start: number,
  stop: number,
): Trigger[] {
  const found: Trigger[] = [];
  const subordinate = subordinateWords(scanned, start, stop);
  let verbs = false;
  for (let i = start; i < stop; i += 1) {
    const hits = matchAt(index, words, i, stop);
    if (hits.length === 0 || isMonth(scanned, i)) continue;
    const noun = nounLike(scanned, words, i, start);
    let best: Trigger | null = null;
    for (const hit of hits) {
      let score = hit.rule.weight + LONGER * (hit.length - 1) - LATER_WORD * Math.min(i - start, 24);
      if (subordinate[i - start]) score -= IN_SUBORDINATE;
      score -= noun;
      if (verbs && noun >= 0) score -= AFTER_VERB;
      if ((scanned.key[i] as string).endsWith('ing') && !isAuxiliary(words[i - 1])) score -= GERUND;
      if (!best || score > best.score) best = { hit, score, modality: 'happened' };
    }
    if (best && best.score >= LEAST) found.push(best);
    // The first verb of the main clause is the news; what follows it hangs on it.
    if (noun <= 0 && !subordinate[i - start]) verbs = true;
  }
  // "were killed" is told by "killed", which shows that it is a passive.
  const led = found.map((trigger) => (words[trigger.hit.from] === 'be' ? fromVerb(trigger) : trigger));
  led.sort((a, b) => b.score - a.score);
  return led.filter(({ hit }, n) => !led.slice(0, n).some((better) => isSameWord(better.hit, hit)));
}

/** The trigger of "was struck by a drone" from "struck" on. */
function fromVerb(trigger: Trigger): Trigger {
  const { from, to } = trigger.hit;
  return to > from + 1 ? { ...trigger, hit: { ...trigger.hit, from: from + 1 } } : trigger;
}

function isSameWord(one: PatternHit, other: PatternHit): boolean {
  return one.from === other.from && one.rule.class === other.rule.class;
}

/** A trigger with what its surroundings make of it: intended, denied, refused; null where they take it back. */
export function inItsPlace(
  scanned: Scan,
  words: string[],
  index: PatternIndex,
  start: number,
  trigger: Trigger,
): Trigger | null {
  const { from } = trigger.hit;
  const before = scanned.key.slice(Math.max(start, from - 5), from);
  const near = words.slice(Math.max(start, from - 3), from);
  // "We will never sign": somebody's words, whose author this sentence need not tell.
  if (scanned.key.slice(Math.max(start, from - 4), from).some((k) => FIRST_PERSON.has(k))) return null;
  if (near.some((w) => NEGATION.has(w))) {
    if (!FRIENDLY.has(trigger.hit.rule.class)) return null;
    const reject = ruleOf(index, 'reject');
    return reject ? { ...trigger, hit: { ...trigger.hit, rule: reject } } : null;
  }
  // "She must leave office", "is resisting calls to resign": wanted of her, not done.
  if (isWanted(scanned.key, from)) return null;
  if (OBLIGATION.has(scanned.key[from] as string)) return { ...trigger, modality: 'requested' };
  if (before.some((w) => DENIAL.has(w))) return { ...trigger, modality: 'denied' };
  if (before.some((w) => FUTURE.has(w)) || FUTURE.has(scanned.key[from] as string))
    return intended({ ...trigger, modality: 'planned' }, near, index);
  // "considers airstrikes", "fears of an attack", "to address the assembly" in a headline: not yet so.
  if (before.some((w) => WEIGHED.has(w)) || (start === 0 && before.at(-1) === 'to'))
    return { ...trigger, modality: 'planned' };
  if (trigger.hit.rule.class === 'REQUEST') return { ...trigger, modality: 'requested' };
  if (trigger.hit.rule.class === 'THREATEN') return { ...trigger, modality: 'planned' };
  return trigger;
}

const CALLS = new Set('call calls pressure demand demands appeal appeals'.split(' '));

/** Whether a verb at `from` is only wanted of somebody: an obligation stands at once before it, or a call to it. */
function isWanted(keys: readonly string[], from: number): boolean {
  if (OBLIGATION.has(keys[from - 1] ?? '')) return true;
  const to = keys[from] === 'to' ? from : from - 1;
  return keys[to] === 'to' && CALLS.has(keys[to - 1] ?? '');
}

/** What is weighed, feared, prepared or asked for has not happened. */
const WEIGHED = new Set(
  'consider considers considering considered weigh weighs weighing mull mulls mulling fear fears feared prepare prepares preparing ready poised possible potential looming proposed urge urges urged urging authorize authorized authorizes authorise authorised authorizing approve approved approves approving voted vote threat threats risk'.split(
    ' ',
  ),
);

const INTENT = new Set(['will', 'would', 'plan', 'want', 'hope']);
/** Classes whose announcement is an intention to cooperate (CAMEO 03) or a threat (CAMEO 13). */
const COOPERATIVE = new Set(['SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT']);
const HOSTILE = new Set(['SANCTION', 'COERCE', 'ASSAULT', 'PROTEST']);

function intended(trigger: Trigger, near: string[], index: PatternIndex): Trigger {
  if (!near.some((w) => INTENT.has(w))) return trigger;
  const kind = trigger.hit.rule.class;
  // CAMEO 036: the intent to meet is not yet the meeting.
  const meet = kind === 'CONSULT' ? ruleOf(index, 'agree', '036') : undefined;
  if (meet) return { ...trigger, hit: { ...trigger.hit, rule: meet } };
  // A resignation that is announced is told as one.
  if (trigger.hit.rule.mode === 'resign') return trigger;
  const rule = COOPERATIVE.has(kind)
    ? ruleOf(index, 'promise')
    : HOSTILE.has(kind)
      ? ruleOf(index, 'threaten')
      : undefined;
  if (!rule) return trigger;
  return { ...trigger, modality: rule.class === 'THREATEN' ? 'planned' : 'happened', hit: { ...trigger.hit, rule } };
}

const BEFORE_MONTH = new Set('in since until of last early late mid from by this next'.split(' '));

/** "March 12", "in March", "12 March": the month and not the act, which no text writes with a capital there. */
function isMonth(scanned: Scan, i: number): boolean {
  if (scanned.key[i] !== 'march' || scanned.shape[i] === LOWER) return false;
  const [before, after] = [scanned.key[i - 1] ?? '', scanned.key[i + 1] ?? ''];
  return /^\d/.test(after) || /^\d/.test(before) || BEFORE_MONTH.has(before);
}

function isAuxiliary(word: string | undefined): boolean {
  return word === 'be' || word === 'have';
}

/** A word after a determiner or preposition is a noun ("the attack", "of protest"), one after an auxiliary or a name a verb. */
function nounLike(scanned: Scan, words: readonly string[], i: number, start: number): number {
  // "Ousted President Akayev": said of who follows.
  if (i === start)
    return (scanned.key[i] as string).endsWith('ed') && scanned.shape[i + 1] !== LOWER && !headline(scanned, i)
      ? COMPOUND
      : 0;
  const before = scanned.key[i - 1] as string;
  // "UN-backed", "rebel-held": said of the noun that follows.
  if (scanned.text[(scanned.start[i] as number) - 1] === '-') return COMPOUND;
  if (before === 'to') return INFINITIVE;
  // "a report released Tuesday": said of the paper, not of an actor.
  if (PAPERS.has(before) && (scanned.key[i] as string).endsWith('ed')) return COMPOUND;
  if (isAuxiliary(words[i - 1]) || FUTURE.has(before) || before.endsWith('ly') || before === 'also') return -VERB_LIKE;
  if (DETERMINERS.has(before)) return NOUN_LIKE;
  const ed = /(?:ed|ing)$/.test(scanned.key[i] as string);
  if (!ed && i > start + 1 && DETERMINERS.has(scanned.key[i - 2] as string) && scanned.shape[i - 1] === LOWER)
    return NOUN_LIKE / 2;
  if ((scanned.shape[i] as number) >= CAPITAL && !headline(scanned, i)) return NOUN_LIKE;
  if (scanned.shape[i - 1] !== LOWER && ed) return -VERB_LIKE;
  return 0;
}

/** Capitals on both sides of a word are a headline's style, not a name. */
function headline(scanned: Scan, i: number): boolean {
  let capital = 0;
  for (let j = Math.max(0, i - 3); j <= i + 3; j += 1)
    if (scanned.sentence[j] === scanned.sentence[i] && scanned.shape[j] !== LOWER) capital += 1;
  return capital > 4;
}

/** For each word whether it stands in a clause of circumstance: from its marker to the next comma. */
function subordinateWords(scanned: Scan, start: number, stop: number): Uint8Array {
  const inside = new Uint8Array(stop - start);
  let on = false;
  for (let i = start; i < stop; i += 1) {
    if (i > start && scanned.text[scanned.end[i - 1] as number] === ',') on = false;
    if (SUBORDINATE.has(scanned.key[i] as string)) on = true;
    if (on) inside[i - start] = 1;
  }
  return inside;
}
