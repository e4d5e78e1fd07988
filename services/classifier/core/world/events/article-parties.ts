import type { PlaceMention } from '../find-places.ts';
import type { NameMention } from '../names/name-mention.ts';
import type { Scan } from '../scan.ts';
import { afterDateline } from './dateline.ts';

/** Kinds of places that name a state which may be a party; money, firms and seas do not. */
const PARTIES: ReadonlySet<string> = new Set(['name', 'people', 'capital']);

/**
 * The two countries between which an article's news is: those that its headline names, or, where that names fewer, the headline with
 * the first sentence of the text. Null where they name one country, or more than two.
 */
export function articlePair(
  scanned: Scan,
  places: readonly PlaceMention[],
  names: readonly NameMention[],
  hasTitle: boolean,
): [string, string] | null {
  const found = new Set<string>();
  const last = Math.min(hasTitle ? 2 : 1, scanned.first.length - 1);
  for (let n = 0; n < last; n += 1) {
    const [begin, to] = [scanned.first[n] as number, scanned.first[n + 1] as number];
    const from = afterDateline(scanned, begin, to);
    for (const { from: at, place } of places)
      if (at >= from && at < to && place.country && PARTIES.has(place.kind)) found.add(place.country);
    for (const { from: at, country, role } of names)
      if (at >= from && at < to && country && role !== 'BUS' && role !== 'IGO') found.add(country);
    if (found.size >= 2) break;
  }
  const [one, other, third] = [...found];
  return one && other && !third ? [one, other] : null;
}

/** Roles whose bearers stand for a state. */
const OFFICIALS: ReadonlySet<string> = new Set(['GOV', 'LEG', 'MIL', 'JUD', 'PTY', 'OPP']);

/** The one of an article's countries whose officials and bodies it names most often; null where it names none. */
export function articleHome(names: readonly NameMention[], countries: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const { country, role } of names)
    if (country && role && OFFICIALS.has(role) && countries.includes(country))
      counts.set(country, (counts.get(country) ?? 0) + 1);
  let home: string | null = null;
  for (const [country, n] of counts) if (home === null || n > (counts.get(home) as number)) home = country;
  return home;
}
