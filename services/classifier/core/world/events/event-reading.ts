import type { NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import type { PlaceMention } from '../find-places.ts';
import type { NameLexicon } from '../lexicon.ts';
import type { NameMention } from '../names/name-mention.ts';
import type { Scan } from '../scan.ts';
import type { TokenTrie } from '../trie.ts';
import type { PatternIndex } from './patterns.ts';

/** Kinds of people ("rebels", "foreign minister") and their CAMEO roles. */
export type AgentTrie = TokenTrie<string>;

/** Who did it to whom. Countries best first. */
export interface Cast {
  source: string[];
  target: string[];
  sourceRole: string | null;
  targetRole: string | null;
  /** Whether the subject's own words tell its country. */
  known: boolean;
  /** One who only says that it happened: "Israel said ...". */
  teller: string | null;
}

/** What the events are read from. */
export interface EventReading {
  s: Scan;
  /** ISO 639-1; the patterns and agents are this language's. */
  language: string;
  places: readonly PlaceMention[];
  names: readonly NameMention[];
  lexicon: NameLexicon;
  agents: AgentTrie;
  patterns: PatternIndex;
  /** The article's countries, best first: where an actor's own is not told. */
  countries: readonly string[];
  publishedAt: string | null | undefined;
}

/** An event with the parts its actors play, for the sentences that follow. */
export interface FoundEvent {
  event: NewsEvent;
  cast: Cast;
}
