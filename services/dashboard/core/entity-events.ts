import type { Entity, NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import { fold } from '@wirewatch/shared/text/tokens.ts';

/** Whom a page is about: a country by its code, or a person, organisation or place by name. */
export type Subject = { kind: 'country'; code: string } | { kind: 'name'; name: string };

/** An article with what the classifier found in it. */
export interface Labelled {
  id: string;
  title: string | null;
  outlet: string;
  /** Epoch ms. */
  at: number;
  /** Its story, else its group: what many carry happened once. */
  story: string;
  entities: readonly Entity[];
  events: readonly NewsEvent[];
}

/** An event as one happening, however many articles tell it. */
export interface TimedEvent {
  event: NewsEvent;
  /** The first article that tells it. */
  article: Labelled;
  /** `YYYY-MM-DD`: its own date, else the article's. */
  day: string;
  /** Articles that tell it. */
  told: number;
}

/** With whom the subject had to do, in how many events of which kinds; the last of them. */
export interface Met {
  with: string;
  kinds: Array<{ plover: string; count: number }>;
  events: number;
  last: string;
}

/** Who is named together with the subject, in how many stories. */
export interface NamedWith {
  name: string;
  type: Entity['type'];
  stories: number;
}

export interface EntityEvents {
  /** The newest first. */
  events: TimedEvent[];
  met: Met[];
  namedWith: NamedWith[];
  /** What texts say of it most often. */
  type: Entity['type'] | null;
  office: string | null;
  country: string | null;
}

const MOST_WITH = 24;
const MOST_MET = 24;

/**
 * Who met whom, and what happened when, by the events of articles: each story tells an event once. A person takes part in an event whose
 * sentence names him, for events are coded between countries.
 */
export function entityEvents(subject: Subject, articles: readonly Labelled[]): EntityEvents {
  const inTime = [...articles].sort((a, b) => a.at - b.at);
  const events = new Map<string, TimedEvent>();
  /** One sentence tells one event, also where its carriers are no story or were dated otherwise. */
  const said = new Map<string, TimedEvent>();
  const named = new Map<string, { entity: Entity; stories: Set<string> }>();
  const own: Entity[] = [];
  for (const article of inTime) {
    for (const event of article.events) {
      if (!takesPart(subject, event, article)) continue;
      const day = event.date ?? new Date(article.at).toISOString().slice(0, 10);
      const key = [article.story, event.plover, event.source, event.target, day].join('\n');
      const sentence = `${event.plover} ${fold(event.sentence)}`;
      const held = events.get(key) ?? said.get(sentence);
      const timed = held ?? { event, article, day, told: 0 };
      timed.told += 1;
      said.set(sentence, timed);
      if (!held) events.set(key, timed);
    }
    for (const entity of article.entities) {
      if (isSubject(subject, entity)) {
        own.push(entity);
        continue;
      }
      const key = fold(canonicalOf(entity));
      const held = named.get(key) ?? { entity, stories: new Set<string>() };
      held.stories.add(article.story);
      named.set(key, held);
    }
  }
  const list = [...events.values()].sort((a, b) =>
    a.day < b.day ? 1 : a.day > b.day ? -1 : b.article.at - a.article.at,
  );
  return {
    events: list,
    met: metBy(subject, list),
    namedWith: [...named.values()]
      .map(({ entity, stories }) => ({ name: canonicalOf(entity), type: entity.type, stories: stories.size }))
      .sort((a, b) => b.stories - a.stories || a.name.localeCompare(b.name))
      .slice(0, MOST_WITH),
    type: mostOften(own.map(({ type }) => type)),
    office: mostOften(own.flatMap(({ office }) => office ?? [])),
    country: mostOften(own.flatMap(({ country }) => country ?? [])),
  };
}

/** The one name over all texts; results from before there were such have the text's own. */
function canonicalOf({ name, canonical = name }: Entity): string {
  return canonical;
}

function takesPart(subject: Subject, { source, target, sentence }: NewsEvent, article: Labelled): boolean {
  if (subject.kind === 'country') return source.includes(subject.code) || target.includes(subject.code);
  const folded = fold(sentence);
  const forms = article.entities.filter((entity) => isSubject(subject, entity)).map(({ name }) => name);
  return [subject.name, ...forms].some((name) => holdsName(folded, name));
}

/** Whether a folded sentence has a name, or the last of its words: who is introduced by full name is called by that. */
function holdsName(sentence: string, name: string): boolean {
  const folded = fold(name);
  const last = folded.split(/\s+/).at(-1)!;
  return hasWord(sentence, folded) || (last.length > 3 && hasWord(sentence, last));
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!INSIDE.test(text[at - 1] ?? ' ') && !INSIDE.test(text[at + word.length] ?? ' ')) return true;
  return false;
}

const INSIDE = /[\p{L}\p{Nd}]/u;

function isSubject(subject: Subject, entity: Entity): boolean {
  if (subject.kind === 'country') return entity.type === 'place' && entity.country === subject.code;
  const said = fold(subject.name);
  return fold(entity.name) === said || fold(canonicalOf(entity)) === said;
}

/** With whom: for a country the other side; for a name the others whom the sentence names. */
function metBy(subject: Subject, events: readonly TimedEvent[]): Met[] {
  const met = new Map<string, { kinds: Map<string, number>; last: string }>();
  for (const { event, article, day } of events) {
    for (const other of othersIn(subject, event, article)) {
      const held = met.get(other) ?? { kinds: new Map<string, number>(), last: day };
      held.kinds.set(event.plover, (held.kinds.get(event.plover) ?? 0) + 1);
      if (day > held.last) held.last = day;
      met.set(other, held);
    }
  }
  return [...met]
    .map(([other, { kinds, last }]) => ({
      with: other,
      kinds: [...kinds].map(([plover, count]) => ({ plover, count })).sort((a, b) => b.count - a.count),
      events: [...kinds.values()].reduce((sum, count) => sum + count, 0),
      last,
    }))
    .sort((a, b) => b.events - a.events || (a.last < b.last ? 1 : -1))
    .slice(0, MOST_MET);
}

function othersIn(subject: Subject, { source, target, sentence }: NewsEvent, article: Labelled): string[] {
  if (subject.kind === 'country') {
    const others = source.includes(subject.code) ? target : source;
    return [...new Set(others)].filter((code) => code !== subject.code);
  }
  const folded = fold(sentence);
  const people = article.entities.filter((entity) => entity.type === 'person' && !isSubject(subject, entity));
  return people.filter(({ name }) => holdsName(folded, name)).map(canonicalOf);
}

function mostOften<T extends string>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
