/** What is asked before a change is made. */
export interface Question {
  /** "Pause the stage clean?" */
  title: string;
  /** What will happen, in a sentence or two. */
  text: string;
  /** How many things change. */
  count: number;
  /** The word on the button. */
  button: string;
  danger?: boolean;
}

/** What was done, for the audit list; with `audited` the store has written it down itself, under that name and target. */
export type Done =
  | { target: string; count: number; detail?: unknown; audited?: undefined; to?: string }
  | { audited: { action: string; target: string }; to?: string };
