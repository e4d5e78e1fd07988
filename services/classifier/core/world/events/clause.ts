import { LOWER, type Scan } from '../scan.ts';
import type { Actor } from './find-actors.ts';

/** How the word that tells an event stands in its sentence. */
export type Form = 'finite' | 'passive' | 'infinitive' | 'gerund' | 'noun';

/** The clause of an event's word: who stands as its subject, and how far its objects reach. */
export interface Clause {
  form: Form;
  /** Those of the actors that the verb's own subject names; [] where it names none of them. */
  subject: Actor[];
  /**
   * `agent`: the subject is one who can act; `owner`: one is named only as whose it is ("Chad's economy"); `pronoun`; `shared`: taken over from
   * the verb before ("came and met"); `other`: something else stands there; `none`: there is no subject, as of a noun.
   */
  fit: 'agent' | 'owner' | 'pronoun' | 'shared' | 'other' | 'none';
  /** The first word at which no object of the verb can stand any more. */
  reach: number;
  /** Whether it stands under "if", "whether" and the like, or among what is feared or possible. */
  open: boolean;
  /** Whether a verb of saying or a relative stands over it. */
  under: 'main' | 'said' | 'relative' | 'circumstance';
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const AUXILIARIES = words(
  'is are was were be been being am has have had having do does did will would shall should can could may might must get gets got',
);
const BE = words('is are was were be been being am get gets got');
const PREPOSITIONS = words(
  'in at on by for with from to into of over under near outside inside across around throughout against between among about through during within without toward towards onto upon amid despite beyond behind above below along via per',
);
const DETERMINERS = words(
  'the a an this that these those its his her their our my your no any some another more further each every several many both all such',
);
const PRONOUNS = words('he she they it we i you');
const RELATIVES = words('who which that');
/** What opens a clause of circumstance, and after it whoever acts there. */
const CIRCUMSTANCE = words('as after before since until while when because although though where whereas once');
const CONDITIONS = words('if unless whether lest');
const SAYING = words(
  'said say says saying told tells found finds believes believe believed thinks think thought claims claimed reported reports announced announces confirmed adds added argues argued insisted insists hopes fears feared suggests suggested shows showed knows knew denied denies',
);
const POSSIBLE = words(
  'possibility fear fears risk risks prospect prospects chance chances threat idea likelihood potential rumours rumors hypothetical',
);
const JOINS = words('and or but then');
const ADVERBS = words(
  'also still not never again already now then since even just only yet once soon later earlier first t',
);
const TIMES = words(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month year day night morning afternoon evening weekend',
);
/** Past forms that the ending does not show. */
const PAST = words(
  'met held told spoke gave sent took made went came left flew paid broke struck shot fought sought brought built kept led withdrew blew drew won lost saw began became put hit set cut',
);
/** Endings of people: "Russian hackers", "Danish nurses". */
const PEOPLE = /(?:[eo]rs?|ists?|ians?|men|women|people|citizens|nationals|troops|forces|nurses|guards|party|parties)$/;
/** Words of an object that are looked at. */
const REACH = 16;
const MOST_INSERTS = 3;

/** Reads the clause of the word at `from` in the sentence of the words `start` to `stop`. */
export function readClause(
  scanned: Scan,
  actors: readonly Actor[],
  { from, to }: { from: number; to: number },
  start: number,
  stop: number,
): Clause {
  const group = groupStart(scanned, from, start);
  const form = formOf(scanned, actors, from, group, start);
  const open = isOpen(scanned, start, group);
  const reach = reachOf(scanned, actors, to, stop);
  if (form === 'noun') return { form, subject: [], fit: 'none', reach, open, under: 'main' };
  const found = subjectOf(scanned, actors, group, start, form === 'infinitive' || form === 'gerund');
  return { form, reach, open, ...found };
}

/** The first word of the verb's own group: auxiliaries, adverbs and "not" before it. */
function groupStart(scanned: Scan, from: number, start: number): number {
  let i = from;
  while (i > start) {
    const key = scanned.key[i - 1] as string;
    if (hasComma(scanned, i - 1)) break;
    if (!AUXILIARIES.has(key) && !ADVERBS.has(key) && !(key.endsWith('ly') && key.length > 4)) break;
    i -= 1;
  }
  return i;
}

/** Endings of nouns that are no verbs as well. */
const NOUN_ENDING = /(?:[ts]ion|ment|ism|ance|ence|sal|ship|talk|talks|deal|accord|summit|treaty|ceasefire)s?$/;
/** What follows a noun of an act rather than the verb: "attack on", "visit by". */
const AFTER_NOUN = words(
  'on by against with between in of at from to over for after and that is was were are has have',
);

/** Whether a word that may be a noun or a verb is the noun here: by what stands before it, and by what follows. */
function isNoun(scanned: Scan, actors: readonly Actor[], i: number, start: number): boolean {
  const key = scanned.key[i] as string;
  const before = i > start ? (scanned.key[i - 1] as string) : '';
  const after = scanned.sentence[i + 1] === scanned.sentence[i] ? (scanned.key[i + 1] as string) : '';
  if (PAST.has(key) || key.endsWith('ed')) return false;
  if (NOUN_ENDING.test(key)) return true;
  if (before === 's' || before === 'of' || DETERMINERS.has(before)) return true;
  if (PREPOSITIONS.has(before) && before !== 'to') return !key.endsWith('ing') || AFTER_NOUN.has(after);
  if (before === '' || before === 'to' || AUXILIARIES.has(before) || ADVERBS.has(before) || PRONOUNS.has(before))
    return false;
  const follows = after === '' || AFTER_NOUN.has(after) || hasComma(scanned, i);
  if (key.endsWith('ing')) return follows && scanned.shape[i - 1] === LOWER && !BE.has(before);
  const owner = actors.find((a) => a.to === i);
  if (owner) return follows && owner.bare && !owner.locative && !key.endsWith('s');
  if (scanned.shape[i - 1] !== LOWER || PEOPLE.test(before) || before.endsWith('ly')) return false;
  // "hydrogen bomb test": a verb without ending has more than one for its subject.
  return follows || (!key.endsWith('s') && !before.endsWith('s'));
}

function formOf(scanned: Scan, actors: readonly Actor[], from: number, group: number, start: number): Form {
  const key = scanned.key[from] as string;
  const before = group > start ? (scanned.key[group - 1] as string) : '';
  if (isNoun(scanned, actors, from, start)) return 'noun';
  const helped = scanned.key.slice(group, from).some((k) => BE.has(k));
  if (before === 'to' && !helped) return 'infinitive';
  if (key.endsWith('ing')) return helped ? 'finite' : 'gerund';
  if (helped && !STATES.has(key) && (/(?:ed|en|own)$/.test(key) || PAST.has(key))) return 'passive';
  // "sanctions imposed by Chad": said of what stands before it.
  if (scanned.key[from + 1] === 'by' && key.endsWith('ed') && group === from) return 'passive';
  return 'finite';
}

/** "is opposed to": a state of mind and no passive. */
const STATES = words('opposed concerned prepared committed pleased worried alarmed');

type Subject = Pick<Clause, 'subject' | 'fit' | 'under'>;

function subjectOf(scanned: Scan, actors: readonly Actor[], group: number, start: number, hangs: boolean): Subject {
  if (hangs) return { ...shared(scanned, actors, group, start), under: 'main' };
  let end = group;
  for (let n = 0; n < MOST_INSERTS && end > start && hasComma(scanned, end - 1); n += 1) {
    const open = commaBefore(scanned, end - 1, start);
    if (open <= start) break;
    end = open;
  }
  if (end === start) return { subject: [], fit: 'none', under: 'main' };
  const last = scanned.key[end - 1] as string;
  if (RELATIVES.has(last)) {
    const found = phrase(scanned, actors, start, end - 1);
    return { ...found, fit: found.subject.length > 0 ? found.fit : 'other', under: 'relative' };
  }
  if (JOINS.has(last)) return { ...shared(scanned, actors, end - 1, start), under: 'main' };
  if (PRONOUNS.has(last)) return { subject: [], fit: 'pronoun', under: underOf(scanned, end - 2, start) };
  const begin = clauseStart(scanned, actors, end, start);
  const found = phrase(scanned, actors, begin, end);
  return { ...found, under: begin === start ? 'main' : underOf(scanned, begin - 1, start) };
}

/** Where the clause begins whose verb stands at `end`. */
function clauseStart(scanned: Scan, actors: readonly Actor[], end: number, start: number): number {
  for (let i = end - 1; i > start; i -= 1) {
    const key = scanned.key[i - 1] as string;
    if (opens(key) || (SAYING.has(key) && !isAfterNoun(scanned, i - 1))) return i;
    const gap = scanned.text.slice(scanned.end[i - 1], scanned.start[i]);
    if (/[;:"“”«»(–—]|--/.test(gap)) return i;
    if (gap.includes(',') && !inList(actors, i, end)) return i;
    if ((key === 'and' || key === 'but') && verbBefore(scanned, i - 1, start)) return i;
  }
  return start;
}

function opens(key: string): boolean {
  return RELATIVES.has(key) || CIRCUMSTANCE.has(key) || CONDITIONS.has(key);
}

/** "the report said", but "the said report", "a told story". */
function isAfterNoun(scanned: Scan, i: number): boolean {
  return DETERMINERS.has(scanned.key[i - 1] ?? '');
}

/** "Chad, Mali and Niger signed": a comma between those who act together. */
function inList(actors: readonly Actor[], i: number, end: number): boolean {
  const next = actors.find((a) => a.from >= i && a.from <= i + 2);
  return next !== undefined && next.country !== null && next.to <= end && actors.some((a) => a.to === i);
}

function verbBefore(scanned: Scan, at: number, start: number): boolean {
  for (let i = at - 1; i >= Math.max(start, at - 14); i -= 1) {
    const key = scanned.key[i] as string;
    if (opens(key)) return false;
    if (SAYING.has(key)) return false;
    if (AUXILIARIES.has(key) || PAST.has(key)) return true;
    if (key.endsWith('ed') && i > start && !DETERMINERS.has(scanned.key[i - 1] as string)) return true;
  }
  return false;
}

function underOf(scanned: Scan, at: number, start: number): Clause['under'] {
  const key = at >= start ? (scanned.key[at] as string) : '';
  if (key === 'that' || SAYING.has(key)) return 'said';
  if (RELATIVES.has(key)) return 'relative';
  if (CIRCUMSTANCE.has(key) || CONDITIONS.has(key)) return 'circumstance';
  return 'main';
}

/** Who stands as the subject in the words `begin` to `end`: the first phrase that no preposition governs. */
function phrase(scanned: Scan, actors: readonly Actor[], begin: number, end: number): Omit<Subject, 'under'> {
  const inside = actors.filter((a) => a.from >= begin && a.to <= end && !a.locative);
  for (const actor of inside) {
    const governor = governorOf(scanned, actor.from, begin);
    if (governor === 'of') return { subject: [actor], fit: 'owner' };
    if (governor) continue;
    const next = actor.to < end ? (scanned.key[actor.to] as string) : '';
    const isHead =
      actor.to >= end ||
      hasComma(scanned, actor.to - 1) ||
      PREPOSITIONS.has(next) ||
      JOINS.has(next) ||
      RELATIVES.has(next) ||
      TIMES.has(next) ||
      ADVERBS.has(next) ||
      next.endsWith('ly') ||
      AUXILIARIES.has(next) ||
      SAYING.has(next) ||
      scanned.shape[actor.to] !== LOWER;
    const person = PEOPLE.test(next) || PEOPLE.test(scanned.key[actor.to + 1] ?? '');
    return { subject: together(scanned, actors, actor, end), fit: isHead || person ? 'agent' : 'owner' };
  }
  return { subject: [], fit: 'other' };
}

/** The preposition that governs a phrase, "" where none does. */
function governorOf(scanned: Scan, from: number, begin: number): string {
  for (let i = from - 1; i >= Math.max(begin, from - 4); i -= 1) {
    const key = scanned.key[i] as string;
    if (hasComma(scanned, i)) return '';
    if (PREPOSITIONS.has(key)) return key;
    if (scanned.shape[i] === LOWER && !DETERMINERS.has(key) && !/(?:al|ic|ern|an|ese|ish|ed|er|st|or|ry|ve)$/.test(key))
      return '';
  }
  return '';
}

/** Those joined to it: "Chad and Mali", "Lavrov and his Turkish counterpart". */
function together(scanned: Scan, actors: readonly Actor[], first: Actor, end: number): Actor[] {
  const group = [first];
  for (const actor of actors) {
    const last = group.at(-1) as Actor;
    if (actor.from < last.to || actor.to > end || actor.locative) continue;
    const between = scanned.key.slice(last.to, actor.from);
    const comma = hasComma(scanned, last.to - 1);
    const joined = between.every((k) => k === 'and' || DETERMINERS.has(k));
    if (joined && (between.includes('and') || comma)) group.push(actor);
    else break;
  }
  return group;
}

/** The subject of the sentence's first verb, which a later one shares. */
function shared(scanned: Scan, actors: readonly Actor[], group: number, start: number): Omit<Subject, 'under'> {
  if (PRONOUNS.has(scanned.key[start] as string)) return { subject: [], fit: 'pronoun' };
  const found = phrase(scanned, actors, start, group);
  return found.subject.length > 0 ? { subject: found.subject, fit: 'shared' } : { subject: [], fit: 'other' };
}

function reachOf(scanned: Scan, actors: readonly Actor[], to: number, stop: number): number {
  const last = Math.min(stop, to + REACH);
  for (let i = to; i < last; i += 1) {
    const key = scanned.key[i] as string;
    const gap = i > to ? scanned.text.slice(scanned.end[i - 1], scanned.start[i]) : '';
    if (/[;:"“”«»(–—]|--/.test(gap)) return i;
    if (gap.includes(',') && !actors.some((a) => a.from === i || a.from === i + 1)) return i;
    if (i > to && (key === 'who' || key === 'which' || CIRCUMSTANCE.has(key) || CONDITIONS.has(key))) return i;
    if (i > to && (AUXILIARIES.has(key) || SAYING.has(key))) return i;
  }
  return last;
}

function isOpen(scanned: Scan, start: number, group: number): boolean {
  for (let i = group - 1; i >= start; i -= 1) {
    const key = scanned.key[i] as string;
    if (CONDITIONS.has(key)) return true;
    if (POSSIBLE.has(key) && i >= group - 8) return true;
    if (/[;"“”]/.test(scanned.text.slice(scanned.end[i - 1] ?? 0, scanned.start[i]))) return false;
  }
  return false;
}

function hasComma(scanned: Scan, i: number): boolean {
  return scanned.text[scanned.end[i] as number] === ',';
}

function commaBefore(scanned: Scan, i: number, start: number): number {
  for (let k = i - 1; k >= start; k -= 1) if (hasComma(scanned, k)) return k + 1;
  return start;
}
