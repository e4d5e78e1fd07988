import { CAPITAL, LOWER, type Scan, UPPER } from '../scan.ts';
import type { Clause } from './clause.ts';
import type { Trigger } from './find-trigger.ts';
import { lemma } from './lemma.ts';
import type { Cast } from './told-event.ts';

/** Compiles the lists' `class -> verbs` once: words that seldom tell another thing. */
export function sureWords(lists: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(
    Object.entries(lists).flatMap(([plover, verbs]) => verbs.split(' ').map((verb) => `${plover} ${lemma(verb)}`)),
  );
}

/** Whether an event is told outright: one who can act, a verb of that deed, and nothing between that takes it back. */
export function isOutright(scanned: Scan, { hit }: Trigger, clause: Clause, sure: ReadonlySet<string>): boolean {
  return (
    sure.has(`${hit.rule.class} ${lemma(scanned.key[hit.from] as string)}`) &&
    (clause.form === 'finite' || clause.form === 'passive') &&
    clause.fit !== 'other' &&
    clause.fit !== 'none' &&
    !clause.open
  );
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const GUESSING = words(
  'believe believes believed think thinks thought expect expects expected fear fears feared hope hopes hoped hoping expecting fearing',
);
/** "declined to comment": nothing is refused to anybody. */
const SILENCE = words('comment confirm say answer discuss identify name elaborate speak specify speculate disclose');

/** "sought to reassure": whether it came to that is not told. */
const TRYING = words('sought seek seeks seeking tried tries try trying hoped aimed aims struggled failed attempted');

/** After "warned that": what the one who warns will do itself. */
const OWN = words('it they he she we its their');

const REFLEXIVE = words('himself herself itself themselves yourself myself ourselves');
const HEDGES = words('could may might would should can cannot');
/** What does violence; without any of it, what kills is a bus, a storm or a fire. */
const VIOLENT =
  /^(?:attack|assault|bomb|shell|rocket|missile|mortar|gun|shoot|shot|fire[ds]?$|strik|struck|raid|clash|rebel|soldier|troop|suicid|terror|blast|militant|militia|sniper|ambush|massacr|execut|behead|stab|knif|assassin|murder|invad|invasion|fight|fought|forces$|army|armed|insurgen|jihad|war|warplane|jet|drone|police|mob|airstrike|air|explosive|mine$|violence|offensive|battle|combat|grenade|chemical|poison|nerve|weapon|artillery|tank|barrage|torture|lynch|kidnap|abduct|hostage|slain|slaughter|genocid|siege|coup|extremis|isis$|isil$|taliban|qaeda|hezbollah|hamas|houthi|boko|down(?:ed|ing)$)/;
/** Whether words tell of violence besides an "attack", which may be one of words. */
export function hasViolence(keys: readonly string[]): boolean {
  return keys.some((k) => VIOLENT.test(k) && !/^(?:attack|assault|war$)/.test(k));
}

/** Spoken words: what a headline gives as said, and what buttons and captions of a page say. */
const PAGE =
  /\b(?:must watch|just watched|story highlights|hide caption|toggle caption|image copyright|media caption|replay more videos|read more|share this|getty|enlarge this)\b/i;
/** Acts that need somebody who does them. */
const DEEDS = words(
  'ACCUSE REQUEST REJECT THREATEN AGREE SUPPORT CONSULT AID COERCE SANCTION MOBILIZE COOPERATE PROTEST',
);
/** Share of words in capitals above which a run of words is a page's furniture. */
const LOUD = 0.35;
const LEAST_LOUD = 6;

/** What speaks against an event that a sentence seems to tell. */
export interface Doubt {
  why: string;
  /** Whether it leaves no doubt: in an article, which tells other things too, there is no event then. */
  certain: boolean;
}

/** Why what a sentence seems to tell is likely something else; null where nothing speaks against it. */
export function doubtOf(
  scanned: Scan,
  { hit, modality }: Trigger,
  clause: Clause,
  cast: Cast,
  { start, stop, isHeadline }: { start: number; stop: number; isHeadline: boolean },
): Doubt | null {
  const { rule, from, to } = hit;
  const surely = (why: string): Doubt => ({ why, certain: true });
  const maybe = (why: string): Doubt => ({ why, certain: false });
  if (clause.open) return surely('under a condition');
  if (REFLEXIVE.has(scanned.key[to] ?? '') || REFLEXIVE.has(scanned.key[from + 1] ?? ''))
    return surely('done to oneself');
  if (clause.fit === 'other' && clause.form !== 'passive' && DEEDS.has(rule.class)) return maybe('nobody does it');
  if (rule.class === 'CONSULT' && clause.form === 'passive' && !scanned.key.slice(to, to + 8).includes('by'))
    return surely('met by no one');
  const key = scanned.key[from] as string;
  if (rule.class === 'ACCUSE' && (key === 'concerned' || key === 'worried')) return surely('a state of mind');
  if (key.startsWith('warn') && scanned.key[to] === 'that' && !OWN.has(scanned.key[to + 1] ?? ''))
    return maybe('warned of what others do');
  const next = scanned.key[to] ?? '';
  if (
    (key === 'sought' || key === 'seek' || key === 'seeks' || key === 'seeking') &&
    (next === 'to' || scanned.key[from + 1] === 'to')
  )
    return surely('sought for oneself');
  if (clause.form === 'infinitive' && TRYING.has(scanned.key[from - 2] ?? '')) return surely('only tried');
  if (rule.class === 'REJECT' && scanned.key.slice(from + 1, from + 4).some((k) => SILENCE.has(k)))
    return surely('declined to speak');
  if ((rule.class === 'AGREE' || rule.class === 'THREATEN') && clause.under === 'said' && modality !== 'denied') {
    const speaker = cast.teller;
    if (scanned.key.slice(start, from).some((k) => GUESSING.has(k))) return surely('a guess');
    if (clause.fit === 'other' || (clause.fit === 'agent' && speaker !== null && !cast.source.includes(speaker)))
      return surely('said of another');
  }
  const near = scanned.key.slice(Math.max(start, from - 3), from);
  if (near.some((k) => HEDGES.has(k)) && !clauseSpeaks(rule.class)) return maybe('only possible');
  if (rule.class === 'ASSAULT' && !scanned.key.slice(start, stop).some((k) => VIOLENT.test(k)))
    return surely('nothing violent');
  if (
    (scanned.key[from] === 'must' || scanned.key[from] === 'should') &&
    cast.teller === null &&
    modality === 'requested'
  )
    return surely('owed to nobody named');
  if (clause.form === 'noun' && !isHeadline && !isOwned(scanned, from, to, start)) return maybe('a noun in passing');
  return null;
}

/** Classes that are speech: "would welcome" is said all the same. */
function clauseSpeaks(plover: string): boolean {
  return plover === 'AGREE' || plover === 'THREATEN' || plover === 'REQUEST' || plover === 'REJECT';
}

const OWNED = words('by between against on with to');
const HAPPENS = words(
  'begin began begun start started kill killed end ended resume resumed continue continued held took wounded left hit drew open opened injured claimed follow followed broke',
);

/** A noun tells an event where it has its parties beside it and something is said to become of it. */
function isOwned(scanned: Scan, from: number, to: number, start: number): boolean {
  const before = scanned.key[from - 1] ?? '';
  const own =
    OWNED.has(scanned.key[to] ?? '') ||
    OWNED.has(scanned.key[to - 1] ?? '') ||
    before === 's' ||
    (from > start && (scanned.shape[from - 1] as number) >= CAPITAL);
  if (!own) return false;
  const last = Math.min(scanned.key.length, to + 14);
  for (let i = to; i < last && scanned.sentence[i] === scanned.sentence[from]; i += 1)
    if (HAPPENS.has(scanned.key[i] as string)) return from - start < 8;
  return false;
}

/** Whether the words `start` to `stop`, written `sentence`, are a page's furniture rather than its text. */
export function isFurniture(scanned: Scan, start: number, stop: number, sentence: string): boolean {
  const bar = sentence.indexOf(' | ');
  return PAGE.test(sentence) || (bar >= 0 && sentence.indexOf(' | ', bar + 1) >= 0) || isLoud(scanned, start, stop);
}

/** A run of capitals that no headline is: menus, captions and other pages' headlines that stuck to the text. */
function isLoud(scanned: Scan, start: number, stop: number): boolean {
  let upper = 0;
  let capital = 0;
  for (let i = start; i < stop; i += 1) {
    if (scanned.shape[i] === UPPER && (scanned.key[i] as string).length > 3) upper += 1;
    if (scanned.shape[i] !== LOWER) capital += 1;
  }
  const length = stop - start;
  return length >= LEAST_LOUD && (upper / length > 0.3 || (length > 24 && capital / length > LOUD + 0.2));
}
