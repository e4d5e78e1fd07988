import type { Scan } from '../scan.ts';
import type { Actor } from './find-actors.ts';

/** The case of a Turkish name, as its ending behind the apostrophe tells it; folded. */
export type TurkishCase = 'from' | 'of' | 'to' | 'object';

const ENDINGS: Readonly<Record<string, TurkishCase>> = Object.fromEntries(
  (
    [
      ['from', 'dan den tan ten'],
      ['of', 'in un nin nun'],
      ['to', 'a e ya ye na ne'],
      ['object', 'i u yi yu ni nu'],
    ] as const
  ).flatMap(([name, endings]) => endings.split(' ').map((ending) => [ending, name])),
);

/** Null for a name without an ending, or one of another case. */
export function turkishCase(scanned: Scan, { to }: Pick<Actor, 'to'>): TurkishCase | null {
  const mark = scanned.text[scanned.end[to - 1] as number];
  if (mark !== "'" && mark !== '’') return null;
  return ENDINGS[scanned.key[to] ?? ''] ?? null;
}

/** "İsrail'in", "İsrail savaş uçaklarının": whose deed follows; up to so many words of a noun phrase carry the ending. */
const PHRASE = 3;
const OF = /(?:l[ae]r[iu]n?[iu]n|[sn][iu]n[iu]n|n[iu]n)$/;

export function isOwner(scanned: Scan, actor: Pick<Actor, 'to'>): boolean {
  if (turkishCase(scanned, actor) !== null) return turkishCase(scanned, actor) === 'of';
  return scanned.key.slice(actor.to, actor.to + PHRASE).some((key) => OF.test(key));
}

/** Nouns made of verbs ("bombalamasını", "vurduğunu"): what another verb speaks of; folded. */
const SPOKEN_OF = /(?:m[ae]s[iu](?:n[iae]|nin)?|d[iu]g[iu]n[iua]|t[iu]g[iu]n[iua])$/;

/** Whether a word is a verb that another one speaks of: who does it stands beside it, and not first in the sentence. */
export function isSpokenOf(key: string): boolean {
  return SPOKEN_OF.test(key);
}

/** "Ankara'dan Bakü'ye destek": who opens a headline with "from" does what follows. */
export function opensFrom(scanned: Scan, actor: Pick<Actor, 'from' | 'to'>, start: number): boolean {
  return actor.from === start && turkishCase(scanned, actor) === 'from';
}
