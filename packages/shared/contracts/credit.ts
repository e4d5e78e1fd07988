import { z } from 'zod';

/**
 * Whom a page credits for its text. `whole`: its source. `first-published`: "first appeared in". `part`: "with
 * additional reporting by". A mention of an agency in a sentence or a photo's credit is none.
 */
export const Credit = z.object({
  source: z.string().describe('the credited outlet or agency, by its usual name'),
  kind: z.enum(['whole', 'first-published', 'part']),
  url: z.string().nullable().describe('the address that the credit links to'),
  evidence: z.string().describe('the words of the page that say so'),
});
export type Credit = z.infer<typeof Credit>;
