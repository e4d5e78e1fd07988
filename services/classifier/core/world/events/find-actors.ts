import { phraseKeys } from '../gazetteer.ts';
import { LOWER } from '../scan.ts';
import { TokenTrie } from '../trie.ts';
import type { AgentTrie, EventReading } from './event-reading.ts';

/** Someone who may act: words `from` (inclusive) to `to` (exclusive). */
export interface Actor {
  from: number;
  to: number;
  /** ISO 3166 alpha-3, or CAMEO's IGO, IMG, NGO for those of no country; null where none is told. */
  country: string | null;
  /** CAMEO role (GOV, MIL, REB, CVL ...). */
  role: string | null;
  /** A place where something happens rather than one that acts. */
  locative: boolean;
  /** Only a place or people, not yet joined to a person or a kind of people. */
  bare: boolean;
}

/** Compiles `role -> words` once. */
export function createAgents(agents: Record<string, string[]>): AgentTrie {
  const trie: AgentTrie = new TokenTrie();
  for (const [role, phrases] of Object.entries(agents))
    for (const phrase of phrases) trie.add(phraseKeys(phrase), role);
  return trie;
}

const LOCATIVE = new Set(
  'in at near outside inside across around throughout from of в во на из под à au aux en dans depuis nach aus bei nahe desde في من'.split(
    ' ',
  ),
);
/** Turkish endings of place, written after an apostrophe. */
const TURKISH_PLACE = new Set('da de ta te daki deki taki teki dan den tan ten'.split(' '));
const LINKS = new Set(
  'and or in to with on of for at by from the a an that which who was were is are has have had said says will would over against into as after before but not its his their'.split(
    ' ',
  ),
);

const OF = new Set(['of', 'of the', 'de', 'de la', 'du', 'del', 'von', 'der']);
const NO_ACTOR: ReadonlySet<string> = new Set(['money', 'firm', 'company', 'ticker', 'seat', 'area', 'block']);

/** The roles of organisations that no country owns. */
const WORLD_CODE: Record<string, string> = { IGO: 'IGO', NGO: 'NGO', REB: 'IMG' };

/** Finds those who may act in the words from `start` to `stop`; the word `verb` parts one from another. */
export function findActors(reading: EventReading, start: number, stop: number, verb: number): Actor[] {
  const { scanned, places, names, agents } = reading;
  const raw: Actor[] = [];
  const covered = new Uint8Array(stop - start);
  const cover = (from: number, to: number): void => {
    covered.fill(1, from - start, to - start);
  };
  for (const n of names) {
    if (n.type === 'place' || n.from < start || n.from >= stop) continue;
    const before = reading.people.countryOf(scanned, n);
    if (n.office === '?' && n.to - n.from === 1 && n.from === start && !before) continue;
    // Every German noun has a capital.
    if (reading.language === 'de' && !n.sure && n.to - n.from === 1 && !before) continue;
    // "NATO-member Norway", "al Qaeda-linked": said of the one that follows.
    if (n.type === 'organisation' && scanned.text[scanned.end[n.to - 1] as number] === '-') continue;
    const own = places.find((p) => p.from >= n.from && p.to <= n.to && p.place.country && !NO_ACTOR.has(p.place.kind));
    const country = n.country ?? own?.place.country ?? before ?? WORLD_CODE[n.role ?? ''] ?? null;
    raw.push({ from: n.from, to: n.to, country, role: n.role, locative: false, bare: false });
    cover(n.from, n.to);
  }
  for (const place of places) {
    if (place.from < start || place.from >= stop || !place.place.country || covered[place.from - start]) continue;
    const kind = place.place.kind;
    if (NO_ACTOR.has(kind)) continue;
    const before = place.from > start ? (scanned.key[place.from - 1] as string) : '';
    const before2 = place.from > start + 1 ? (scanned.key[place.from - 2] as string) : '';
    const preposition =
      LOCATIVE.has(before) ||
      (LOCATIVE.has(before2) &&
        (before === 'the' ||
          before === 'capital' ||
          before === 'northern' ||
          before === 'southern' ||
          before === 'eastern' ||
          before === 'western'));
    const ending = scanned.text[scanned.end[place.to - 1] as number];
    const turkish = (ending === "'" || ending === '’') && TURKISH_PLACE.has(scanned.key[place.to] ?? '');
    const dateline =
      place.from - start < 4 &&
      /^[^\p{L}]*(?:\(|--?\s|–|—|:)/u.test(
        scanned.text.slice(scanned.end[place.to - 1], (scanned.end[place.to - 1] as number) + 4),
      );
    if (before === 'anti' || before === 'pro') continue;
    if (before === 'ethnic') {
      // "ethnic Albanians" are people of the country they live in.
      raw.push({ from: place.from, to: place.to, country: null, role: 'CVL', locative: false, bare: false });
      cover(place.from, place.to);
      continue;
    }
    raw.push({
      from: place.from,
      to: place.to,
      country: place.place.country,
      role: null,
      locative: (kind !== 'people' && (preposition || turkish)) || dateline,
      bare: true,
    });
    cover(place.from, place.to);
  }
  for (let i = start; i < stop; i += 1) {
    if (covered[i - start]) continue;
    const hit = agents.longest(scanned.key, i, stop);
    if (!hit) continue;
    raw.push({ from: i, to: hit.end, country: null, role: hit.values[0] ?? null, locative: false, bare: false });
    i = hit.end - 1;
  }
  raw.sort((a, b) => a.from - b.from);
  return joinActors(reading, raw, verb);
}

/** Joins what names one actor: "Egyptian" + "foreign minister" + "Sameh Shoukry", "president" + of + "France". */
function joinActors(reading: EventReading, raw: Actor[], verb: number): Actor[] {
  const joined: Actor[] = [];
  for (const next of raw) {
    const last = joined.at(-1);
    const parted = last && last.to <= verb && verb < next.from;
    if (last && !parted && next.from >= last.to && belongs(reading, last, next)) {
      last.to = next.to;
      last.country ??= next.country;
      last.role = next.role && next.role !== 'CVL' ? (last.role ?? next.role) : (last.role ?? next.role);
      last.locative = last.locative && next.bare;
      last.bare = last.bare && next.bare;
    } else joined.push({ ...next });
  }
  return joined;
}

function belongs({ scanned, lexicon, language }: EventReading, actor: Actor, next: Actor): boolean {
  const gap = next.from - actor.to;
  if (gap > 3) return false;
  const between = scanned.key.slice(actor.to, next.from);
  if (!actor.bare && next.bare && next.country) {
    // "the president of France", "rebels from Chechnya"
    // "le président égyptien", "вице-премьер Ливии": what follows at once belongs to it.
    if (actor.country !== null) return false;
    if (gap === 0) return language !== 'en' && scanned.breaks[actor.to - 1] === 0;
    return OF.has(between.join(' '));
  }
  for (let i = actor.to - 1; i < next.from; i += 1) if (scanned.breaks[i] === 1) return false;
  if (next.bare) return false;
  if (!actor.bare && actor.country && next.country && actor.country !== next.country) return false;
  return between.every(
    (k, n) =>
      !LINKS.has(k) &&
      (k === 's' ||
        lexicon.titles.has(k) ||
        lexicon.titleParts.has(k) ||
        scanned.shape[actor.to + n] !== LOWER ||
        (actor.bare && gap <= 3)),
  );
}
