import { phraseKeys } from '../gazetteer.ts';
import { LOWER, type Scan } from '../scan.ts';
import { TokenTrie } from '../trie.ts';
import { afterDateline } from './dateline.ts';
import type { AgentHit, AgentTrie, EventReading } from './event-reading.ts';

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
  'in at near outside inside across around throughout from of в во на из под à au aux en dans depuis nach aus bei nahe desde في من 在 驻 抵达 飞抵'.split(
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

/** The same of the other languages: what parts one who acts from the next; folded. */
const FOREIGN_LINKS = new Set(
  (
    'und oder in zu mit auf fur bei nach aus an gegen uber als hat haben hatte hatten ist sind war waren wird wurde wurden dass ' +
    'et ou avec sur pour dans vers contre par chez a au aux ont avait est sont etait que qui ' +
    'y o con sobre para en hacia por ha han habia es son fue ' +
    'и или с со на для в во к ко от из у о об что по против ' +
    'و مع في علي الي من عن ان ضد ' +
    've ile icin karsi ' +
    '被 由 在 与 和 及 同 跟 对 向 从 将 遭 遭到 受到 于 称 说 表示 指出'
  ).split(' '),
);

const OF = new Set([
  'of',
  'of the',
  'de',
  'de la',
  'de l',
  'du',
  'des',
  'del',
  'de los',
  'de las',
  'von',
  'vom',
  'der',
]);
const NO_ACTOR: ReadonlySet<string> = new Set(['money', 'firm', 'company', 'ticker', 'seat', 'area', 'block']);

/** The roles of organisations that no country owns. */
const WORLD_CODE: Record<string, string> = { IGO: 'IGO', NGO: 'NGO', REB: 'IMG' };

/** Finds those who may act in the words from `start` to `stop`; the word `verb` parts one from another. */
export function findActors(reading: EventReading, start: number, stop: number, verb: number): Actor[] {
  const { scanned, places, names } = reading;
  const raw: Actor[] = [];
  const news = afterDateline(scanned, start, stop);
  const covered = new Uint8Array(stop - start);
  const cover = (from: number, to: number): void => {
    covered.fill(1, from - start, to - start);
  };
  for (const n of names) {
    if (n.type === 'place' || n.from < start || n.from >= stop) continue;
    const before = reading.people.countryOf(scanned, n);
    // "UNITED NATIONS - Chad ...": where it was written.
    if (n.to <= news && n.role === 'IGO') continue;
    if (n.office === '?' && n.to - n.from === 1 && n.from === start && !before) continue;
    // Every German noun has a capital.
    if (reading.language === 'de' && !n.sure && n.to - n.from === 1 && !before) continue;
    // "NATO-member Norway", "al Qaeda-linked": said of the one that follows.
    if (reading.language === 'en' && n.type === 'organisation' && scanned.text[scanned.end[n.to - 1] as number] === '-')
      continue;
    const own = places.find((p) => p.from >= n.from && p.to <= n.to && p.place.country && !NO_ACTOR.has(p.place.kind));
    const country = n.country ?? own?.place.country ?? before ?? WORLD_CODE[n.role ?? ''] ?? null;
    raw.push({ from: n.from, to: n.to, country, role: n.role, locative: false, bare: false });
    cover(n.from, n.to);
  }
  for (const place of places) {
    if (place.from < start || place.from >= stop || !place.place.country || covered[place.from - start]) continue;
    const kind = place.place.kind;
    if (NO_ACTOR.has(kind) || (kind !== 'name' && kind !== 'people' && reading.people.isSurname(scanned, place)))
      continue;
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
    const dateline = place.to <= news;
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
      locative: (kind === 'people' ? isWhereabouts(scanned, place, start) : preposition || turkish) || dateline,
      bare: true,
    });
    cover(place.from, place.to);
  }
  for (let i = start; i < stop; i += 1) {
    if (covered[i - start]) continue;
    const hit = agentAt(reading, i, stop);
    if (!hit) continue;
    const role = hit.values[0] ?? null;
    raw.push({ from: i, to: hit.end, country: role === 'IGO' ? role : null, role, locative: false, bare: false });
    i = hit.end - 1;
  }
  raw.sort((a, b) => a.from - b.from);
  return joinActors(reading, raw, verb);
}

/** The kind of people whose words begin at `i` and end before `stop`. */
function agentAt({ scanned, agents, agentAt: seen }: EventReading, i: number, stop: number): AgentHit | null {
  if (seen[i] === undefined)
    seen[i] = agents.longest(scanned.key, i, scanned.first[(scanned.sentence[i] as number) + 1] as number);
  const hit = seen[i] ?? null;
  return hit && hit.end > stop ? agents.longest(scanned.key, i, stop) : hit;
}

/** What of a people is a place: "the Danish capital", "an der dänischen Grenze", "la capitale danoise". */
const GROUNDS =
  /^(?:capital|city|town|village|border|coast|coastline|territory|soil|waters|airspace|port|province|region|shores?|hauptstadt|stadt|kleinstadt|hafenstadt|grenze|küste|kuste|provinz|gebiet|territorium|gewässer|gewasser|luftraum|capitale|ville|frontiere|territoire|cote|sol|ciudad|frontera|territorio|costa|suelo|столиц\p{L}*|город\p{L}*|границ\p{L}*|территори\p{L}*)$/u;
/** Words of a noun phrase before the people's adjective. */
const BEFORE_GROUNDS = 3;

/** Whether a people's adjective only says where: a ground stands beside it, and a word of place before both. */
function isWhereabouts(scanned: Scan, { from, to }: { from: number; to: number }, start: number): boolean {
  if (!GROUNDS.test(scanned.key[to] ?? '') && !GROUNDS.test(scanned.key[from - 1] ?? '')) return false;
  for (let i = from - 1; i >= Math.max(start, from - BEFORE_GROUNDS); i -= 1)
    if (WHERE.has(scanned.key[i] as string)) return true;
  return false;
}

const WHERE = new Set(
  'in at near outside inside across off on from to into along in an bei nahe nach aus zu zur entlang a au dans pres sur vers en de cerca desde hacia в на у из с к ко до около возле'.split(
    ' ',
  ),
);

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

/** Whoever heads or speaks for an international body. */
const HEADS =
  /^(?:secretary|general|chief|commissioner|head|president|envoy|spokesm|spokesw|generalsekret|hochkommissar|sonder|chef|secretaire|secretario|comisari|haut|alto|генсек|генеральн|глав|верховн|genel|yuksek)/u;

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
  // "UN Secretary-General Ban Ki-moon" acts for the body, not for the country that he comes from.
  if (actor.country === 'IGO' && between.some((k) => HEADS.test(k))) return true;
  if (!actor.bare && actor.country && next.country && actor.country !== next.country) return false;
  const links = language === 'en' ? LINKS : FOREIGN_LINKS;
  return between.every(
    (k, n) =>
      !links.has(k) &&
      (k === 's' ||
        lexicon.titles.has(k) ||
        lexicon.titleParts.has(k) ||
        scanned.shape[actor.to + n] !== LOWER ||
        (actor.bare && gap <= 3)),
  );
}
