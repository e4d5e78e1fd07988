import type { Entity, NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import { createCutter } from './chinese-words.ts';
import { isNamed, namedCountries, rankCountries } from './countries.ts';
import type { CountryModel } from './country-model.ts';
import { sureWords } from './events/doubts.ts';
import type { AgentHit, EventNote, WeighedEvent } from './events/event-reading.ts';
import { createAgents } from './events/find-actors.ts';
import { KnownPeople } from './events/known-people.ts';
import { lemma } from './events/lemma.ts';
import { compileRules, type EventRule } from './events/patterns.ts';
import { readEvents } from './events/read-events.ts';
import { findPlaces, shoutingSentences } from './find-places.ts';
import { foldWord } from './fold.ts';
import { createGazetteer, type PlaceLists } from './gazetteer.ts';
import { halfNames } from './half-names.ts';
import { createNameLexicon, type NameLists, type PeopleLists } from './lexicon.ts';
import { type MergedMention, mergeEntities } from './merge-entities.ts';
import { findNames } from './names/find-names.ts';
import { scan } from './scan.ts';
import { stemName } from './stem-name.ts';
import { type WorldEvidence, worldEvidence } from './world-evidence.ts';

/** Everything the reader knows: the contents of the files in lists/. */
export interface WorldLists {
  places: PlaceLists;
  /** Made by lists/build/fit-countries.ts. */
  countryModel: CountryModel;
  names: NameLists;
  people: PeopleLists;
  /** By language (ISO 639-1). */
  events: Record<
    string,
    {
      rules: EventRule[];
      agents: Record<string, string[]>;
      sure?: Record<string, string>;
      /** Other words that keep what is written without spaces from being cut wrongly. */
      words?: string[];
    }
  >;
}

/** One article for {@link WorldReader.read}. */
export interface WorldInput {
  title?: string | null;
  text: string;
  /** ISO 639-1. */
  language: string;
  publishedAt?: string | null;
  /** How probable it is that the article is hard news, 0 to 1; where that is not known, as likely as not. */
  hardNews?: number;
}

/** What an article says of the world: who and where, and what happened between them. */
export interface WorldReading {
  entities: Entity[];
  /** ISO 3166 alpha-3, best first. */
  countries: string[];
  /** Of each of them the chance that the article is about it. */
  countryScores: Record<string, number>;
  events: NewsEvent[];
}

/** Reads articles; pure, and may be used by many callers. */
export interface WorldReader {
  read(input: WorldInput): WorldReading;
  /** The same with what it rests on. */
  explain(input: WorldInput): WorldReading & { evidence: WorldEvidence };
}

/** Characters of a text that are read: news says what it is about well before (bounded time on 1 MB of text). */
const MOST_CHARACTERS = 40_000;

/** Compiles the lists (some tens of ms) into a reader. */
export function createWorldReader(lists: WorldLists): WorldReader {
  const gazetteer = createGazetteer(lists.places, stemName);
  const readers = new Map(
    Object.entries(lists.events).map(([language, { rules, agents, sure = {} }]) => [
      language,
      {
        patterns: compileRules(rules, language === 'en' ? lemma : foldWord),
        agents: createAgents(agents),
        sure: sureWords(sure),
      },
    ]),
  );
  const cutter = createCutter(chineseWords(lists));
  const lexicon = createNameLexicon(lists.names, lists.people);
  const readAll = (
    { title, text, language, publishedAt, hardNews = 0.5 }: WorldInput,
    notes?: { merged: MergedMention[]; events: EventNote[]; weighed: WeighedEvent[] },
  ) => {
    const headline = (title ?? '').trim().slice(0, 1000);
    const body = text.slice(0, MOST_CHARACTERS);
    const scanned = scan(headline, body, language === 'zh' ? cutter(`${headline}\n${body}`) : undefined);
    const stems = gazetteer.byLanguage.has(language) ? scanned.key.map((k) => stemName(k, language)) : null;
    const places = findPlaces(scanned, gazetteer, language, stems);
    const names = findNames(scanned, lexicon, places, shoutingSentences(scanned), headline !== '', language);
    const scores = rankCountries(scanned, places, names, headline !== '', gazetteer, lists.countryModel);
    const countries = scores.filter(isNamed).map((c) => c.country);
    const own = readers.get(language);
    const note = notes && ((one: EventNote) => notes.events.push(one));
    const events = own
      ? readEvents({
          scanned,
          language,
          places: language === 'en' ? [...places, ...halfNames(scanned, places)] : places,
          names,
          lexicon,
          people: new KnownPeople(scanned, names),
          agentAt: new Array<AgentHit | null>(scanned.key.length),
          ...own,
          countries,
          publishedAt,
          hardNews,
          hasTitle: headline !== '',
          note,
          weighed: notes && ((one: WeighedEvent) => notes.weighed.push(one)),
        })
      : [];
    return {
      scanned,
      places,
      scores,
      reading: {
        entities: mergeEntities(names, lexicon.given, notes?.merged),
        ...namedCountries(scores, events[0]),
        events,
      },
    };
  };
  return {
    read: (input) => readAll(input).reading,
    explain(input) {
      const notes = { merged: [], events: [], weighed: [] };
      const { scanned, places, scores, reading } = readAll(input, notes);
      return { ...reading, evidence: worldEvidence(scanned, places, notes.merged, scores, notes) };
    },
  };
}

/** The words that Chinese is cut by: its places, and what its events and those who act in them are called by. */
function chineseWords({ places, events: { zh } }: WorldLists): string[] {
  const words = (places.names.zh ?? []).map(([phrase]) => phrase);
  if (!zh) return words;
  words.push(...Object.values(zh.agents).flat(), ...(zh.words ?? []));
  for (const { patterns } of zh.rules)
    for (const pattern of patterns) words.push(...pattern.split(/[ |]/).map((word) => word.replace(/^[-~].*/, '')));
  return words;
}
