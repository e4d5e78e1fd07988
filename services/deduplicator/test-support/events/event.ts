/** What happened: the facts that every report of it has. */
export interface Facts {
  /** Where. */
  p: string;
  /** Another place. */
  q: string;
  /** Whom it concerns, and who speaks. */
  a: string;
  b: string;
  /** A company, a ship, a club. */
  f: string;
  /** Numbers: small, middle, large. */
  n: number;
  m: number;
  k: number;
  /** Day of the week, in the report's language. */
  d: string;
}

/** One way to tell a kind of event: headline, then paragraphs. */
export type Wording = (f: Facts) => [string, ...string[]];

/** A kind of event in one language, told in words of their own by several desks; `after` tells what followed the next day. */
export interface Kind {
  name: string;
  language: string;
  script: string;
  wordings: Wording[];
  after?: Wording;
}
