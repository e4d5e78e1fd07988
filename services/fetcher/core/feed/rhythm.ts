import type { ParsedFeed } from '@wirewatch/shared/contracts/feed.ts';
import { type Fields, fields, firstText, textOf } from './node.ts';

const PERIOD_SECONDS = new Map([
  ['hourly', 3600],
  ['daily', 86_400],
  ['weekly', 604_800],
  ['monthly', 2_592_000],
  ['yearly', 31_536_000],
]);
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** What an RSS channel says of its own rhythm: `ttl` (minutes), `sy:updatePeriod` and `sy:updateFrequency`, `skipHours`, `skipDays`. */
export function readRhythm(channel: Fields): ParsedFeed['rhythm'] {
  const ttl = Number(firstText(channel, 'ttl'));
  const often = firstText(channel, 'sy:updatefrequency');
  // RSS 1.0's syndication module: a frequency without a period is one a day.
  const named = firstText(channel, 'sy:updateperiod') ?? (often === null ? '' : 'daily');
  const period = PERIOD_SECONDS.get(named.toLowerCase());
  const frequency = Number(often ?? 1);
  return {
    ttlSeconds: Number.isFinite(ttl) && ttl > 0 ? ttl * 60 : null,
    updateSeconds: period === undefined ? null : Math.round(period / Math.max(frequency || 1, 1)),
    skipHours: listed(channel, 'skiphours', 'hour')
      .map((text) => (/^\d{1,2}$/.test(text) ? Number(text) % 24 : -1)) // RSS 0.91 counts hours 1 to 24
      .filter((hour) => hour >= 0)
      .sort((a, b) => a - b),
    skipDays: listed(channel, 'skipdays', 'day')
      .map((text) => DAYS.indexOf(text.toLowerCase()))
      .filter((day) => day >= 0)
      .sort((a, b) => a - b),
  };
}

function listed(channel: Fields, list: string, entry: string): string[] {
  const found = (channel.get(list) ?? []).flatMap((element) => fields(element).get(entry) ?? []);
  return [...new Set(found.map((element) => textOf(element).trim()))];
}
