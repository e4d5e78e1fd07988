import type { Scan } from '../scan.ts';
import type { Actor } from './find-actors.ts';

const TOPIC = new Set('about on over regarding concerning'.split(' '));
/** "They discussed Libya": what follows is the matter, unless "with" stands before it. */
const MATTER = new Set(['discussed', 'discuss', 'discusses', 'discussing']);

/** What one gets rather than does: "received aid from", "came under attack from", "was hit with sanctions by". */
const RECEIVING = new Set(
  'receive received receives receiving get got gets obtain obtained secured won face faces faced came come comes suffered drew draws under'.split(
    ' ',
  ),
);
const GIVERS = new Set(['from', 'by']);
/** Classes that one may be at the receiving end of; a mission or a guest received is what the receiver does. */
export const RECEIVED = new Set(['AID', 'ASSAULT', 'ACCUSE', 'SUPPORT', 'REQUEST', 'THREATEN', 'COERCE']);

export function isReceiving(scanned: Scan, from: number, giver: Actor): boolean {
  const at =
    scanned.key[giver.from - 1] === 'the' || scanned.key[giver.from - 1] === 'its' ? giver.from - 2 : giver.from - 1;
  return (
    GIVERS.has(scanned.key[at] ?? '') &&
    at > from &&
    (RECEIVING.has(scanned.key[from] as string) || RECEIVING.has(scanned.key[from - 1] ?? ''))
  );
}

/** "called for the release of two Chadians": what is asked for is no party, who is asked is. */
export function isAsked(scanned: Scan, actor: Actor, from: number): boolean {
  const between = scanned.key.slice(from + 1, actor.from);
  const matter = between.lastIndexOf('for');
  if (matter < 0) return true;
  const after = between.slice(matter + 1);
  return after.length < 2 || after.includes('to') || after.includes('from') || after.includes('on');
}

const TOWARDS = new Set(['against', 'to', 'near', 'in', 'on', 'along', 'into', 'at']);

/** Who mobilises does so against one that is named as such; a country elsewhere in the sentence is none of it. */
export function isMet(scanned: Scan, actor: Actor, from: number, plover: string): boolean {
  if (plover !== 'MOBILIZE') return true;
  return scanned.key.slice(Math.max(from + 1, actor.from - 3), actor.from).some((k) => TOWARDS.has(k));
}

const DEED =
  /^(?:kill|murder|attack|assault|bomb|arrest|detention|shoot|execution|strike|strikes|seizure|kidnap|abduct|raid|assassinat|beheading|shelling|imprison|jailing|deportation|expulsion)/;

/** "condemned the killing of Chad's envoy": whom the deed befell is not who is blamed; who did it is, where "by" tells. */
export function culprits(scanned: Scan, object: readonly Actor[], after: readonly Actor[], to: number): Actor[] {
  const [first] = object as [Actor];
  const between = scanned.key.slice(to, first.from);
  const deed = between.findIndex((k) => DEED.test(k));
  if (deed < 0 || !between.slice(deed).some((k) => k === 'of' || k === 'on' || k === 'against')) return [...object];
  const by = after.find((a) => scanned.key[a.from - 1] === 'by' || scanned.key[a.from - 2] === 'by');
  return by ? [by] : [];
}

/** Whether an actor after a verb of consulting takes part rather than is its matter. */
export function isParty(scanned: Scan, actor: Actor, from: number): boolean {
  const between = scanned.key.slice(Math.max(from + 1, actor.from - 4), actor.from);
  const link = between.findLastIndex((k) => TOPIC.has(k) || k === 'with' || k === 'between');
  if (link >= 0) return !TOPIC.has(between[link] as string);
  return !MATTER.has(scanned.key[from] as string);
}
