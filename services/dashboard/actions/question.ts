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

/** What was done, for the audit list; `audited` where the store has written it down itself. */
export type Done =
  | { target: string; count: number; detail?: unknown; audited?: false; to?: string }
  | { audited: true; to?: string };
