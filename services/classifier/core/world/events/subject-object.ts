import type { Scan } from '../scan.ts';
import type { Actor } from './find-actors.ts';

/** Words that open a clause with a subject of its own. */
const CLAUSE = new Set('that which who after as while because when if but whose said says claimed saying'.split(' '));
/** Between the two subjects of "Lavrov and his Turkish counterpart". */
const JOINING = new Set('and the his her its their'.split(' '));
/** The subject of the trigger's clause, with those joined to it by "and" or a comma. */
export function subjects(scanned: Scan, before: readonly Actor[], from: number, start: number): Actor[] {
  let clause = start;
  for (let i = start; i < from; i += 1) if (CLAUSE.has(scanned.key[i] as string)) clause = i + 1;
  const acting = before.filter((a) => !a.locative);
  const inside = acting.filter((a) => a.from >= clause);
  const pool = inside.length > 0 ? inside : acting;
  const first = pool[0];
  if (!first) return [];
  const group = [first];
  for (const actor of pool.slice(1)) {
    const last = group.at(-1) as Actor;
    const between = scanned.key.slice(last.to, actor.from);
    const comma = scanned.text.slice(scanned.end[last.to - 1], scanned.start[actor.from]).includes(',');
    if (between.every((k) => JOINING.has(k)) && (between.includes('and') || comma)) group.push(actor);
    else break;
  }
  return group;
}

/** How many words behind one whose country is not told another may stand and be the object instead. */
const INSTEAD_WITHIN = 5;

/** The object behind word `to`, with those joined to it; who only tells of it is none. */
export function objects(scanned: Scan, after: readonly Actor[], to: number): Actor[] {
  const acting = after.filter((a) => !a.locative && a.to > to - 1);
  const inner = after.filter((a) => !a.locative && a.to <= to);
  const pool = [...inner, ...acting.filter((a) => !inner.includes(a))].filter((a) => !isAttribution(scanned, a));
  // One of a known country before "officials" and the like, who may be anyone's.
  const known = pool.findIndex((a) => a.country !== null);
  const at = known > 0 && (pool[known] as Actor).from - (pool[0] as Actor).to <= INSTEAD_WITHIN ? known : 0;
  const first = pool[at];
  if (!first) return [];
  const group = [first];
  for (const actor of pool.slice(at + 1)) {
    const last = group.at(-1) as Actor;
    if (actor.from - last.to > 4) break;
    const between = scanned.key.slice(last.to, actor.from);
    const comma = scanned.text.slice(scanned.end[last.to - 1], scanned.start[actor.from]).includes(',');
    if (between.includes('and') || (comma && between.length < 2)) group.push(actor);
    else break;
  }
  return group;
}

const SPEECH = new Set('said says reported reports announced told confirmed added quoted'.split(' '));

/** "..., Thai military sources said", "... he told Thai television": who tells or hears it, not whom it befell. */
export function isAttribution(scanned: Scan, actor: Actor): boolean {
  if (scanned.key.slice(Math.max(0, actor.from - 3), actor.from).includes('told')) return true;
  for (let i = actor.to; i < Math.min(scanned.key.length, actor.to + 3); i += 1) {
    if (
      scanned.text.slice(scanned.end[i - 1], scanned.start[i]).includes(',') ||
      scanned.sentence[i] !== scanned.sentence[actor.from]
    )
      return false;
    if (SPEECH.has(scanned.key[i] as string)) return true;
  }
  return false;
}
