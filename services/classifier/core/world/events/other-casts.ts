import type { Cast, ToldEvent } from './told-event.ts';

/** Sentences of the text whose events are offered with the article's own two parties as well. */
const NEAR_THE_NEWS = 2;

/**
 * The same events between the two parties that the article's news is between, where headline or lead tell one of them alone: telegraphic
 * style leaves the other out, and the article chooses between both readings.
 */
export function otherCasts(
  told: readonly ToldEvent[],
  pair: readonly [string, string] | null,
  sentenceOf: (word: number) => number,
  hasTitle: boolean,
  near: readonly string[] = [],
): ToldEvent[] {
  if (!pair && near.length === 0) return [];
  const last = NEAR_THE_NEWS + (hasTitle ? 1 : 0);
  return told.flatMap((one) => {
    const { cast, event, start, form } = one;
    const own = cast.source[0] ?? cast.target[0];
    const other = pair
      ? own === pair[0]
        ? pair[1]
        : own === pair[1]
          ? pair[0]
          : null
      : (near.find((c) => c !== own) ?? null);
    const isOneSided = cast.assumed || cast.source.length === 0 || cast.target.length === 0;
    // Whom something was done to by nobody named: to say who did it would be a guess that may turn the news round.
    const isUntold = form === 'passive' || cast.source.length === 0 || (form === 'noun' && sentenceOf(start) > 0);
    if (!own || !other || !isOneSided || isUntold || sentenceOf(start) >= last) return [];
    const sides: Pick<Cast, 'source' | 'target'> = { source: [own], target: [other] };
    return [{ ...one, cast: { ...cast, ...sides, assumed: false, paired: true }, event: { ...event, ...sides } }];
  });
}
