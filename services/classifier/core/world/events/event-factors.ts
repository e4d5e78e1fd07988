/** What the confidence in an event is judged by; each 0 to 1 or thereabouts. */
export interface EventFactors {
  /** How well the phrase and its place in the sentence tell the event. */
  phrase: number;
  /** Whether the subject's own words tell its country. */
  known: number;
  /** Whether source and target are two. */
  apart: number;
  /** Whether one that acts for a state, an army, a party or rebels takes part. */
  office: number;
  /** How probable it is that the article is hard news: politics, conflict, crime, disaster. */
  hardNews: number;
  /** Whether a year is named: what is told with its year is mostly recalled. */
  year: number;
  /** Whether the text is no more than a sentence or two, which then tell the news. */
  alone: number;
  /** Whether it is only owed ("must"), planned, or denied. */
  unreal: number;
  /** Whether somebody speaks of himself, asks or weighs ("we", "if", "would", a question). */
  opinion: number;
  /** How far down the article it stands. */
  depth: number;
  /** Whether one who can act is the verb's own subject. */
  agent: number;
  /** Whether something else is, or a country only as whose it is. */
  thing: number;
  /** Whether it is told by a noun. */
  noun: number;
  /** Whether it hangs on another verb ("to attack", "attacking"). */
  hangs: number;
  /** Whether it stands under a condition or among what is possible. */
  open: number;
  /** Whether it is told in passing, by a relative clause or one of circumstance. */
  aside: number;
  /** Whether the other side stands in the verb's reach. */
  near: number;
  /** Whether a side was filled in, since nothing tells it. */
  assumed: number;
  /** Whether it is the headline. */
  headline: number;
  /** Whether it is told outright, see `isOutright`. */
  outright: number;
  /** Whether something speaks against it, see `doubtOf`. */
  doubt: number;
}

/** What speaks for and against an event being the article's news, as numbers; a name each, so that weights can be kept by name. */
export interface NewsFactors {
  /** Log odds that it is as told, see `sureness`. */
  sure: number;
  title: number;
  lead: number;
  second: number;
  /** How far down it stands, 0 to 1. */
  depth: number;
  /** The part of the headline's words that its sentence has. */
  likeness: number;
  /** Its place among the events that its sentence may tell. */
  rank: number;
  outright: number;
  doubted: number;
  noun: number;
  recalled: number;
  quoted: number;
  /** Both sides are known, are two, and none was filled in. */
  apart: number;
  /** Both are one country. */
  home: number;
  /** The same, where the article knows more countries than one. */
  homeAmong: number;
  /** A side was filled in. */
  assumed: number;
  /** The same, where the article knows more countries than one. */
  assumedAmong: number;
  /** A side is missing. */
  oneSided: number;
  /** A side is the country that the article is on. */
  topCountry: number;
  /** Its sides are the two that the article's news is between. */
  pair: number;
  /** The article's news is between two, and its sides are others. */
  offPair: number;
  /** A side was taken from the two that the article's news is between. */
  paired: number;
  /** How many other sentences tell an event of its class with sides that may be the same. */
  retold: number;
  /** How many other sentences tell any event from its source to its target. */
  sidesRetold: number;
  /** How late in its sentence the word stands that tells it, 0 to 1. */
  late: number;
  /** Headline or lead tell one of its class. */
  ahead: number;
  unreal: number;
  commentary: number;
  hardNews: number;
  foreign: number;
}
