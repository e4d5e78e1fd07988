import type { PlaceMention } from '../find-places.ts';
import type { NameLexicon } from '../lexicon.ts';
import type { NameMention } from '../names/name-mention.ts';
import type { Scan } from '../scan.ts';
import type { TokenTrie } from '../trie.ts';
import type { EventFactors, NewsFactors } from './event-factors.ts';
import type { KnownPeople } from './known-people.ts';
import type { PatternIndex } from './patterns.ts';

/** Kinds of people ("rebels", "foreign minister") and their CAMEO roles. */
export type AgentTrie = TokenTrie<string>;

/** Words that name a kind of people: up to `end` (exclusive). */
export interface AgentHit {
  values: readonly string[];
  end: number;
}

/** What the events are read from. */
export interface EventReading {
  scanned: Scan;
  /** ISO 639-1; the patterns and agents are this language's. */
  language: string;
  places: readonly PlaceMention[];
  names: readonly NameMention[];
  lexicon: NameLexicon;
  /** Filled as the sentences are read. */
  people: KnownPeople;
  agents: AgentTrie;
  /** By word, the kind of people that begins there; filled as the sentences are read, each of which is read for many words that may tell an event. */
  agentAt: (AgentHit | null)[];
  patterns: PatternIndex;
  /** Words that seldom tell another thing than their class, as `CLASS lemma`. */
  sure: ReadonlySet<string>;
  /** The article's countries, best first: where an actor's own is not told. */
  countries: readonly string[];
  hasTitle: boolean;
  publishedAt: string | null | undefined;
  /** How probable it is that the article is hard news (politics, conflict, crime, disaster), 0 to 1. */
  hardNews: number;
  /** Is told of each sentence in which a phrase speaks for an event, also where it is dropped. */
  note?: ((note: EventNote) => void) | undefined;
  /** Is told of each event that a sentence may tell, with what the article makes of it. */
  weighed?: ((weighed: WeighedEvent) => void) | undefined;
}

/** An event that a sentence may tell, and what the article makes of it. */
export interface WeighedEvent {
  sentence: string;
  plover: string;
  source: readonly string[];
  target: readonly string[];
  modality: string;
  factors: NewsFactors;
  /** The chance that it is the article's news, and the log odds that it is as told. */
  news: number;
  sure: number;
}

/** Why a sentence gave an event or none. */
export interface EventNote {
  sentence: string;
  /** The words that tell it, and the rule that they belong to. */
  phrase: string;
  plover: string;
  cameo: string;
  /** What the confidence was reckoned from; null where it was dropped before, or is of another language than English. */
  factors: EventFactors | null;
  /** Why it is no event of the article; null where it is one. */
  dropped: string | null;
}
