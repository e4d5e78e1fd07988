import { type WallKind, wallPhraseIn } from '@wirewatch/shared/text/wall-phrases.ts';

/** What stands before a text instead of it. */
export interface Wall {
  reason: string;
  /** A text of fewer words than these stands behind the wall; a longer one was served all the same. */
  below: number;
}

const WALLS: Readonly<Record<WallKind, { what: string; below: number }>> = {
  bot: { what: 'a bot wall', below: 60 },
  consent: { what: 'a consent wall', below: 100 },
  paywall: { what: 'a paywall stub', below: 120 },
};

/** The wall that a page's words speak of, or null. */
export function wallIn(text: string): Wall | null {
  const phrase = wallPhraseIn(text, ['bot', 'consent', 'paywall']);
  if (phrase === null) return null;
  const { what, below } = WALLS[phrase.kind];
  return { reason: `${what}: "${phrase.words}"`, below };
}
