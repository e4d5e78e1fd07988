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
