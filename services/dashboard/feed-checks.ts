import type { CheckStep } from '@wirewatch/shared/feeds/check-step.ts';

/** Checks a feed's address step by step, as it is handed to us; stores nothing. */
export type CheckFeed = (url: string) => AsyncIterable<CheckStep>;
