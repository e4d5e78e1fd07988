import { z } from 'zod';

/** One line of a watch as its author wrote it: the query, how much a match counts (below 0 argues against), the only language it is for. */
export const WatchLineText = z.object({
  query: z.string(),
  weight: z.number(),
  language: z.string().nullable(),
});
export type WatchLineText = z.infer<typeof WatchLineText>;

/**
 * What an alert tells: `story` (a story is on the watch for the first time), `text` (another independent text of such a story, where the
 * watch tells of texts alone), `outlet` (such a story is seen on an outlet that had not carried it), `volume` (more stories an hour than usual).
 */
export const ALERT_KINDS = ['story', 'text', 'outlet', 'volume'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** `running` is moved on by the scheduler until nothing is left to look at. */
export const APPLICATION_STATUSES = ['running', 'done', 'cancelled', 'failed'] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** `waiting` is tried when its time comes, `dead` only when somebody asks. */
export const DELIVERY_STATUSES = ['waiting', 'delivered', 'dead'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** `sending` by somebody until its time has passed, `failed` and tried again then, `sent` or `dead` for good. `empty`: there was nothing to tell. */
export type DigestStatus = 'sending' | 'failed' | 'sent' | 'empty' | 'dead';

/** Who gets a watch's letter of the day before, and when: the hour of the day in UTC. */
export const MailTo = z.object({
  to: z.array(z.email('expected an address, as desk@news.example')).min(1).max(20),
  hour: z.coerce.number().int().min(0).max(23).default(6),
});
export type MailTo = z.infer<typeof MailTo>;

/** How unusual a watch's last hour is: stories in it, and what the hours before it had. */
export interface Volume {
  stories: number;
  mean: number;
  deviation: number;
  /** The number of stories from which on an hour is unusual. */
  limit: number;
  /** Hours that mean and deviation are of. */
  hours: number;
}
